/**
 * How a scenario writes a distribution: a plain quantity is that value always; otherwise one family by its
 * usual name with the parameters that people know.
 *
 *     service: 12 min
 *     service: { lognormal: { mean: 12 min, cv: 0.7 } }
 *     service: { lognormal: { median: 9 min, p90: 25 min } }
 *     service: { mixture: [ { weight: 3, of: 4 min }, { weight: 1, of: { exponential: { mean: 20 min } } } ] }
 */
import type { Distribution } from '../kernel/distribution.ts';
import { z } from './zod.ts';

/** The families' names in a scenario; a map with only such keys is a distribution, and is replaced whole. */
export const FAMILIES: ReadonlySet<string> = new Set([
  'deterministic',
  'exponential',
  'gamma',
  'erlang',
  'lognormal',
  'weibull',
  'normal',
  'triangular',
  'uniform',
  'empirical',
  'mixture',
]);

/** The 0.9 quantile of the standard normal distribution. */
export const Z90 = 1.2815515655446004;

type Quantity = z.ZodType<number, number | string>;

const positive = () => z.number().positive();
/** A cv or a shape: beyond these a distribution is one value, or none that numbers can hold. */
const spread = () => z.number().min(0.01).max(100);

/** What is said where neither a number nor a map is given. */
const FORM = 'must be a distribution, like { lognormal: { mean: 12 min, cv: 0.7 } }';

/**
 * A schema for a distribution whose parameters are read by `value`, such as `duration()`. The JSON Schema defines it
 * under the given id, which no other schema may have.
 */
export function distribution(value: Quantity, id?: string): z.ZodType<Distribution, unknown> {
  const lazy: z.ZodType<Distribution, unknown> = z.lazy(() => any);
  const self = id === undefined ? lazy : lazy.meta({ id });

  const lognormal = z
    .union([z.strictObject({ mean: value, cv: spread() }), z.strictObject({ median: value, p90: value })], {
      error: 'must be { mean, cv } or { median, p90 }, like { mean: 12 min, cv: 0.7 }',
    })
    .transform((given, context): Distribution => {
      if ('cv' in given) {
        if (given.mean <= 0) {
          context.addIssue({ code: 'custom', message: 'mean must be above 0' });
          return z.NEVER;
        }
        const variance = Math.log(1 + given.cv * given.cv);
        return { family: 'lognormal', mu: Math.log(given.mean) - variance / 2, sigma: Math.sqrt(variance) };
      }
      if (!(given.median > 0 && given.p90 > given.median)) {
        context.addIssue({ code: 'custom', message: 'p90 must be above the median, and the median above 0' });
        return z.NEVER;
      }
      const mu = Math.log(given.median);
      return { family: 'lognormal', mu, sigma: (Math.log(given.p90) - mu) / Z90 };
    });

  const empirical = z
    .union(
      [
        z.strictObject({
          values: z.array(value).min(1),
          weights: z.array(z.number().nonnegative()).optional(),
        }),
        z.strictObject({ quantiles: z.record(z.string(), value) }),
      ],
      {
        error:
          'must be { values, weights } or { quantiles }, like { values: [1 min, 5 min], weights: [2, 1] }',
      },
    )
    .transform((given, context): Distribution => {
      if ('values' in given) {
        const weights = given.weights ?? given.values.map(() => 1);
        if (weights.length !== given.values.length || !weights.some((weight) => weight > 0)) {
          context.addIssue({
            code: 'custom',
            message: `needs one weight for each of the ${given.values.length} values, not all 0`,
          });
          return z.NEVER;
        }
        return { family: 'empirical', values: given.values, weights };
      }
      const points = Object.entries(given.quantiles)
        .map(([text, at]) => ({
          probability: text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text),
          at,
        }))
        .sort((a, b) => a.probability - b.probability);
      const rising = points.every((point, k) => k === 0 || point.at >= (points[k - 1]?.at ?? 0));
      if (points.length < 2 || points[0]?.probability !== 0 || points.at(-1)?.probability !== 1 || !rising) {
        context.addIssue({
          code: 'custom',
          message:
            'quantiles must go from 0 to 1 and must not fall, like { 0: 1 min, 0.5: 4 min, 1: 30 min }',
        });
        return z.NEVER;
      }
      return {
        family: 'quantiles',
        probabilities: points.map((point) => point.probability),
        values: points.map((point) => point.at),
      };
    });

  const ordered = <T extends { min: number; max: number; mode?: number }>(given: T) =>
    given.min <= (given.mode ?? given.min) && (given.mode ?? given.min) <= given.max;

  const family = z
    .strictObject(
      {
        deterministic: z.strictObject({ value }).optional(),
        exponential: z.strictObject({ mean: value }).optional(),
        gamma: z.strictObject({ mean: value, cv: spread() }).optional(),
        erlang: z.strictObject({ mean: value, stages: z.int().positive().max(1000) }).optional(),
        lognormal: lognormal.optional(),
        weibull: z.strictObject({ shape: spread(), scale: value }).optional(),
        normal: z.strictObject({ mean: value, sd: value }).optional(),
        triangular: z
          .strictObject({ min: value, mode: value, max: value })
          .refine(ordered, 'needs min ≤ mode ≤ max')
          .optional(),
        uniform: z.strictObject({ min: value, max: value }).refine(ordered, 'needs min ≤ max').optional(),
        empirical: empirical.optional(),
        mixture: z
          .array(z.strictObject({ weight: positive(), of: self }))
          .min(1)
          .optional(),
      },
      { error: (issue) => (issue.code === 'invalid_type' ? FORM : undefined) },
    )
    .meta({ minProperties: 1, maxProperties: 1 })
    .transform((given, context): Distribution => {
      const names = Object.keys(given);
      if (names.length !== 1) {
        context.addIssue({
          code: 'custom',
          message: `needs exactly one family of distributions, has ${names.length === 0 ? 'none' : names.join(' and ')}`,
        });
        return z.NEVER;
      }
      if (given.deterministic) return { family: 'deterministic', ...given.deterministic };
      if (given.exponential) return { family: 'exponential', ...given.exponential };
      if (given.gamma) return { family: 'gamma', ...given.gamma };
      if (given.erlang) return { family: 'erlang', ...given.erlang };
      if (given.lognormal) return given.lognormal;
      if (given.weibull) return { family: 'weibull', ...given.weibull };
      if (given.normal) return { family: 'normal', ...given.normal };
      if (given.triangular) return { family: 'triangular', ...given.triangular };
      if (given.uniform) return { family: 'uniform', ...given.uniform };
      if (given.empirical) return given.empirical;
      const parts = given.mixture ?? [];
      return {
        family: 'mixture',
        weights: parts.map((part) => part.weight),
        parts: parts.map((part) => part.of),
      };
    });

  const any: z.ZodType<Distribution, unknown> = z.union([
    value.transform((constant): Distribution => ({ family: 'deterministic', value: constant })),
    family,
  ]);
  return self;
}
