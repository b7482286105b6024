/** The curves of what a day costs as halls grow, on logarithmic axes, beside linear growth. */
import { line } from 'd3';
import type { Figure } from './result.ts';
import { element, logAxis, text, WIDTH } from './svg.ts';

const HEIGHT = 250;
const LEFT = 60;
const RIGHT = WIDTH - 240;
/** Only growth of the hall itself: how talk grows in one is told by its exponent. */
const SHOWN = ['hall', 'hall with a floor and privacy'];

/** Empty where no growth was measured. */
export function growthPanel(figures: readonly Figure[], top: number): { height: number; content: string } {
  const curves = SHOWN.map((name) => ({
    name,
    points: figures.flatMap(({ curve, median }) =>
      curve?.name === name ? [{ times: curve.times, cost: median }] : [],
    ),
  })).filter(({ points }) => points.length > 1);
  if (curves.length === 0) return { height: 0, content: '' };
  const all = curves.flatMap(({ points }) => points);
  const [low, high] = [Math.min(...all.map(({ cost }) => cost)), Math.max(...all.map(({ cost }) => cost))];
  const x = logAxis([1, Math.max(...all.map(({ times }) => times))], [LEFT, RIGHT]);
  const y = logAxis([low / 1.5, high * 1.5], [top + HEIGHT - 10, top + 44]);
  const path = line<{ times: number; cost: number }>(
    ({ times }) => x(times),
    ({ cost }) => y(cost),
  );
  const exponentOf = (name: string) =>
    figures.find(({ work }) => work === `Growth, ${name}: exponent`)?.median.toFixed(2) ?? '';
  const content = [
    text(24, top + 26, 'Cost of a day as visitors, places and clerks grow together', 'title'),
    ...[1, 3, 10, 30, 100]
      .filter((tick) => tick <= x.domain()[1])
      .map(
        (tick) =>
          element('line', { x1: x(tick), x2: x(tick), y1: top + 44, y2: top + HEIGHT - 10, class: 'grid' }) +
          text(x(tick), top + HEIGHT + 6, `× ${tick}`, 'quiet', 'middle'),
      ),
    ...[0.1, 1, 10, 100, 1000, 10_000, 100_000]
      .filter((tick) => tick >= y.domain()[0] && tick <= y.domain()[1])
      .map(
        (tick) =>
          element('line', { x1: LEFT, x2: RIGHT, y1: y(tick), y2: y(tick), class: 'grid' }) +
          text(LEFT - 6, y(tick) + 4, tick < 1000 ? `${tick} ms` : `${tick / 1000} s`, 'quiet', 'end'),
      ),
    ...curves.map(({ name, points }) => {
      const last = points[points.length - 1];
      return [
        element('path', { d: path(points) ?? '', class: 'curve' }),
        ...points.map(({ times, cost }) =>
          element('circle', { cx: x(times), cy: y(cost), r: 4, class: 'ours' }),
        ),
        text(x(last.times) + 10, y(last.cost) - 2, name),
        text(x(last.times) + 10, y(last.cost) + 14, `exponent ${exponentOf(name)}`, 'quiet'),
      ].join('');
    }),
  ];
  return { height: HEIGHT + 24, content: content.join('\n') };
}
