/**
 * The scenarios and measures whose intervals are put to the test. Of theory models the truth is known; of a house it is
 * that of the population of days that experiments are drawn from.
 */
import { measureNamed } from '../../engine/experiment/measures.ts';
import type { Model } from '../../engine/model/model.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { type ScopeKind, scopeCount } from '../../engine/statistics/scopes.ts';
import { birthDeath } from '../../tests/validation/known-results.ts';
import type { Target } from './population.ts';

export interface Case {
  readonly name: string;
  readonly path: string;
  readonly change?: (scenario: Scenario) => Scenario;
  readonly targets: (model: Model) => Target[];
  /** In SI units by measure, where theory tells. */
  readonly known?: Readonly<Record<string, number>>;
}

const HOUSE = [
  'wait.mean',
  'wait.median',
  'wait.p90',
  'wait.withinTarget',
  'left.share',
  'house.mean',
  'house.p90',
  'queue.max',
  'served.count',
  'service.count',
  'service.mean',
  'fallback.count',
  'fallback.share',
  'privacy.exposure',
  'privacy.understood',
  'privacy.conflicts',
  'privacy.per100Visits',
];

const all = (...measures: readonly string[]) =>
  measures.map((measure): Target => ({ definition: defined(measure), kind: 'all', index: 0 }));

const each = (measure: string, kind: ScopeKind) => (model: Model) =>
  Array.from(
    { length: scopeCount(kind, model.ids) },
    (_, index): Target => ({ definition: defined(measure), kind, index }),
  );

const ofHouse = (model: Model): Target[] => [
  ...all(...HOUSE),
  ...each('role.utilisation', 'role')(model),
  ...each('space.occupancy', 'spaceType')(model),
  ...each('wait.mean', 'agency')(model),
  ...each('wait.withinTarget', 'agency')(model),
  ...each('left.share', 'agency')(model),
  ...each('privacy.exposure', 'kind')(model),
  ...each('privacy.conflicts', 'kind')(model),
];

const HOUR = 3600;

/** Two hours after a warm-up of two; whoever came in them is served to the end. */
const shortened = (scenario: Scenario): Scenario => ({
  ...scenario,
  day: {
    ...scenario.day,
    warmUp: 2 * HOUR,
    end: 12 * HOUR,
    doors: { ...scenario.day.doors, close: 4 * HOUR },
  },
});

/** Of M/M/1 with mean service 60 s at load 0.6: P(W > t) = 0.6 exp(-0.4 t / 60). */
const QUANTILE_MM1 = (probability: number) => (60 / 0.4) * Math.log(0.6 / (1 - probability));

/** Three minutes. */
const SERVICE_LEVEL = 180;

/** Of three clerks, 3 arrivals and 1 service a minute, patience of mean 2 min: reneging over arrivals. */
function leavingErlangA(): number {
  const shares = birthDeath(
    200,
    () => 3,
    (n) => Math.min(n, 3) + Math.max(0, n - 3) / 2,
  );
  return shares.reduce((sum, share, n) => sum + (share * Math.max(0, n - 3)) / 2, 0) / 3;
}

export const CASES: readonly Case[] = [
  {
    name: 'M/M/1',
    path: 'scenarios/theory/mm1.yaml',
    change: (scenario) => ({
      ...shortened(scenario),
      policy: { ...scenario.policy, serviceLevel: SERVICE_LEVEL },
    }),
    targets: () => all('wait.mean', 'wait.median', 'wait.p90', 'wait.withinTarget'),
    known: {
      'wait.mean': 90,
      'wait.median': QUANTILE_MM1(0.5),
      'wait.p90': QUANTILE_MM1(0.9),
      'wait.withinTarget': 1 - 0.6 * Math.exp((-0.4 * SERVICE_LEVEL) / 60),
    },
  },
  {
    name: 'Erlang A',
    path: 'scenarios/theory/erlang-a.yaml',
    change: shortened,
    targets: () => all('left.share'),
    known: { 'left.share': leavingErlangA() },
  },
  { name: 'Pori', path: 'scenarios/pori.yaml', targets: ofHouse },
  { name: 'Pori, small', path: 'scenarios/pori-small.yaml', targets: ofHouse },
];

function defined(measure: string) {
  const definition = measureNamed(measure);
  if (definition === undefined) throw new Error(`there is no measure ${measure}`);
  return definition;
}
