/** More visitors, or bookings, than can be simulated in reasonable time are a slip of the pen; they are refused. */
import { meanOf } from '../../kernel/moments.ts';
import { RateProfile } from '../../kernel/poisson-process.ts';
import { FROM_OPENING } from '../constants.ts';
import { error, type Finding } from '../finding.ts';
import type { Arrival, Scenario } from '../schema.ts';

/** Most visitors that an arrival may be expected to bring in a day, and most slots that it may offer. */
const VISITORS_MAX = 1e6;
const SLOTS_MAX = 1e5;

export function checkVolume({ arrivals, day }: Scenario): Finding[] {
  return Object.entries(arrivals).flatMap(([id, arrival]) => [
    ...tooMany(['arrivals', id], arrival, day.doors),
    ...tooManySlots(['arrivals', id, 'appointments'], arrival),
  ]);
}

function tooMany(path: string[], arrival: Arrival, doors: Scenario['day']['doors']): Finding[] {
  if (arrival.rate === undefined) return [];
  const size = meanOf(arrival.group);
  if (arrival.perDay !== undefined && size <= 0) {
    return [error([...path, 'perDay'], 'cannot be reached: groups have nobody in them')];
  }
  const expected = arrival.perDay ?? expectedArrivals(arrival.rate, doors) * size;
  if (!(expected > VISITORS_MAX)) return [];
  return [
    error(
      path,
      `brings ${rounded(expected)} visitors a day, more than the ${rounded(VISITORS_MAX)} that can be simulated`,
    ),
  ];
}

function expectedArrivals(
  { shape, points }: NonNullable<Arrival['rate']>,
  { open, close }: Scenario['day']['doors'],
): number {
  const rises = points.every(([time], k) => k === 0 || time > points[k - 1][0]);
  if (!rises || close <= open) return 0;
  const timed = points.map(([time, rate]): [number, number] => [time === FROM_OPENING ? open : time, rate]);
  return new RateProfile(shape, timed, close).total;
}

function tooManySlots(path: string[], { appointments }: Arrival): Finding[] {
  if (appointments === undefined) return [];
  const { from, to, every, places } = appointments;
  const slots = Math.ceil((to - from) / every) * places;
  if (!(slots > SLOTS_MAX)) return [];
  return [
    error(
      path,
      `offers ${rounded(slots)} slots a day, more than the ${rounded(SLOTS_MAX)} that can be simulated`,
    ),
  ];
}

const rounded = (count: number): string =>
  count < 1e15 ? Math.round(count).toLocaleString('en') : count.toPrecision(2);
