/**
 * A result as a picture: ours and SimPy in terms of C++, with the bars; and what a day costs as halls grow. One SVG that
 * follows the reader's choice of light or dark.
 */
import { bestPeer, timesBest } from './bars.ts';
import { growthPanel } from './growth-panel.ts';
import { CPP, SIMPY } from './peers/peers.ts';
import { type Figure, type Result, ratioOf } from './result.ts';
import { element, logAxis, text, WIDTH } from './svg.ts';

const ROW = 30;
const LABELS = 190;
const MARGIN = 24;
const LINE = 17;

const STYLE = `
  svg { --ink: #1f2328; --quiet: #6a737d; --line: #d0d7de; --ours: #0b6bcb; --peer: #b35900; --ground: #ffffff; }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e6edf3; --quiet: #9aa4ae; --line: #3d444d; --ours: #58a6ff; --peer: #f0a050; --ground: #0d1117; }
  }
  text { font: 13px system-ui, sans-serif; fill: var(--ink); }
  .title { font-weight: 600; font-size: 15px; }
  .quiet { fill: var(--quiet); font-size: 12px; }
  .halo { stroke: var(--ground); stroke-width: 4px; paint-order: stroke; }
  .grid { stroke: var(--line); fill: none; }
  .one { stroke: var(--ink); }
  .ours { fill: var(--ours); stroke: var(--ours); }
  .peer { fill: var(--ground); stroke: var(--peer); stroke-width: 2; }
  .bar { stroke: var(--ours); stroke-width: 2; stroke-dasharray: 3 2; }
  .curve { stroke: var(--ours); stroke-width: 2; fill: none; }
`;

export function picture(result: Result): string {
  const speeds = speedPanel(result);
  const growth = growthPanel(result.figures, speeds.height);
  const { machine, date, revision, peers } = result;
  const made = [
    `aula ${machine.aula} (${revision}), ${date.slice(0, 10)} · Node ${machine.node} · ${machine.cpu}`,
    ...Object.values(peers),
  ];
  const panels = speeds.height + growth.height + MARGIN;
  const height = panels + made.length * LINE;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'aria-label': 'How fast aula is',
    },
    element('style', {}, STYLE),
    element('rect', { width: WIDTH, height, fill: 'var(--ground)' }),
    speeds.content,
    growth.content,
    ...made.map((line, k) => text(MARGIN, panels + (k + 0.25) * LINE, line, 'quiet')),
  );
}

/** Where the axis of speeds may have a tick; it begins with 0.01, or further down where a peer is slower. */
const SPEEDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];
const LATEST_START = SPEEDS.indexOf(0.01);
/** From the middle of a mark to its figure, and how wide that is. */
const BESIDE = 11;
const FIGURE_WIDTH = 28;

function speedPanel({ figures, bars }: Result): { height: number; content: string } {
  const works = [...new Set(figures.flatMap(({ peer }) => (peer ? [peer.of] : [])))].filter(
    (work) => timesBest(figures, work, CPP) !== null,
  );
  if (works.length === 0) return { height: 0, content: '' };
  const top = 64;
  const bottom = top + works.length * ROW;
  const shown = works.flatMap((work) => [timesBest(figures, work, CPP), simpyInCpp(figures, work)]);
  const least = Math.min(...shown.filter((times) => times !== null));
  const first = Math.max(
    0,
    Math.min(
      LATEST_START,
      SPEEDS.findLastIndex((speed) => speed <= least),
    ),
  );
  const speeds = SPEEDS.slice(first);
  const axis = logAxis([speeds[0], 2], [LABELS, WIDTH - MARGIN]);
  const ticks = speeds.map((tick) => {
    const x = axis(tick);
    return [
      element('line', { x1: x, x2: x, y1: top, y2: bottom, class: tick === 1 ? 'one' : 'grid' }),
      text(x, bottom + 16, tick === 1 ? '1 = C++' : String(tick), 'quiet', 'middle'),
    ].join('');
  });
  const rows = works.map((work, index) => {
    const y = top + (index + 0.5) * ROW;
    const ours = timesBest(figures, work, CPP);
    const simpy = simpyInCpp(figures, work);
    const bar = bars.find((one) => one.text === `${work}: times the speed of ${CPP}`)?.least;
    return [
      text(MARGIN, y + 4, work),
      bar === undefined
        ? ''
        : element('line', { x1: axis(bar), x2: axis(bar), y1: y - 11, y2: y + 11, class: 'bar' }),
      simpy === null ? '' : element('circle', { cx: axis(simpy), cy: y, r: 5, class: 'peer' }),
      ours === null ? '' : element('circle', { cx: axis(ours), cy: y, r: 6, class: 'ours' }),
      ours === null
        ? ''
        : figureBeside(axis(ours), y, ours, [axis(1), ...(bar === undefined ? [] : [axis(bar)])]),
    ].join('');
  });
  const legend = [
    element('circle', { cx: LABELS, cy: 44, r: 6, class: 'ours' }),
    text(LABELS + 12, 48, 'aula', 'quiet'),
    element('circle', { cx: LABELS + 64, cy: 44, r: 5, class: 'peer' }),
    text(LABELS + 76, 48, 'SimPy', 'quiet'),
    element('line', { x1: LABELS + 134, x2: LABELS + 134, y1: 35, y2: 53, class: 'bar' }),
    text(LABELS + 144, 48, 'bar', 'quiet'),
  ];
  const title = text(MARGIN, 26, 'The same work, times the speed of C++ (one thread)', 'title');
  return { height: bottom + 40, content: [title, ...legend, ...ticks, ...rows].join('\n') };
}

/** To the right of its mark or, where one of the upright lines would go through it there, to the left; or else above. */
function figureBeside(x: number, y: number, times: number, lines: readonly number[]): string {
  const isFree = (from: number, to: number) => !lines.some((line) => line > from && line < to);
  const figure = times.toFixed(2);
  if (isFree(x, x + BESIDE + FIGURE_WIDTH)) return text(x + BESIDE, y + 4, figure, 'quiet halo', 'start');
  if (isFree(x - BESIDE - FIGURE_WIDTH, x)) return text(x - BESIDE, y + 4, figure, 'quiet halo', 'end');
  return text(x, y - BESIDE, figure, 'quiet halo', 'middle');
}

function simpyInCpp(figures: readonly Figure[], work: string): number | null {
  const [simpy, cpp] = [bestPeer(figures, work, SIMPY), bestPeer(figures, work, CPP)];
  return simpy && cpp ? ratioOf(simpy, cpp) : null;
}
