/** Figures of a changed design against its base, by the days of both: those of `aula compare`, and some more. */
import { type Contrasted, Contrasts } from '../../engine/experiment/contrasts.ts';
import type { Days } from '../../engine/experiment/days.ts';
import { cutDays } from '../../engine/experiment/days-parts.ts';
import { type Design, modelOf } from '../../engine/experiment/design.ts';
import { measureNamed } from '../../engine/experiment/measures.ts';
import { asMeasure, estimateFor, type Measure, type Results } from '../../engine/experiment/results.ts';
import { Sample } from '../../engine/experiment/sample.ts';
import { visitorsApart } from '../../engine/experiment/visitors-alike.ts';
import { comparisonsOf, limitsPrivacy, type Weighed, weighedIn } from '../../engine/experiment/weighed.ts';
import { type Judgement, judgeTargets } from '../../engine/report/judgement.ts';
import { parseTarget } from '../../engine/report/target.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { CHANNELS } from '../../engine/statistics/scopes.ts';

/** One thing weighed: of the base, of the changed design, and the difference, paired by day. */
export interface TrialRow {
  readonly weighed: Weighed;
  readonly base: Measure | null;
  readonly changed: Measure | null;
  /** With an interval that holds together with all others of its list. */
  readonly difference: Measure | null;
  readonly isReal: boolean;
}

export interface TrialFigures {
  readonly days: number;
  /** What `aula compare` tells of the same designs, days and seed. */
  readonly compared: readonly TrialRow[];
  /** Visits, and exposure by channel. */
  readonly more: readonly TrialRow[];
  readonly targets: { readonly base: readonly Judgement[]; readonly changed: readonly Judgement[] };
  /** In what the visitors of the two differ; none where they are the same. */
  readonly visitorsApart: readonly string[];
  /** With which all differences of a list hold together. */
  readonly confidence: number;
}

interface Numbered {
  readonly id: number;
  readonly design: Design;
}

/** Two samples of the same days, which grow. */
interface Pair {
  readonly base: number;
  readonly changed: number;
  readonly samples: readonly [Sample, Sample];
}

const CONFIDENCE = 0.95;

export class TrialSums {
  /** By design: pieces of days, in any order. */
  private readonly pieces = new Map<number, Days[]>();
  private pair: Pair | null = null;

  add(id: number, days: Days): void {
    const pieces = this.pieces.get(id) ?? [];
    pieces.push(days);
    pieces.sort((a, b) => a.first - b.first);
    this.pieces.set(id, pieces);
  }

  forget(id: number): void {
    this.pieces.delete(id);
    if (this.pair?.base === id || this.pair?.changed === id) this.pair = null;
  }

  figures(base: Numbered, changed: Numbered, seed: string, days: number): TrialFigures {
    const { samples } = this.pairOf(base, changed, days);
    this.fill(base.id, samples[0], days);
    this.fill(changed.id, samples[1], days);
    const designs = [base.design, changed.design];
    const scenarios = designs.map(({ scenario }) => scenario);
    const results = designs.map((design, k) => resultsOf(design, samples[k], seed));
    const contrast = (weighed: readonly Weighed[]) => {
      const contrasts = new Contrasts(weighed, comparisonsOf(weighed, scenarios), CONFIDENCE);
      const [one, other] = results.map((result) => contrasts.add(result));
      return rows(one, other);
    };
    return {
      days,
      compared: contrast(weighedIn(scenarios)),
      more: contrast(moreOf(scenarios)),
      targets: { base: targetsOf(results[0], base.design), changed: targetsOf(results[1], changed.design) },
      visitorsApart: visitorsApart(base.design, changed.design),
      confidence: CONFIDENCE,
    };
  }

  private pairOf(base: Numbered, changed: Numbered, days: number): Pair {
    const { pair } = this;
    const isSame = pair?.base === base.id && pair.changed === changed.id;
    if (pair !== null && isSame && pair.samples.every(({ replications }) => replications <= days))
      return pair;
    const samples = [new Sample(modelOf(base.design)), new Sample(modelOf(changed.design))] as const;
    this.pair = { base: base.id, changed: changed.id, samples };
    return this.pair;
  }

  /** Adds to the sample the days up to so many. */
  private fill(id: number, sample: Sample, to: number): void {
    for (const days of this.pieces.get(id) ?? []) {
      const from = Math.max(0, sample.replications - days.first);
      const until = Math.min(days.count, to - days.first);
      if (from < until && days.first + from === sample.replications) sample.add(cutDays(days, from, until));
    }
    if (sample.replications < to) throw new Error(`day ${sample.replications} of trial ${id} is missing`);
  }
}

function resultsOf({ scenario, routing }: Design, sample: Sample, seed: string): Results {
  const { replications } = sample;
  return {
    scenario: scenario.name,
    routing,
    seed,
    replications,
    asked: replications,
    isPartial: false,
    isAdjusted: false,
    precision: null,
    confidence: CONFIDENCE,
    measures: [],
    sample,
  };
}

/** Of the house: visits, and exposure and conflicts by channel where anything is limited. */
function moreOf(scenarios: readonly Scenario[]): Weighed[] {
  const channels = scenarios.some(limitsPrivacy) ? CHANNELS : [];
  return [
    { measure: 'served.count', scope: {}, better: 'more' },
    { measure: 'left.count', scope: {}, better: 'less' },
    ...channels.flatMap((channel): Weighed[] => [
      { measure: 'privacy.exposure', scope: { channel }, better: 'less' },
      { measure: 'privacy.conflicts', scope: { channel }, better: 'less' },
    ]),
  ];
}

function rows(base: Contrasted, changed: Contrasted): TrialRow[] {
  return changed.map(({ weighed, figure, difference, isReal }, k) => ({
    weighed,
    base: base[k].figure,
    changed: figure,
    difference,
    isReal,
  }));
}

function targetsOf(results: Results, { scenario }: Design): Judgement[] {
  const measures = scenario.targets.flatMap((text): Measure[] => {
    const target = parseTarget(text, scenario);
    if (typeof target === 'string') return [];
    const estimate = estimateFor(results, target.measure, target.scope);
    const definition = measureNamed(target.measure);
    if (estimate === null || definition === undefined) return [];
    return [asMeasure(definition, target.scope, estimate, results.confidence)];
  });
  return judgeTargets(scenario, measures);
}
