/**
 * A fast-check arbitrary of small scenarios, of all that a document can say: parsed by the schema, accepted by
 * the checks, and small enough that a day takes about a millisecond. Times are mostly whole minutes, so that
 * much happens at one moment.
 */
import fc from 'fast-check';
import { compile } from '../../engine/model/compile.ts';
import { type Walking, walkingDistances } from '../../engine/model/floor.ts';
import type { Model } from '../../engine/model/model.ts';
import { checkParts } from '../../engine/scenario/checks/checks.ts';
import { ROUTINGS } from '../../engine/scenario/policy-schema.ts';
import { type Role, type Routing, type Scenario, scenarioSchema } from '../../engine/scenario/schema.ts';
import type { Traces } from '../../engine/scenario/trace.ts';
import { arrivalOf, arrivals, type Known, profileOf, profiles, rowsOf } from './random/demand.ts';
import { matterOf, matters, typesNeeded } from './random/matters.ts';
import { floorOf, places, SERVICE_TYPES, SPACE_TYPES, someTypes, spacesOf } from './random/places.ts';
import { roleOf, roles } from './random/staff.ts';
import { clock, minutes, OPEN, pickSome, rarely, sometimes, type Tree } from './random/values.ts';

/** A scenario with all that its days need. */
export interface RandomScenario {
  readonly scenario: Scenario;
  readonly traces: Traces;
  readonly walking: Walking;
  readonly seed: string;
}

const day = fc.record({
  close: minutes(OPEN + 20, OPEN + 80),
  endsAfter: sometimes(minutes(0, 30), 5),
  warmUp: rarely(minutes(1, 15), 0, 4),
  closing: fc.constantFrom('serve', 'send-home'),
  capacity: sometimes(minutes(1, 10), 5),
  busyness: rarely<unknown>(fc.constant({ uniform: { min: 0.5, max: 1.5 } }), 1),
});

const limit = fc.constantFrom('never', 0, 3, 8);

const policy = fc.record({
  routing: fc.constantFrom(...ROUTINGS),
  clerk: fc.constantFrom('least-flexible', 'longest-idle', 'fastest'),
  ageing: minutes(1, 10),
  reserve: sometimes(fc.record({ clerks: minutes(1, 2), window: minutes(0, 12) }), 2),
  fallback: limit,
  hold: rarely(fc.constantFrom(0, 3, 8), 'never' as string | number, 4),
  nextMatter: fc.constantFrom('same-clerk', 'keep-place', 'queue-anew'),
  matterOrder: fc.constantFrom(
    'as-brought',
    'shortest-first',
    'most-sensitive-first',
    'shortest-queue-first',
  ),
  minimumStaff: rarely(minutes(1, 2), 0, 5),
  protectedSpaces: rarely(someTypes, [], 4),
  protectedWaiting: rarely<readonly string[]>(fc.constant(['quiet']), [], 3),
  protectedExit: sometimes(fc.constantFrom('out', 'side'), 3),
  mandates: rarely(fc.constant('pragmatic'), 'strict', 3),
});

const parts = fc.record({
  day,
  policy,
  agencies: minutes(1, 3),
  matters,
  places,
  roles,
  profiles,
  arrivals,
  peak: sometimes(fc.record({ probability: fc.constantFrom(0.5, 1), factor: fc.constantFrom(0, 3) }), 5),
  hasGreeting: fc.boolean(),
  greetingShare: fc.constantFrom(0.5, 1),
  hasKiosk: rarely(fc.constant(true), false, 3),
  links: minutes(1, 2),
});

type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never;

const ids = (name: string, count: number) => Array.from({ length: count }, (_, k) => `${name}${k}`);

function documentOf(drawn: Parts): { document: Tree; traces: Traces } {
  const agencies = ids('agency', drawn.agencies);
  const roleIds = ids('role', drawn.roles.length);
  const has = (kind: string) => drawn.roles.some((role) => role.kind === kind);
  const host = roleIds[drawn.roles.findIndex((role) => role.kind === 'host')];
  const greeting = drawn.hasGreeting && host !== undefined;
  const helpers = { guard: has('guard'), greeting, kiosk: drawn.hasKiosk };
  const matterTrees = Object.fromEntries(
    drawn.matters.map((matter, k) => [`matter${k}`, matterOf(matter, k, agencies, helpers)]),
  );
  const owned = Object.entries(matterTrees).map(([id, tree]) => ({ id, agency: String(tree.agency) }));
  const close = drawn.day.close;
  const known: Known = {
    agencies: [...new Set(owned.map(({ agency }) => agency))],
    matters: owned.map(({ id }) => id),
    profiles: ids('profile', drawn.profiles.length),
    close,
  };
  const protectedSpaces = pickSome(SERVICE_TYPES, drawn.policy.protectedSpaces);
  const { protectedWaiting } = drawn.policy;
  const needed = new Set([...drawn.matters.flatMap(typesNeeded), ...protectedSpaces, ...protectedWaiting]);
  if (greeting) needed.add('point');
  if (drawn.hasKiosk) needed.add('kiosk');
  const spaces = spacesOf(drawn.places, needed);
  const floor = floorOf(drawn.places, Object.keys(spaces).length);
  const named = (name: string, trees: readonly Tree[]) =>
    Object.fromEntries(trees.map((tree, k) => [`${name}${k}`, tree]));
  const { endsAfter, close: _, ...restOfDay } = drawn.day;
  const document: Tree = {
    aula: 1,
    name: 'Random',
    day: {
      ...restOfDay,
      doors: { open: clock(OPEN), close: clock(close) },
      end: endsAfter === undefined ? undefined : clock(close + endsAfter),
    },
    sensitivities: {
      public: { name: 'P', rank: 0 },
      personal: { name: 'P', rank: 1 },
      secret: { name: 'S', rank: 2 },
    },
    agencies: Object.fromEntries(agencies.map((id) => [id, { name: id }])),
    matters: matterTrees,
    spaceTypes: SPACE_TYPES,
    spaces,
    floor,
    equipment: { screen: { name: 'Screen', count: 1 }, link: { name: 'Video link', count: drawn.links } },
    roles: named(
      'role',
      drawn.roles.map((role, k) => roleOf(role, k, agencies, owned, close)),
    ),
    profiles: named(
      'profile',
      drawn.profiles.map((one, k) => profileOf(one, k, known.matters, has('interpreter'))),
    ),
    arrivals: named(
      'source',
      drawn.arrivals.map((one) => arrivalOf(one, known)),
    ),
    peaks: drawn.peak && { peak: { ...drawn.peak, arrivals: ['source0'] } },
    journey: {
      greeting: greeting ? { role: host, spaces: ['point'], time: 1, share: drawn.greetingShare } : undefined,
      kiosk: drawn.hasKiosk ? { spaces: ['kiosk'], time: 1 } : undefined,
    },
    policy: { ...drawn.policy, protectedSpaces, protectedExit: floor && drawn.policy.protectedExit },
  };
  const traces = Object.fromEntries(
    drawn.arrivals.flatMap((one, k) => {
      const rows = rowsOf(one, known);
      return rows === undefined ? [] : [[`source${k}`, rows]];
    }),
  );
  return { document, traces };
}

/** Scenarios without an error; each prints as its document. */
export const randomScenario: fc.Arbitrary<RandomScenario> = fc
  .record({ parts, seed: minutes(0, 9) })
  .map(({ parts: drawn, seed }) => {
    const { document, traces } = documentOf(drawn);
    const scenario = scenarioSchema.parse(document);
    const print = () => JSON.stringify({ document, traces, seed });
    return { scenario, traces, seed: `seed ${seed}`, [fc.toStringMethod]: print };
  })
  .filter(({ scenario, traces }) => checkParts(scenario, traces, []).every((one) => one.severity !== 'error'))
  .map((valid) => ({ ...valid, walking: walkingDistances(valid.scenario) }));

/** What another design does otherwise; `staff` is for every role. */
interface Changes {
  readonly routing?: Routing;
  readonly policy?: Partial<Scenario['policy']>;
  readonly staff?: Partial<Role>;
}

/** The model of a random scenario, perhaps as another design. */
export function modelOf({ scenario, traces, walking }: RandomScenario, changes: Changes = {}): Model {
  const { routing, policy, staff } = changes;
  const roles = Object.entries(scenario.roles).map(([id, role]) => [id, { ...role, ...staff }]);
  const changed: Scenario = {
    ...scenario,
    policy: { ...scenario.policy, ...policy },
    roles: Object.fromEntries(roles),
  };
  return compile(changed, { traces, walking, ...(routing && { routing }) });
}
