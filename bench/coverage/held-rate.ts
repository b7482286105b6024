/** How often intervals hold a known truth, with the interval that this rate itself has: Wilson's (JASA 22, 1927), for 95 %. */
import type { Estimate } from '../../engine/experiment/estimate/estimate.ts';

const Z = 1.959964;

export class HeldRate {
  private readonly truth: number;
  private held = 0;
  private without = 0;
  private with = 0;
  private widths = 0;

  constructor(truth: number) {
    this.truth = truth;
  }

  add({ mean, halfWidth }: Estimate): void {
    if (mean === null || halfWidth === null) {
      this.without++;
      return;
    }
    this.with++;
    this.widths += halfWidth;
    if (Math.abs(mean - this.truth) <= halfWidth) this.held++;
  }

  result() {
    const { held, truth, widths, without } = this;
    const n = this.with;
    const rate = held / n;
    const centre = (rate + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
    const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((rate * (1 - rate)) / n + (Z * Z) / (4 * n * n));
    return { rate, low: centre - half, high: centre + half, relativeHalfWidth: widths / n / truth, without };
  }
}
