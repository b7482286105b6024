/** Quantities: what each text means in SI units, and what is said against others. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  clock,
  coordinate,
  duration,
  length,
  limit,
  positiveDuration,
  rate,
  share,
  signedDuration,
  speed,
} from '../../engine/scenario/quantity.ts';

const KINDS = {
  clock,
  coordinate,
  duration,
  length,
  limit,
  positiveDuration,
  rate,
  share,
  signedDuration,
  speed,
};
type Kind = keyof typeof KINDS;

const read = (kind: Kind, given: unknown): unknown => {
  const schema: z.ZodType = KINDS[kind]();
  const result = schema.safeParse(given);
  return result.success ? result.data : result.error.issues.map((issue) => issue.message).join('; ');
};

describe('a quantity in SI units', () => {
  const cases: readonly (readonly [Kind, number | string, number])[] = [
    ['duration', 12, 720],
    ['duration', '12', 720],
    ['duration', '12 min', 720],
    ['duration', '12min', 720],
    ['duration', '1.5 h', 5400],
    ['duration', '.5 min', 30],
    ['duration', '2 d', 172_800],
    ['duration', '1e2 s', 100],
    ['signedDuration', '-5 min', -300],
    ['clock', '08:00', 28_800],
    ['clock', '8:00', 28_800],
    ['clock', '16:15:30', 58_530],
    ['clock', '24:00', 86_400],
    ['clock', '2000 h', 7_200_000],
    ['clock', 0, 0],
    ['length', 1.5, 1.5],
    ['length', '150 cm', 1.5],
    ['coordinate', '-2 m', -2],
    ['speed', '1.3 m/s', 1.3],
    ['speed', '3.6 km/h', 1],
    ['rate', 36, 0.01],
    ['rate', '6 /min', 0.1],
    ['share', 0.05, 0.05],
    ['share', '5 %', 0.05],
    ['limit', 'never', Number.POSITIVE_INFINITY],
    ['limit', '10 min', 600],
  ];
  it.each(cases)('%s %s is %d', (kind, given, expected) => {
    expect(read(kind, given)).toBeCloseTo(expected, 12);
  });
});

describe('what is no quantity', () => {
  const cases: readonly (readonly [Kind, unknown, string])[] = [
    ['duration', 'soon', "'soon' is not a duration; write it like '12 min'"],
    ['duration', '', "'' is not a duration; write it like '12 min'"],
    ['duration', '12 parsec', "'parsec' is not a unit of duration; use min, s, h, d"],
    ['duration', '12 m', "'m' is not a unit of duration; use min, s, h, d"],
    ['duration', '1,5 h', "'1,5 h' is not a duration; write it like '12 min'"],
    ['duration', '-1 s', 'must not be negative, is -1 s'],
    ['duration', '1e999 s', '1e999 s is too large a number'],
    ['duration', 1e308, '1e+308 is too large a number'],
    ['duration', `${'1'.repeat(100)} s`, `'${'1'.repeat(40)}…' is not a duration; write it like '12 min'`],
    ['duration', true, "must be a duration, like '12 min'"],
    ['positiveDuration', 0, 'must be above 0, is 0'],
    ['clock', 8, "8 is not a time of day; write it like '08:00'"],
    ['clock', 8.3, "8.3 is not a time of day; write it like '08:00'"],
    ['clock', '8.30', "'8.30' is not a time of day; write it like '08:00'"],
    ['clock', '08:60', "'08:60' is not a time of day; write it like '08:00'"],
    ['clock', '8 am', "'8 am' is not a time of day; write it like '08:00'"],
    ['clock', '-1 h', 'must not be negative, is -1 h'],
    ['share', '101 %', 'must be from 0 to 1 (0 % to 100 %), is 101 %'],
    ['share', -0.1, 'must be from 0 to 1 (0 % to 100 %), is -0.1'],
    ['share', '5 min', "'min' is not a unit of share; use %"],
    ['speed', '0', 'must be from 0.05 to 12.5 m/s, is 0'],
  ];
  it.each(cases)('%s %s', (kind, given, message) => {
    expect(read(kind, given)).toBe(message);
  });
});
