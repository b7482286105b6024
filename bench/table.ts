/** Results as text for the terminal: the figures, with ours set beside the peers, the bars, and what has changed. */
import { timesBest } from './bars.ts';
import type { Comparison } from './compare.ts';
import { CPP, SIMPY } from './peers/peers.ts';
import type { Figure, Judged, Result } from './result.ts';

export function resultText(result: Result): string {
  const { machine, date, revision, load, peers, figures, absent, bars } = result;
  const lines = [
    `aula ${machine.aula} (${revision}), Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores, ${machine.platform}`,
    ...Object.entries(peers).map(([language, version]) => `${language}: ${version}`),
    `${date}, load ${load.join(' to ')}; median, least and most of the rounds`,
    '',
    columns([['', 'median', 'least', 'most', '', ''], ...figures.map(figureRow)], 'lrrrll'),
    ...absent.map(({ work, reason }) => `${work}: absent, ${reason}`),
    ...besidePeers(figures),
    ...(bars.length > 0 ? ['', columns([['Bars', '', '', ''], ...bars.map(barRow)], 'lrll')] : []),
  ];
  return lines.join('\n');
}

export function comparisonText({ changes, missing }: Comparison): string {
  const rows = changes.map(({ work, ratio, isWorse }) => [work, ratio.toFixed(2), isWorse ? 'worse' : '']);
  return [
    'How many times as good as before, the speed of the machine taken out',
    columns([['', 'ratio', ''], ...rows], 'lrl'),
    ...missing.map((work) => `${work}: not in the second result`),
  ].join('\n');
}

/** 16,234,567 as "16.2 M", 1,234 as "1.23 k": three digits. */
export function short(x: number): string {
  const [divisor, letter] = x >= 1e6 ? [1e6, ' M'] : x >= 1e3 ? [1e3, ' k'] : [1, '  '];
  return (x / divisor).toPrecision(3) + letter;
}

function figureRow(of: Figure): string[] {
  const beside = of.ratio === undefined ? '' : `, ${of.ratio.toFixed(2)} times '${of.besides}'`;
  return [of.work, short(of.median), short(of.min), short(of.max), of.unit, of.note + beside];
}

/** Our speed in that of each peer, its best version. */
function besidePeers(figures: readonly Figure[]): string[] {
  const works = new Set(figures.flatMap(({ peer }) => (peer ? [peer.of] : [])));
  if (works.size === 0) return [];
  const times = (work: string, language: string) =>
    timesBest(figures, work, language)?.toPrecision(3) ?? 'absent';
  const rows = [...works].map((work) => [work, times(work, CPP), times(work, SIMPY)]);
  return ['', columns([['Ours, times the best of', CPP, SIMPY], ...rows], 'lrr')];
}

function barRow({ text, value, least, most, isMet }: Judged): string[] {
  const limit =
    least !== undefined && most !== undefined
      ? `${least} to ${most}`
      : least !== undefined
        ? `at least ${least}`
        : `at most ${most}`;
  return [text, value.toPrecision(3), limit, isMet ? 'met' : 'missed'];
}

/** Cells in columns, each set left (l) or right (r). */
function columns(rows: readonly string[][], sides: string): string {
  const widths = [...sides].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text: string, column: number) =>
    sides[column] === 'r' ? text.padStart(widths[column]) : text.padEnd(widths[column]);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
