/**
 * The mean of one number a replication, such as visitors served in a day, with Student's t interval
 * (Student, Biometrika 6(1), 1908).
 */
import { mean } from 'simple-statistics';
import { type Estimate, NOTHING, studentHalfWidth } from './estimate.ts';

export function estimateMean(values: readonly number[], confidence: number): Estimate {
  const n = values.length;
  if (n === 0) return NOTHING;
  const halfWidth = studentHalfWidth(values, n, confidence);
  return { mean: mean(values), halfWidth, n, influence: halfWidth === null ? null : values };
}
