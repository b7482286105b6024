/**
 * The families of distributions that the simulation can sample, by the field's usual parameters.
 */

/** A distribution of a number in SI units, all parameters given; what the kernel samples from. */
export type Distribution =
  | { readonly family: 'deterministic'; readonly value: number }
  | { readonly family: 'exponential'; readonly mean: number }
  | { readonly family: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly family: 'erlang'; readonly mean: number; readonly stages: number }
  | { readonly family: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly family: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly family: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly family: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly family: 'uniform'; readonly min: number; readonly max: number }
  | {
      readonly family: 'empirical';
      readonly values: readonly number[];
      /** Not yet normed; as many as values. */
      readonly weights: readonly number[];
    }
  | {
      /** Piecewise linear between (probability, value) points, from probability 0 to 1. */
      readonly family: 'quantiles';
      readonly probabilities: readonly number[];
      readonly values: readonly number[];
    }
  | {
      readonly family: 'mixture';
      readonly weights: readonly number[];
      readonly parts: readonly Distribution[];
    };
