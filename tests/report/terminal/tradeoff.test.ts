import { describe, expect, it } from 'vitest';
import { tradeoffText } from '../../../engine/report/terminal/tradeoff.ts';
import { columns } from '../../../engine/scenario/visible.ts';
import { three, weighedLimits } from '../weighed-limits.ts';

const REPORT = weighedLimits();
const POINTS = REPORT.points.filter(({ limit }) => limit !== 300);
const textOf = (points = POINTS) => tradeoffText({ ...REPORT, points }, false);

describe('waiting against exposure', () => {
  const lines = textOf();

  it('says which house it is about, and which days', () => {
    expect(lines.slice(0, 3)).toEqual(['A house', '200 days for each limit · seed A house', '']);
  });

  it('has a row for each limit, and its difference from the first', () => {
    expect(lines.slice(3, 9)).toEqual([
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
    const large = textOf(busy);
    expect(large[4]).toContain(' 280k ± 18k ');
    expect(large.at(-1)).toMatch(/k: thousands\.$/);
    expect(lines.join()).not.toContain('thousands');
  });

  it('fits into 80 columns, also without any exposure', () => {
    const none = POINTS.map((point) => ({ ...point, figures: three(0, 0, 0, 0) }));
    const name = 'Pitkänimisen viraston kolmivaihekilowattituntimittaripalvelut '.repeat(3);
    const long = tradeoffText({ ...REPORT, scenario: name, seed: name }, false);
    for (const line of [...lines, ...textOf(none), ...long]) expect(columns(line)).toBeLessThanOrEqual(80);
  });
});
