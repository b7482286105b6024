/** A trade-off of made-up figures, by four limits. */
import type { Measure } from '../../engine/experiment/results.ts';
import type { TradeoffReport } from '../../engine/report/tradeoff-report.ts';

const measure = (name: string, mean: number, halfWidth: number): Measure => ({
  measure: name,
  scope: {},
  unit: name === 'fallback.count' ? '1/day' : 'min',
  mean,
  halfWidth,
  confidence: 0.95,
  n: 200,
});

export const three = (wait: number, exposure: number, fallBacks: number, share: number) => ({
  'wait.mean': measure('wait.mean', wait, 1.2 * share),
  'privacy.exposure': measure('privacy.exposure', exposure, 180 * share),
  'fallback.count': measure('fallback.count', fallBacks, 0.5 * share),
});

export function weighedLimits(scenario = 'A house'): TradeoffReport {
  return {
    version: '0.0.0',
    scenario,
    seed: scenario,
    replications: 200,
    asked: 4,
    points: [
      { limit: 0, figures: three(8, 1600, 3.4, 1), differences: null },
      { limit: 300, figures: three(8.5, 1550, 2.4, 1), differences: three(0.5, -50, -1, 0.5) },
      { limit: 600, figures: three(10, 1200, 1.1, 1), differences: three(2, -400, -2.3, 0.5) },
      {
        limit: Number.POSITIVE_INFINITY,
        figures: three(16, 400, 0, 1),
        differences: three(8, -1200, -3.4, 0.5),
      },
    ],
  };
}
