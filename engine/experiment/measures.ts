/**
 * Every measure there is: its name, what it means, its unit, what it is measured for, and how it is estimated.
 * This table is the only source: results, targets, and the reference page are made from it.
 */
import type { Figure } from '../statistics/figures.ts';
import type { ScopeKind } from '../statistics/scopes.ts';
import type { Observed } from './sample.ts';

/** `1` is a share from 0 to 1, `1/day` a count a day; a `visitors` or `matters` is a plain number of them. */
export type Unit = 'min' | '1' | '1/day' | 'visitors' | 'matters';

/** How a measure is computed from the figures of replications, which are in seconds. */
export type Recipe =
  | { readonly kind: 'mean'; readonly of: readonly Figure[] }
  | {
      readonly kind: 'ratio';
      readonly of: readonly Figure[];
      readonly per: readonly Figure[];
      /** What the quotient is multiplied by; 1 where not given. */
      readonly times?: number;
    }
  | { readonly kind: 'quantile'; readonly of: Observed; readonly probability: number };

export interface MeasureDefinition {
  readonly measure: string;
  readonly meaning: string;
  readonly unit: Unit;
  readonly scopes: readonly ScopeKind[];
  readonly recipe: Recipe;
}

const WAITS: readonly ScopeKind[] = ['all', 'agency', 'matter', 'hour', 'agencyHour'];
const SERVICES: readonly ScopeKind[] = ['all', 'agency', 'matter'];
const HOUSE_AND_AGENCIES: readonly ScopeKind[] = ['all', 'agency'];
const ALL: readonly ScopeKind[] = ['all'];
const ROLES: readonly ScopeKind[] = ['role'];
const PRIVACY: readonly ScopeKind[] = [
  'all',
  'channel',
  'kind',
  'cause',
  'channelCause',
  'agency',
  'matter',
  'spaceType',
  'space',
];

const LEFT: readonly Figure[] = ['reneged', 'balked', 'sentHome'];
const DUTY: readonly Figure[] = ['dutyTime'];

const mean = (...of: readonly Figure[]): Recipe => ({ kind: 'mean', of });
const ratio = (of: readonly Figure[], per: readonly Figure[]): Recipe => ({ kind: 'ratio', of, per });
/** Of a hundred of those that it is for. */
const perHundred = (of: readonly Figure[], per: readonly Figure[]): Recipe => ({
  kind: 'ratio',
  of,
  per,
  times: 100,
});
const quantile = (of: Observed, probability: number): Recipe => ({ kind: 'quantile', of, probability });

type Row = readonly [
  measure: string,
  unit: Unit,
  scopes: readonly ScopeKind[],
  recipe: Recipe,
  meaning: string,
];

const ROWS: readonly Row[] = [
  [
    'wait.mean',
    'min',
    WAITS,
    ratio(['waitTime'], ['waits']),
    'Wait: from arrival, booked time or the end of the service before, to the start of service; one for each ' +
      'matter whose service began. By hour: the hour in which the wait began.',
  ],
  ['wait.median', 'min', WAITS, quantile('waits', 0.5), 'The wait that half of them do not exceed.'],
  ['wait.p90', 'min', WAITS, quantile('waits', 0.9), 'The wait that nine in ten do not exceed.'],
  [
    'wait.withinTarget',
    '1',
    WAITS,
    ratio(['waitsInTime'], ['waits']),
    "Share of waits within the service level: the agency's, or else the policy's.",
  ],
  [
    'queue.length',
    'visitors',
    HOUSE_AND_AGENCIES,
    ratio(['queueIntegral'], ['openTime']),
    'Visitors who wait for anything, averaged over the time from the opening of the doors to the end of the day. ' +
      'An agency counts those who wait for a matter of its own.',
  ],
  [
    'queue.max',
    'visitors',
    HOUSE_AND_AGENCIES,
    mean('queueMost'),
    'Most visitors who waited at once in a day, averaged over days.',
  ],
  [
    'queue.time',
    'min',
    HOUSE_AND_AGENCIES,
    ratio(['waitingTime'], ['waitings']),
    'A stretch of waiting for anything (host, kiosk, service, hand-over), also of those who left.',
  ],
  [
    'standing.share',
    '1',
    HOUSE_AND_AGENCIES,
    ratio(['standingTime'], ['waitingTime']),
    'Share of the time spent waiting that is spent without a seat.',
  ],
  ['arrived.count', '1/day', HOUSE_AND_AGENCIES, mean('arrived'), 'Visitors who came in.'],
  [
    'served.count',
    '1/day',
    HOUSE_AND_AGENCIES,
    mean('served'),
    'Visitors who left with all done that they came for, or could do that day.',
  ],
  [
    'left.count',
    '1/day',
    HOUSE_AND_AGENCIES,
    mean(...LEFT),
    'Visitors who left without service: balked, reneged or sent home.',
  ],
  [
    'left.share',
    '1',
    HOUSE_AND_AGENCIES,
    ratio(LEFT, ['arrived']),
    'Share of the visitors who came in that left without service.',
  ],
  ['reneged.count', '1/day', HOUSE_AND_AGENCIES, mean('reneged'), 'Visitors whose patience ran out.'],
  ['balked.count', '1/day', HOUSE_AND_AGENCIES, mean('balked'), 'Visitors who saw the queue and left.'],
  [
    'sentHome.count',
    '1/day',
    HOUSE_AND_AGENCIES,
    mean('sentHome'),
    'Visitors sent home at closing time, or whose matter nobody can do any more today.',
  ],
  [
    'returning.count',
    '1/day',
    HOUSE_AND_AGENCIES,
    mean('returning'),
    'Of those who left without service, visitors who will come back another day.',
  ],
  [
    'unfinished.count',
    '1/day',
    HOUSE_AND_AGENCIES,
    mean('unfinished'),
    'Visitors still inside when the simulated day ended.',
  ],
  [
    'turnedAway.count',
    '1/day',
    ALL,
    mean('turnedAwayFull', 'turnedAwayClosed'),
    'Visitors who could not come in: the house was full, or the doors closed.',
  ],
  ['turnedAway.full', '1/day', ALL, mean('turnedAwayFull'), 'Visitors for whom the house was full.'],
  ['turnedAway.closed', '1/day', ALL, mean('turnedAwayClosed'), 'Visitors who found the doors closed.'],
  [
    'turnedAway.share',
    '1',
    ALL,
    ratio(['turnedAwayFull'], ['turnedAwayFull', 'arrived']),
    'Share of the visitors who came to open doors for whom the house was full.',
  ],
  ['noShow.count', '1/day', ALL, mean('noShows'), 'Booked visitors who did not come.'],
  [
    'house.mean',
    'min',
    HOUSE_AND_AGENCIES,
    ratio(['stayTime'], ['served']),
    'Time in the house, from door to door, of those served.',
  ],
  [
    'house.p90',
    'min',
    HOUSE_AND_AGENCIES,
    quantile('stays', 0.9),
    'The time in the house that nine in ten of those served do not exceed.',
  ],
  [
    'house.visitors',
    'visitors',
    ['all', 'hour'],
    ratio(['insideIntegral'], ['insideTime']),
    'Visitors inside, averaged over time.',
  ],
  ['house.max', 'visitors', ALL, mean('mostInside'), 'Most visitors inside at once in a day.'],
  [
    'matters.perVisit',
    'matters',
    HOUSE_AND_AGENCIES,
    ratio(['mattersBrought'], ['arrived']),
    'Matters that a visitor brings.',
  ],
  [
    'matters.oneVisit',
    '1',
    HOUSE_AND_AGENCIES,
    ratio(['allDone'], ['served', ...LEFT]),
    'Share of finished visits in which everything that the visitor brought was done.',
  ],
  [
    'service.count',
    '1/day',
    SERVICES,
    mean('services'),
    'Services begun, one for each matter; hand-overs are counted apart.',
  ],
  [
    'service.mean',
    'min',
    SERVICES,
    ratio(['serviceTime'], ['servicesDone']),
    'Time of clerk and visitor together for a matter, without what could be handed over; resumed parts added up.',
  ],
  [
    'handOver.count',
    '1/day',
    SERVICES,
    mean('handOvers'),
    'Services of which a part was left for somebody with a wider mandate, or for another place.',
  ],
  ['handOver.wait', 'min', SERVICES, ratio(['handOverWaitTime'], ['handOvers']), 'Wait before a hand-over.'],
  [
    'fallback.count',
    '1/day',
    SERVICES,
    mean('fellBack'),
    'Services and hand-overs in a space of a type that is not proper for the matter, or for a protected visitor.',
  ],
  [
    'fallback.share',
    '1',
    SERVICES,
    ratio(['fellBack'], ['placed']),
    'The same, as a share of services and hand-overs that take a space.',
  ],
  [
    'role.utilisation',
    '1',
    ['role', 'roleHour'],
    ratio(['busyTime'], DUTY),
    'Share of time on duty that is spent preparing, serving, on after-work or assisting. On duty is without breaks.',
  ],
  ['role.serving', '1', ROLES, ratio(['servingTime'], DUTY), 'Share of time on duty with a visitor.'],
  [
    'role.preparing',
    '1',
    ROLES,
    ratio(['preparingTime'], DUTY),
    'Share of time on duty spent preparing a service, or until the visitor has sat down.',
  ],
  [
    'role.afterWork',
    '1',
    ROLES,
    ratio(['afterWorkTime'], DUTY),
    'Share of time on duty spent on work after the visitor has left.',
  ],
  [
    'role.assisting',
    '1',
    ROLES,
    ratio(['assistingTime'], DUTY),
    "Share of time on duty at somebody else's service: interpreting, guarding.",
  ],
  [
    'role.backOffice',
    '1',
    ROLES,
    ratio(['backOfficeTime'], DUTY),
    'Share of time on duty in the back office, at work that yields to customers.',
  ],
  ['role.free', '1', ROLES, ratio(['freeTime'], DUTY), 'Share of time on duty with nothing to do.'],
  ['role.onDuty', 'min', ROLES, mean('dutyTime'), 'Time on duty of all clerks of the role in a day.'],
  [
    'role.overtime',
    'min',
    ROLES,
    mean('overtime'),
    'Time on duty after the end of the shift, of all clerks of the role in a day.',
  ],
  ['role.services', '1/day', ROLES, mean('roleServices'), 'Services and greetings done, part by part.'],
  [
    'expert.share',
    '1',
    ['all', 'role'],
    ratio(['expertOnlyTime'], ['expertTime']),
    "Share of the experts' time with visitors that goes to what only experts may do.",
  ],
  [
    'space.occupancy',
    '1',
    ['spaceType', 'spaceTypeHour'],
    ratio(['occupiedTime'], ['usableTime']),
    'Share of the time in which spaces of the type are usable that they are occupied: from the call until the ' +
      'visitor has packed up.',
  ],
  [
    'privacy.exposure',
    'min',
    PRIVACY,
    mean('exposureTime'),
    'Person-minutes a day in which somebody without a right to it could perceive something private beyond what the ' +
      'sensitivity of the matter allows: hear, read, have open, or see who is here. Companions of others count; those ' +
      'of the visitor itself do not. Who would have to be an acquaintance, or gives no consent, counts by probability.',
  ],
  [
    'privacy.understood',
    'min',
    PRIVACY,
    mean('understoodTime'),
    'Of speech: the same, each minute weighted by the share of sentences that are understood.',
  ],
  [
    'privacy.conflicts',
    '1/day',
    PRIVACY,
    mean('conflicts'),
    'Exposures that last at least as long as the sensitivity allows: one for each service, kind, and visit that ' +
      'perceives it, by its probability. Of `name` one for each call, however many hear it; its person-minutes are of all who do.',
  ],
  [
    'privacy.per100Visits',
    'min',
    ALL,
    perHundred(['exposureTime'], ['arrived']),
    'Person-minutes of exposure for every hundred visits.',
  ],
  [
    'privacy.per100Services',
    'min',
    SERVICES,
    perHundred(['exposureTime'], ['services']),
    'Person-minutes of exposure for every hundred services of the agency or matter.',
  ],
  [
    'privacy.pairExposure',
    'min',
    ['pair'],
    mean('pairExposureTime'),
    'Person-minutes a day, of speech and sight, of what happens at one place and is perceived at another; places ' +
      'within 25 m.',
  ],
  [
    'safety.incidents',
    '1/day',
    ['all', 'spaceType'],
    mean('incidents'),
    'Threats to staff that are to be expected a day, from the rates of the scenario and the time of services.',
  ],
  [
    'safety.timeToHelp',
    'min',
    ['all', 'spaceType'],
    ratio(['helpTime'], ['incidents']),
    'From a threat until the nearest colleague who is on duty has been alarmed and is there.',
  ],
];

export const MEASURES: readonly MeasureDefinition[] = ROWS.map(
  ([measure, unit, scopes, recipe, meaning]) => ({ measure, unit, scopes, recipe, meaning }),
);

const BY_NAME = new Map(MEASURES.map((definition) => [definition.measure, definition]));

/** The measure of that name, if there is one. */
export function measureNamed(name: string): MeasureDefinition | undefined {
  return BY_NAME.get(name);
}

/** The probabilities of the quantiles that are measured of waits, or of stays. */
export function probabilitiesOf(observed: Observed): number[] {
  const probabilities = MEASURES.flatMap(({ recipe }) =>
    recipe.kind === 'quantile' && recipe.of === observed ? [recipe.probability] : [],
  );
  return [...new Set(probabilities)];
}
