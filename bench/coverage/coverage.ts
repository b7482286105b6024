/**
 * How often 95 % intervals hold the truth: a thousand experiments of some days each, drawn from a population of simulated
 * days. `npm run -s coverage`; with `--write` the result goes to bench/results/coverage.json. A rate from a thousand
 * experiments is itself sure to about 1.4 percentage points, which is shown.
 */
import { writeFileSync } from 'node:fs';
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

interface Row {
  readonly case: string;
  readonly measure: string;
  readonly scope: ReturnType<typeof scopeAt>;
  /** In SI units, and whether theory or the population has it. */
  readonly truth: number;
  readonly isKnown: boolean;
  readonly days: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** The mean half-width over the truth. */
  readonly relativeHalfWidth: number;
  /** Experiments that could give no interval. */
  readonly without: number;
}

function rowsOf(one: Case, population: Population, targets: readonly Target[], repeats: number): Row[] {
  const truths = targets.map((target) => one.known?.[target.definition.measure] ?? population.truth(target));
  return DAYS.flatMap((days) => {
    const random = seedrandom(`coverage/${one.name}/${days}`);
    const rates = targets.map((_, k) => new HeldRate(truths[k]));
    for (let k = 0; k < repeats; k++) {
      const sample = population.experiment(days, random);
      for (const [at, { definition, kind, index }] of targets.entries()) {
        rates[at].add(estimateOf(sample, definition, kind, index, CONFIDENCE));
      }
    }
    return targets.flatMap(({ definition, kind, index }, at): Row[] => {
      const truth = truths[at];
      // What never happens, or always, has nothing to be unsure of.
      if (!(truth > 0) || (definition.unit === '1' && truth === 1)) return [];
      const scope = scopeAt(kind, index, population.model.ids);
      const isKnown = one.known !== undefined;
      return [
        { case: one.name, measure: definition.measure, scope, truth, isKnown, days, ...rates[at].result() },
      ];
    });
  });
}

const nameOf = ({ measure, scope }: Row) => [measure, ...Object.values(scope)].join(' ');
const isInside = ({ rate }: Row) => 0.93 <= rate && rate <= 0.97;
const isWhole = ({ scope }: Row) => Object.keys(scope).length === 0;
const percent = (share: number) => (100 * share).toFixed(1);

/** One line a measure of the house, and one for all others; those of other scopes that lie outside by name. */
function print(rows: readonly Row[]): void {
  const by = (days: number, name: string) => rows.find((row) => row.days === days && nameOf(row) === name);
  const names = [...new Set(rows.filter(isWhole).map(nameOf))];
  console.log(['', ...DAYS.map((days) => `${days} days`.padStart(24))].join(''.padEnd(3)));
  for (const name of names) {
    const cells = DAYS.map((days) => {
      const row = by(days, name);
      if (row === undefined) return '';
      return `${percent(row.rate)} (${percent(row.low)}-${percent(row.high)})${isInside(row) ? ' ' : '*'}`;
    });
    console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(22)).join(''));
  }
  for (const days of DAYS) {
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

const { values: options } = parseArgs({
  options: {
    repeats: { type: 'string', default: '1000' },
    population: { type: 'string', default: '20000' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const [repeats, size] = [Number(options.repeats), Number(options.population)];
const all: Row[] = [];
for (const one of CASES.filter(({ name }) => options.only === undefined || name === options.only)) {
  const model = modelAt(one.path, one.change);
  const targets = one.targets(model);
  const population = new Population(model, targets, 'coverage', size);
  const rows = rowsOf(one, population, targets, repeats);
  all.push(...rows);
  console.log(`\n${one.name}: ${repeats} experiments, population of ${size} days; * outside 93 to 97 %`);
  print(rows);
}
if (options.write) {
  const file = new URL('../results/coverage.json', import.meta.url);
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  writeFileSync(
    file,
    `${JSON.stringify({ confidence: CONFIDENCE, repeats, population: size, rows: all }, rounded, 1)}\n`,
  );
}
