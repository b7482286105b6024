/**
 * Which of several designs are worth a thought when two things are weighed against each other, waiting and exposure: those
 * that no other is better than in both (Pareto). Whether a design is beaten for sure is told by paired differences.
 */
import { type Estimate, pairedDifference } from './estimate/estimate.ts';
import { confidenceOfEach } from './simultaneous.ts';

/** Of one design: of both, less is better. */
export interface Weights {
  readonly wait: Estimate;
  readonly exposure: Estimate;
}

export interface Standing {
  /** No other design waits and exposes less, or one of them less and the other as much. */
  readonly isOnFrontier: boolean;
  /** Which other design is better in both, the surest first; null on the frontier. */
  readonly beatenBy: number | null;
  /** Whether both differences from that one are real, their intervals holding for all pairs of designs together. */
  readonly isSure: boolean;
}

/** The standings in the order of the designs, all of the same replications. */
export function standings(designs: readonly Weights[], confidence = 0.95): Standing[] {
  const pairs = (designs.length * (designs.length - 1)) / 2;
  const each = confidenceOfEach(confidence, 2 * pairs);
  return designs.map((design): Standing => {
    const better = designs.flatMap((other, index) => (dominates(other, design) ? [index] : []));
    const [first] = better;
    if (first === undefined) return { isOnFrontier: true, beatenBy: null, isSure: false };
    const sure = better.find((index) => isSurelyLess(designs[index], design, each));
    return { isOnFrontier: false, beatenBy: sure ?? first, isSure: sure !== undefined };
  });
}

function dominates(one: Weights, other: Weights): boolean {
  const wait = (one.wait.mean ?? Number.NaN) - (other.wait.mean ?? Number.NaN);
  const exposure = (one.exposure.mean ?? Number.NaN) - (other.exposure.mean ?? Number.NaN);
  return wait <= 0 && exposure <= 0 && (wait < 0 || exposure < 0);
}

function isSurelyLess(one: Weights, other: Weights, confidence: number): boolean {
  return [
    pairedDifference(one.wait, other.wait, confidence),
    pairedDifference(one.exposure, other.exposure, confidence),
  ].every(({ mean, halfWidth }) => mean !== null && halfWidth !== null && mean + halfWidth < 0);
}
