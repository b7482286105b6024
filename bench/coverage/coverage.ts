/**
 * How often 95 % intervals hold the truth: a thousand experiments of some days each, drawn from a population of simulated
 * days. `npm run -s coverage`; with `--write` the result goes to bench/results/coverage.json. A rate from a thousand
 * experiments is itself sure to about 1.4 percentage points, which is shown.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import seedrandom from 'seedrandom';
import { mean } from 'simple-statistics';
import { estimateOf } from '../../engine/experiment/results.ts';
import { scopeAt } from '../../engine/statistics/scopes.ts';
import { CASES, type Case } from './cases.ts';
import { HeldRate } from './held-rate.ts';
import { modelAt, Population, type Target } from './population.ts';

const CONFIDENCE = 0.95;
const DAYS = [20, 50, 100, 200];
/** Estimates of fewer days are not adjusted. */
const ADJUSTED_DAYS = [200, 400];

interface Row {
  readonly case: string;
  readonly measure: string;
  readonly scope: ReturnType<typeof scopeAt>;
  /** In SI units, and whether theory or the population has it. */
  readonly truth: number;
  readonly isKnown: boolean;
  /** Whether estimates were adjusted for the arrivals. */
  readonly isAdjusted: boolean;
  readonly days: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** The mean half-width over the truth. */
  readonly relativeHalfWidth: number;
  /** Experiments that could give no interval. */
  readonly without: number;
}

interface Trial {
  readonly of: Case;
  readonly population: Population;
  readonly targets: readonly Target[];
  readonly repeats: number;
  readonly days: readonly number[];
  readonly isAdjusted: boolean;
}

function rowsOf({ of, population, targets, repeats, days: counts, isAdjusted }: Trial): Row[] {
  const truths = targets.map((target) => of.known?.[target.definition.measure] ?? population.truth(target));
  const expected = isAdjusted ? population.arrivals() : null;
  return counts.flatMap((days) => {
    const random = seedrandom(`coverage/${of.name}/${days}`);
    const rates = targets.map((_, k) => new HeldRate(truths[k]));
    for (let k = 0; k < repeats; k++) {
      const sample = population.experiment(days, random, expected);
      for (const [at, { definition, kind, index }] of targets.entries()) {
        rates[at].add(estimateOf(sample, definition, kind, index, CONFIDENCE));
      }
    }
    return targets.flatMap(({ definition: { measure, unit }, kind, index }, at): Row[] => {
      const truth = truths[at];
      // What never happens, or always, has nothing to be unsure of.
      if (!(truth > 0) || (unit === '1' && truth === 1)) return [];
      const scope = scopeAt(kind, index, population.model.ids);
      const isKnown = of.known !== undefined;
      return [{ case: of.name, measure, scope, truth, isKnown, isAdjusted, days, ...rates[at].result() }];
    });
  });
}

const nameOf = ({ measure, scope }: Row) => [measure, ...Object.values(scope)].join(' ');
const isInside = ({ rate }: Row) => 0.93 <= rate && rate <= 0.97;
const isWhole = ({ scope }: Row) => Object.keys(scope).length === 0;
const percent = (share: number) => (100 * share).toFixed(1);

/** One line a measure of the house, and one for all others; those of other scopes that lie outside by name. */
function print(rows: readonly Row[]): void {
  const counts = [...new Set(rows.map(({ days }) => days))];
  const by = (days: number, name: string) => rows.find((row) => row.days === days && nameOf(row) === name);
  const names = [...new Set(rows.filter(isWhole).map(nameOf))];
  console.log(['', ...counts.map((days) => `${days} days`.padStart(24))].join(''.padEnd(3)));
  for (const name of names) {
    const cells = counts.map((days) => {
      const row = by(days, name);
      if (row === undefined) return '';
      return `${percent(row.rate)} (${percent(row.low)}-${percent(row.high)})${isInside(row) ? ' ' : '*'}`;
    });
    console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(22)).join(''));
  }
  for (const days of counts) {
    const parts = rows.filter((row) => row.days === days && !isWhole(row));
    if (parts.length === 0) continue;
    const outside = parts.filter((row) => !isInside(row));
    const average = percent(mean(parts.map(({ rate }) => rate)));
    console.log(
      `\n${days} days, ${parts.length} by agency, role, type, kind: ${average} on average; outside:`,
    );
    for (const row of outside) {
      console.log(`  ${nameOf(row).padEnd(40)} ${percent(row.rate)}   ± ${percent(row.relativeHalfWidth)} %`);
    }
  }
}

/** How many times as many days the plain estimates would take for the half-width of the adjusted ones. */
function printSavings(plain: readonly Row[], adjusted: readonly Row[]): void {
  console.log('\nreplications saved by the adjustment, times as many without');
  for (const name of new Set(adjusted.map(nameOf))) {
    const cells = ADJUSTED_DAYS.map((days) => {
      const isIt = (row: Row) => row.days === days && nameOf(row) === name;
      const [one, other] = [plain.find(isIt), adjusted.find(isIt)];
      if (one === undefined || other === undefined) return '';
      return ((one.relativeHalfWidth / other.relativeHalfWidth) ** 2).toFixed(2);
    });
    console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(22)).join(''));
  }
}

/** Writes the rows in the place of earlier ones of the same cases. */
function write(rows: readonly Row[], repeats: number): void {
  const file = new URL('../results/coverage.json', import.meta.url);
  const before: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { rows: [] };
  const kept = (before as { rows: Row[] }).rows.filter((row) =>
    rows.every((other) => other.case !== row.case),
  );
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(5)) : value;
  const lines = [...kept, ...rows].map((row) => JSON.stringify(row, rounded));
  const head = JSON.stringify({ confidence: CONFIDENCE, repeats }).slice(1, -1);
  writeFileSync(file, `{${head},"rows":[\n${lines.join(',\n')}\n]}\n`);
}

const { values: options } = parseArgs({
  options: {
    repeats: { type: 'string', default: '1000' },
    population: { type: 'string', default: '20000' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const [repeats, size] = [Number(options.repeats), Number(options.population)];
for (const of of CASES.filter(({ name }) => options.only === undefined || name === options.only)) {
  const model = modelAt(of.path, of.change);
  const targets = of.targets(model);
  // Where theory knows the truth, that of the population must not lie far off it, and days are short.
  const days = of.known === undefined ? size : 2 * size;
  const population = new Population(model, targets, 'coverage', days);
  const plain = rowsOf({ of, population, targets, repeats, days: DAYS, isAdjusted: false });
  console.log(`\n${of.name}: ${repeats} experiments, population of ${days} days; * outside 93 to 97 %`);
  print(plain);
  if (of.known !== undefined) {
    if (options.write) write(plain, repeats);
    continue;
  }
  const house = targets.filter(({ kind }) => kind === 'all');
  const trial = { of, population, targets: house, repeats, days: ADJUSTED_DAYS };
  const adjusted = rowsOf({ ...trial, isAdjusted: true });
  console.log(`\n${of.name}, adjusted for the arrivals`);
  print(adjusted);
  printSavings(rowsOf({ ...trial, isAdjusted: false }), adjusted);
  if (options.write) write([...plain, ...adjusted], repeats);
}
