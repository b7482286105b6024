/**
 * Small values of scenario documents: times in whole minutes, so that much happens at one moment, distributions
 * of durations, and references to parts that are only known once the whole document is put together.
 */
import fc from 'fast-check';

/** Part of a document, before it is parsed. */
export type Tree = { [key: string]: unknown };

/** Doors open at this minute; the first ones to come are there before. */
export const OPEN = 10;

export const minutes = (min: number, max: number) => fc.integer({ min, max });
export const clock = (minute: number) => `${minute} min`;

/** One in `of` documents has it; shrinks to none. */
export const sometimes = <T>(value: fc.Arbitrary<T>, of = 3): fc.Arbitrary<T | undefined> =>
  rarely<T | undefined>(value, undefined, of);

/** One in `of` times this, `otherwise` in all others; shrinks to `otherwise`. */
export const rarely = <T>(value: fc.Arbitrary<T>, otherwise: T, of = 4) =>
  fc.oneof({ arbitrary: fc.constant(otherwise), weight: of - 1 }, { arbitrary: value, weight: 1 });

export const share = () => fc.constantFrom(0, 0.5, 1);
export const rareShare = (of = 4) => rarely(fc.constantFrom(0.5, 1), 0, of);

/** Around so many minutes; mostly a whole number of them, always the same. */
export const durations = (min: number, max: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: minutes(min, max), weight: 5 },
    { arbitrary: minutes(min + 1, max).map((mean) => ({ exponential: { mean } })), weight: 1 },
    { arbitrary: minutes(min + 1, max).map((mean) => ({ gamma: { mean, cv: 0.7 } })), weight: 1 },
    {
      arbitrary: fc
        .tuple(minutes(min, max), minutes(min, max))
        .map((values) => ({ empirical: { values, weights: [1, 2] } })),
      weight: 1,
    },
  );

/** A member of a list that is known later, by its number modulo the length. */
export const pick = <T>(list: readonly T[], number: number): T => {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** Some members of a list, none twice, in the order of the numbers; at least one if there are numbers. */
export const pickSome = <T>(list: readonly T[], numbers: readonly number[]): T[] => [
  ...new Set(numbers.map((number) => pick(list, number))),
];

export const numbers = (minLength: number, maxLength: number) =>
  fc.array(fc.nat(11), { minLength, maxLength });
