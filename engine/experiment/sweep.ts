/**
 * A sweep: one scenario in many variants, all with the same visitors, each compared with one of them. Of each variant only
 * what is weighed is kept, so that memory does not grow with their days.
 */
import { type Contrasted, Contrasts } from './contrasts.ts';
import { type Standing, standings, type Weights } from './frontier.ts';
import { estimateFor, type Results } from './results.ts';
import type { Weighed } from './weighed.ts';

export interface Swept<Variant> {
  readonly variant: Variant;
  readonly results: Pick<Results, 'measures'>;
  readonly contrasted: Contrasted;
  /** Among all variants, by waiting against exposure; null where nothing limits what may be perceived. */
  readonly standing: Standing | null;
}

export interface Sweep<Variant> {
  /** In the order of the variants; all that were run to their end. */
  readonly swept: readonly Swept<Variant>[];
  readonly contrasts: Pick<Contrasts, 'confidence' | 'comparisons' | 'confidenceOfEach'>;
}

/**
 * Runs the variants, the base first, until one is not run to its end and gives null.
 *
 * @param base the index of the variant that the others are compared with
 */
export async function sweep<Variant>(
  variants: readonly Variant[],
  base: number,
  weighed: readonly Weighed[],
  run: (variant: Variant, index: number) => Promise<Results | null>,
): Promise<Sweep<Variant>> {
  const contrasts = new Contrasts(weighed, weighed.length * (variants.length - 1));
  const isExposureWeighed = weighed.some(({ measure }) => measure === 'privacy.exposure');
  const others = variants.map((_, index) => index).filter((index) => index !== base);
  const order = [base, ...others];
  const done = new Map<number, Omit<Swept<Variant>, 'standing'> & { weights: Weights | null }>();
  for (const index of order) {
    const variant = variants[index];
    const results = await run(variant, index);
    if (results === null) break;
    const { measures } = results;
    done.set(index, {
      variant,
      results: { measures },
      contrasted: contrasts.add(results),
      weights: isExposureWeighed ? weightsOf(results) : null,
    });
  }
  const found = [...done].sort(([one], [other]) => one - other).map(([, each]) => each);
  const weights = found.flatMap((each) => (each.weights === null ? [] : [each.weights]));
  const standing = weights.length === found.length ? standings(weights, contrasts.confidence) : [];
  return {
    swept: found.map(({ weights: _, ...each }, k) => ({ ...each, standing: standing[k] ?? null })),
    contrasts,
  };
}

function weightsOf(results: Results): Weights | null {
  const wait = estimateFor(results, 'wait.mean', {});
  const exposure = estimateFor(results, 'privacy.exposure', {});
  return wait === null || exposure === null ? null : { wait, exposure };
}
