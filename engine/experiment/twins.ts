/**
 * A design that never lacks a proper place: as many copies of the spaces as could ever be needed at once, each on the very
 * rectangle of its original. Who is in a copy hears and sees, and is heard and seen, as at the original, so that copies
 * add capacity and nothing else.
 */
import type { Walking } from '../model/floor.ts';
import type { Scenario } from '../scenario/schema.ts';

type Space = Scenario['spaces'][string];

/** The scenario with its copies, last of the spaces, and the ways over its floor, those of the originals. */
export function withTwins(scenario: Scenario, walking: Walking): { scenario: Scenario; walking: Walking } {
  const copied = [...properTypes(scenario)].flatMap((type) => copiesFor(type, scenario));
  const originals = Object.keys(scenario.spaces);
  const spaces = { ...scenario.spaces };
  const origins = originals.map((_, space) => space);
  for (const original of copied) {
    spaces[freshId(original, spaces)] = scenario.spaces[original];
    origins.push(originals.indexOf(original));
  }
  return { scenario: { ...scenario, spaces }, walking: twinned(walking, origins) };
}

/** Types that are proper for some matter or for who is protected. */
function properTypes({ matters, policy }: Scenario): Set<string> {
  const ofMatters = Object.values(matters).flatMap((matter) => [
    ...matter.spaces,
    ...(matter.handOver?.spaces ?? []),
  ]);
  return new Set([...ofMatters, ...policy.protectedSpaces]);
}

/** The ids of the spaces to be copied, once for each copy, in turn. */
function copiesFor(type: string, scenario: Scenario): string[] {
  const ofType = Object.entries(scenario.spaces).filter(([, space]) => isEver(space, type));
  const best = Math.min(...ofType.map(([, space]) => suitability(space, type)));
  const suitable = ofType.filter(([, space]) => suitability(space, type) === best).map(([id]) => id);
  const lacking = suitable.length === 0 ? 0 : Math.max(0, neededOf(type, scenario) - suitable.length);
  return Array.from({ length: lacking }, (_, k) => suitable[k % suitable.length]);
}

const isEver = (space: Space, type: string) =>
  space.type === type || space.timetable.some((change) => change.type === type);

/** The least is copied: for everybody and all day, if there is such a one. */
function suitability({ type: first, timetable, accessible }: Space, type: string): number {
  const allDay = first === type ? (timetable.length === 0 ? 0 : 1) : 2;
  return (accessible ? 0 : 3) + allDay;
}

/** One for each clerk who may serve there, and one that the visitor before is still leaving. */
function neededOf(type: string, { roles, matters }: Scenario): number {
  const clerks = Object.values(roles)
    .filter(({ mandates, spaces }) => mandates.length > 0 && (spaces === undefined || spaces.includes(type)))
    .reduce((sum, { count }) => sum + count, 0);
  const isLeft = Object.values(matters).some(({ leaving }) => !isNothing(leaving));
  return isLeft ? 2 * clerks : clerks;
}

const isNothing = (time: Scenario['matters'][string]['leaving']) =>
  time.family === 'deterministic' && time.value === 0;

function freshId(original: string, taken: Readonly<Record<string, Space>>): string {
  for (let k = 2; ; k++) {
    const id = `${original}.${k}`;
    if (!(id in taken)) return id;
  }
}

/**
 * The ways of the originals; `origins` tells which it is, by space. After the spaces come the doors, and the protected
 * visitors' exit.
 */
function twinned(walking: Walking, origins: readonly number[]): Walking {
  const places = origins.length + 1;
  const doors = Math.sqrt(walking.distance.length) - 1;
  const originOf = (place: number) => origins[place] ?? doors + (place - origins.length);
  const ofOriginals = (metres: Float64Array) =>
    Float64Array.from({ length: places * places }, (_, k) => {
      const from = originOf(Math.floor(k / places));
      return metres[from * (doors + 1) + originOf(k % places)];
    });
  const { distance, staffDistance, exitDistance, findings } = walking;
  return {
    distance: ofOriginals(distance),
    staffDistance: ofOriginals(staffDistance),
    exitDistance: exitDistance && Float64Array.from({ length: places }, (_, k) => exitDistance[originOf(k)]),
    findings,
    pathBetween: (from, to) => walking.pathBetween(originOf(from), originOf(to)),
  };
}
