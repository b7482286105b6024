/**
 * Who comes in random documents, and when: some tens of visitors by rates, bookings and recorded lists, with
 * all that a profile can say of them.
 */
import fc from 'fast-check';
import {
  clock,
  durations,
  minutes,
  numbers,
  OPEN,
  pick,
  pickSome,
  rarely,
  rareShare,
  sometimes,
  type Tree,
} from './values.ts';

const profile = fc.record({
  matters: fc.array(fc.record({ anyOf: numbers(1, 2), probability: fc.constantFrom(0.5, 1) }), {
    minLength: 1,
    maxLength: 3,
  }),
  interpreter: rareShare(3),
  accessibility: rareShare(),
  protection: rareShare(),
  companions: rarely(fc.constantFrom(1, 2, { uniform: { min: 0, max: 3 } }), 0, 4),
  patience: fc.oneof(fc.constant('never'), durations(0, 12)),
  balk: sometimes(fc.record({ queueAbove: minutes(0, 3), probability: fc.constantFrom(0.5, 1) }), 4),
  returns: fc.constantFrom(0, 0.5),
  priority: minutes(0, 2),
});

type RandomProfile = typeof profile extends fc.Arbitrary<infer P> ? P : never;

export const profiles = fc.array(profile, { minLength: 1, maxLength: 2 });

export function profileOf(
  { matters, interpreter, ...plain }: RandomProfile,
  index: number,
  allMatters: readonly string[],
  hasInterpreter: boolean,
): Tree {
  return {
    ...plain,
    name: `Profile ${index}`,
    languages: { fi: 1, so: 1 },
    interpreter: hasInterpreter ? { so: interpreter } : {},
    matters: matters.map(({ anyOf, probability }) => ({
      anyOf: weights(pickSome(allMatters, anyOf)),
      probability,
    })),
  };
}

const weights = (ids: readonly string[]) => Object.fromEntries(ids.map((id, k) => [id, k + 1]));

const row = fc.record({
  at: minutes(OPEN - 5, OPEN + 60),
  profile: fc.option(fc.nat(1)),
  matters: rarely(numbers(1, 3), [], 2),
});

/** Mostly lists in whole minutes, with many who come at one moment. */
const times = fc.oneof(
  { arbitrary: fc.record({ rows: fc.array(row, { maxLength: 16 }) }), weight: 3 },
  {
    arbitrary: fc.record({
      rate: fc.record({
        shape: fc.constantFrom('steps', 'linear'),
        points: fc.array(minutes(0, 20), { minLength: 1, maxLength: 3 }),
      }),
      perDay: sometimes(minutes(4, 20)),
      group: rarely(fc.constantFrom(2, { uniform: { min: 0, max: 3 } }), 1, 4),
      busyness: fc.boolean(),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      from: minutes(0, 20),
      every: minutes(5, 15),
      slots: minutes(1, 5),
      places: minutes(1, 2),
      filled: fc.constantFrom(0.5, 1),
      noShow: rareShare(3),
      punctuality: fc.constantFrom(0, -20, -4, 6, { uniform: { min: -15, max: 8 } }),
    }),
    weight: 2,
  },
);

const arrival = fc.record({
  profiles: numbers(1, 2),
  brings: fc.constantFrom('agency', 'matters', 'profile'),
  agency: fc.nat(2),
  matters: numbers(1, 3),
  more: rarely(
    fc.array(fc.record({ probability: fc.constantFrom(0.5, 1), matters: numbers(1, 2) }), {
      minLength: 1,
      maxLength: 2,
    }),
    [],
    4,
  ),
  times,
});

type RandomArrival = typeof arrival extends fc.Arbitrary<infer A> ? A : never;

export const arrivals = fc.array(arrival, { minLength: 1, maxLength: 3 });

export interface Known {
  /** Agencies that have matters. */
  readonly agencies: readonly string[];
  readonly matters: readonly string[];
  readonly profiles: readonly string[];
  /** The minute at which the doors close. */
  readonly close: number;
}

export function arrivalOf(drawn: RandomArrival, known: Known): Tree {
  const { brings } = drawn;
  return {
    profiles: weights(pickSome(known.profiles, drawn.profiles)),
    agency: brings === 'agency' ? pick(known.agencies, drawn.agency) : undefined,
    matters: brings === 'matters' ? weights(pickSome(known.matters, drawn.matters)) : undefined,
    more: drawn.more.map(({ probability, matters }) => ({
      probability,
      matters: weights(pickSome(known.matters, matters)),
    })),
    ...timesOf(drawn.times, known.close),
  };
}

function timesOf(drawn: RandomArrival['times'], close: number): Tree {
  if ('rows' in drawn) return { trace: { file: 'list.csv' } };
  if ('rate' in drawn) {
    const { rate, ...rest } = drawn;
    const points = rate.points.map((hourly, k) => [clock(OPEN - 5 + 20 * k), k === 0 ? hourly + 1 : hourly]);
    return { ...rest, rate: { shape: rate.shape, points } };
  }
  const { from, slots, ...rest } = drawn;
  const begins = OPEN + from;
  const ends = Math.min(begins + slots * drawn.every, close);
  return { appointments: { ...rest, from: clock(begins), to: clock(ends) } };
}

/** The recorded list of a source that has one, in the order of time. */
export function rowsOf({ times: drawn }: RandomArrival, { profiles, matters }: Known) {
  if (!('rows' in drawn)) return undefined;
  return [...drawn.rows]
    .sort((a, b) => a.at - b.at)
    .map((one) => ({
      time: one.at * 60,
      profile: one.profile === null ? null : pick(profiles, one.profile),
      matters: pickSome(matters, one.matters),
    }));
}
