/**
 * Where others might hear or see what is not for them, put together for an audit: by waiting area, with the hosts, at
 * the kiosks, at other places of service, and on the ways between all of them.
 */
import type { Vantage, Vantages } from '../../model/vantage.ts';
import type { Scenario } from '../../scenario/schema.ts';

/** One vantage, in the words of the scenario. */
export interface Spot extends Vantage {
  /** Id of the space; null on a way. */
  readonly id: string | null;
  /** In a waiting area: from 1 on; null for who stands there, and elsewhere. */
  readonly seat: number | null;
  /** Whether this is for who finds no seat in a waiting area. */
  readonly stands: boolean;
  /** Ids of the spaces that the way leads from and to, null for the doors; null for a spot that is on none. */
  readonly way: readonly [string | null, string | null] | null;
}

/** Spots that an audit puts together. */
export interface Area {
  /** Of a waiting area its id, and of hosts and kiosks that of their space type, or of the space where there is one. */
  readonly id: string;
  readonly vantages: readonly number[];
  readonly seats: number;
}

export interface Spots {
  /** By vantage; those of the audited ways are the last. */
  readonly all: readonly Spot[];
  /** All but neighbours and ways; waiting areas first. */
  readonly areas: readonly Area[];
  /** Places of service. */
  readonly neighbours: readonly number[];
  /** All of these: where people stay. */
  readonly stays: readonly number[];
  readonly ways: readonly number[];
}

export function spotsOf(scenario: Scenario, vantages: Vantages): Spots {
  const ids = Object.keys(scenario.spaces);
  const placed = [...ids.keys()].filter((space) => scenario.spaces[ids[space]].at !== undefined);
  const used = (...uses: string[]) =>
    placed.filter((space) => usesOf(scenario, ids[space]).some((use) => uses.includes(use)));
  const waiting = used('waiting');
  const ways = waysOf(vantages, ids.length, {
    waiting,
    first: used('greeting', 'kiosk'),
    service: used('service'),
  });
  const wayOf = new Map(ways.flatMap(({ at, from, to }) => at.map((vantage) => [vantage, [from, to]])));
  const areas = [
    ...waiting.map((space) => ({
      id: ids[space],
      vantages: [space, ...seatsOf(space, vantages)],
      seats: vantages.seats[space],
    })),
    ...byType(
      scenario,
      used('greeting', 'kiosk').filter((space) => !waiting.includes(space)),
    ),
  ];
  const neighbours = used('service');
  const nameOf = (space: number) => (space < ids.length ? ids[space] : null);
  return {
    all: vantages.points.map((point, vantage): Spot => {
      const [from, to] = wayOf.get(vantage) ?? [-1, -1];
      const isOnWay = vantage >= vantages.places;
      return {
        ...point,
        id: isOnWay ? null : ids[point.space],
        seat: isOnWay || vantage < ids.length ? null : vantage - vantages.firstSeat[point.space] + 1,
        stands: vantage < ids.length && waiting.includes(vantage),
        way: from < 0 ? null : [nameOf(from), nameOf(to)],
      };
    }),
    areas,
    neighbours,
    stays: [...areas.flatMap((area) => area.vantages), ...neighbours],
    ways: ways.flatMap(({ at }) => at),
  };
}

/** What happens in the space at any time. */
export function usesOf({ spaces, spaceTypes }: Scenario, id: string): string[] {
  const { type, timetable } = spaces[id];
  return [type, ...timetable.map((entry) => entry.type)].map((one) => spaceTypes[one].use);
}

const seatsOf = (space: number, { firstSeat, seats }: Vantages): number[] =>
  Array.from({ length: seats[space] }, (_, seat) => firstSeat[space] + seat);

function byType({ spaces }: Scenario, some: readonly number[]): Area[] {
  const ids = Object.keys(spaces);
  const types = [...new Set(some.map((space) => spaces[ids[space]].type))];
  return types.map((type) => {
    const vantages = some.filter((space) => spaces[ids[space]].type === type);
    return { id: vantages.length === 1 ? ids[vantages[0]] : type, vantages, seats: 0 };
  });
}

interface Way {
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
}

interface Stations {
  readonly waiting: readonly number[];
  /** Hosts and kiosks. */
  readonly first: readonly number[];
  readonly service: readonly number[];
}

/** From the doors in, on from station to station, and out. Where there is no waiting area one goes straight on. */
function waysOf(vantages: Vantages, doors: number, { waiting, first, service }: Stations): Way[] {
  const between = waiting.length > 0 ? waiting : [...first, doors];
  const legs = [
    ...[...first, ...waiting].map((to) => [doors, to] as const),
    ...first.flatMap((from) => waiting.map((to) => [from, to] as const)),
    ...between.flatMap((from) => service.map((to) => [from, to] as const)),
    ...[...first, ...service].map((from) => [from, doors] as const),
  ];
  return legs.map(([from, to]) => ({ from, to, at: [...vantages.way(from, to).at] }));
}

/** On ways that do not lead from the space or to it: somebody is served there only when they are not walked. */
export function passing({ ways, all }: Spots, id: string): number[] {
  return ways.filter((vantage) => !(all[vantage].way?.includes(id) ?? false));
}
