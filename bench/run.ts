/**
 * Runs the benchmarks and prints what was done a second, as the median of several repeats with the least and
 * the most. `--json` prints the same for machines.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { days } from './days.ts';
import { hold } from './hold.ts';
import { mm3 } from './mm3.ts';
import type { Work } from './work.ts';

const WORKS: readonly Work[] = [
  hold(10),
  hold(1_000),
  hold(100_000),
  mm3,
  ...days('DAY', 'scenarios/theory/day.yaml', false),
  ...days('Pori', 'scenarios/pori.yaml', true),
];

const REPEATS = 7;

interface Figure {
  readonly work: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly repeats: number;
  readonly note: string;
  readonly besides?: string;
  /** How many times as long as the work named by `besides`, by the medians. */
  readonly ratio?: number;
}

function measure(work: Work): Figure {
  // The first run warms up the compiler, and is not counted.
  let { note = '' } = work.run();
  const rates: number[] = [];
  for (let k = 0; k < REPEATS; k++) {
    const measured = work.run();
    note = measured.note ?? note;
    rates.push(measured.count / measured.seconds);
  }
  rates.sort((a, b) => a - b);
  return {
    work: work.name,
    unit: work.unit,
    median: rates[REPEATS >> 1],
    min: rates[0],
    max: rates[REPEATS - 1],
    repeats: REPEATS,
    note,
    ...(work.besides !== undefined && { besides: work.besides }),
  };
}

function machine() {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return {
    aula: known ? String(manifest.version) : 'unknown',
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    platform: `${process.platform} ${process.arch}`,
  };
}

/** 16,234,567 as "16.2 M", 1,234 as "1.23 k": three digits. */
function short(x: number): string {
  const [divisor, letter] = x >= 1e6 ? [1e6, ' M'] : x >= 1e3 ? [1e3, ' k'] : [1, '  '];
  return (x / divisor).toPrecision(3) + letter;
}

function table(figures: readonly Figure[]): string {
  const rows = [
    ['', 'median', 'least', 'most', '', ''],
    ...figures.map((of) => [
      of.work,
      short(of.median),
      short(of.min),
      short(of.max),
      of.unit,
      of.ratio === undefined ? of.note : `${of.note}, ${of.ratio.toFixed(2)} times '${of.besides}'`,
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const numeric = (column: number) => 1 <= column && column <= 3;
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell[numeric(column) ? 'padStart' : 'padEnd'](widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** With the ratio to the work that each is set beside. */
function compared(figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => {
    const other = figures.find(({ work }) => work === figure.besides);
    return other === undefined ? figure : { ...figure, ratio: other.median / figure.median };
  });
}

const figures = compared(WORKS.map(measure));
const on = machine();
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ machine: on, figures }, null, 2));
} else {
  console.log(`aula ${on.aula}, Node ${on.node}, ${on.cpu}, ${on.cores} cores, ${on.platform}`);
  console.log(`median, least and most of ${REPEATS} repeats\n`);
  console.log(table(figures));
}
