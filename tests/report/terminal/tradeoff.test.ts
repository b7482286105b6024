import { describe, expect, it } from 'vitest';
import { tradeoffText } from '../../../engine/report/terminal/tradeoff.ts';
import { columns } from '../../../engine/scenario/visible.ts';
import { three, weighedLimits } from '../weighed-limits.ts';

const POINTS = weighedLimits().points.filter(({ limit }) => limit !== 300);

describe('waiting against exposure', () => {
  const lines = tradeoffText(POINTS, 200, false);

  it('has a row for each limit, and its difference from the first', () => {
    expect(lines.slice(0, 6)).toEqual([
      'Fall back after mean wait, min           exposed, min             fall-backs',
      '0 min              8.0 ± 1.2   ████····    1600 ± 180   ████████     3.4 ± 0.5',
      '10 min            10.0 ± 1.2   █████···    1200 ± 180   ██████··     1.1 ± 0.5',
      '  paired          +2.0 ± 0.6               −400 ± 90                −2.3 ± 0.3',
      'never             16.0 ± 1.2   ████████     400 ± 180   ██······     0.0 ± 0.5',
      '  paired          +8.0 ± 0.6              −1200 ± 90                −3.4 ± 0.3',
    ]);
  });

  it('has large figures in thousands, and says so', () => {
    const busy = POINTS.map((point) => ({ ...point, figures: three(8, 280_000, 3.4, 100) }));
    const large = tradeoffText(busy, 200, false);
    expect(large[1]).toContain(' 280k ± 18k ');
    expect(large.at(-1)).toMatch(/k: thousands\.$/);
    expect(lines.join()).not.toContain('thousands');
  });

  it('fits into 80 columns, also without any exposure', () => {
    const none = POINTS.map((point) => ({ ...point, figures: three(0, 0, 0, 0) }));
    for (const line of [...lines, ...tradeoffText(none, 200, false)])
      expect(columns(line)).toBeLessThanOrEqual(80);
  });
});
