/**
 * Many simulated days of one scenario, from which experiments are drawn. Each draw is independent of the others, so that
 * an experiment is of days like those of the scenario, and a thousand experiments need not be simulated day by day.
 */
import { mean, variance } from 'simple-statistics';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { DayMaker } from '../../engine/experiment/day-maker.ts';
import type { Days, Ragged } from '../../engine/experiment/days.ts';
import { quantileOfSorted } from '../../engine/experiment/estimate/quantile.ts';
import type { ExpectedArrivals } from '../../engine/experiment/expected-arrivals.ts';
import type { MeasureDefinition } from '../../engine/experiment/measures.ts';
import { CAME, Sample } from '../../engine/experiment/sample.ts';
import { compile } from '../../engine/model/compile.ts';
import type { Model } from '../../engine/model/model.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { type Figure, Layout } from '../../engine/statistics/figures.ts';
import type { ScopeKind } from '../../engine/statistics/scopes.ts';

/** A measure of one scope. */
export interface Target {
  readonly definition: MeasureDefinition;
  readonly kind: ScopeKind;
  readonly index: number;
}

export function modelAt(path: string, change: (scenario: Scenario) => Scenario = (same) => same): Model {
  const loaded = load(path, nodeReader);
  if (!loaded.ok) throw new Error(`${path} has errors; run aula check on it`);
  return compile(change(loaded.scenario), { traces: loaded.traces });
}

export class Population {
  readonly model: Model;
  private readonly layout: Layout;
  private readonly days: Days[] = [];

  /** Of each day only what the targets are made from is kept. */
  constructor(model: Model, targets: readonly Target[], seed: string, size: number) {
    this.model = model;
    this.layout = new Layout(model.ids);
    const needed = new Set(targets.flatMap((target) => this.offsets(target)));
    for (const figure of CAME) needed.add(this.layout.offset(figure, 'all'));
    const maker = new DayMaker(model, seed);
    for (let day = 0; day < size; day++) {
      const days = maker.make(day, day + 1, () => true);
      this.days.push({ ...days, figures: only(days.figures, needed) });
    }
  }

  /** How many come to the doors: what is to be expected of days drawn from these. */
  arrivals(): ExpectedArrivals {
    const offsets = new Set(CAME.map((figure) => this.layout.offset(figure, 'all')));
    const counts = this.days.map(({ figures: { owners, values } }) =>
      values.reduce((sum, value, k) => (offsets.has(owners[k]) ? sum + value : sum), 0),
    );
    return { mean: mean(counts), variance: variance(counts) };
  }

  /** The sample of an experiment of `count` days drawn by chance, with replacement; adjusted where arrivals are given. */
  experiment(count: number, random: () => number, expected: ExpectedArrivals | null): Sample {
    const sample = new Sample(this.model, expected);
    for (let first = 0; first < count; first++) {
      sample.add({ ...this.days[Math.floor(random() * this.days.length)], first });
    }
    return sample;
  }

  /** The measure of the whole population, in SI units. */
  truth({ definition: { recipe }, kind, index }: Target): number {
    switch (recipe.kind) {
      case 'mean':
        return this.sum(recipe.of, kind, index) / this.days.length;
      case 'ratio':
        return ((recipe.times ?? 1) * this.sum(recipe.of, kind, index)) / this.sum(recipe.per, kind, index);
      case 'quantile':
        return this.quantile(recipe.of === 'waits' ? 'waits' : 'stays', recipe.probability, kind);
    }
  }

  private offsets({ definition: { recipe }, kind, index }: Target): number[] {
    if (recipe.kind === 'quantile') return [];
    const figures = recipe.kind === 'mean' ? recipe.of : [...recipe.of, ...recipe.per];
    return figures.map((figure) => this.layout.offset(figure, kind) + index);
  }

  private sum(figures: readonly Figure[], kind: ScopeKind, index: number): number {
    const offsets = new Set(figures.map((figure) => this.layout.offset(figure, kind) + index));
    let sum = 0;
    for (const { figures: of } of this.days) {
      for (const [k, owner] of of.owners.entries()) if (offsets.has(owner)) sum += of.values[k];
    }
    return sum;
  }

  private quantile(of: 'waits' | 'stays', probability: number, kind: ScopeKind): number {
    if (kind !== 'all') throw new Error('quantiles of the whole house only');
    const all = this.days.map((days): Ragged => days[of]);
    const values = new Float64Array(all.reduce((size, one) => size + one.values.length, 0));
    let filled = 0;
    for (const one of all) {
      values.set(one.values, filled);
      filled += one.values.length;
    }
    return quantileOfSorted(values.sort(), probability);
  }
}

/** The figures of one day that lie at these offsets. */
function only({ values, owners }: Ragged, offsets: ReadonlySet<number>): Ragged {
  const kept = [...owners.keys()].filter((k) => offsets.has(owners[k]));
  return {
    starts: Int32Array.of(0, kept.length),
    values: Float64Array.from(kept, (k) => values[k]),
    owners: Int32Array.from(kept, (k) => owners[k]),
  };
}
