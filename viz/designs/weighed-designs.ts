/** Designs set against each other by waiting and exposure: the base, those given, those tried, and a sweep of the fall-back limit. */
import type { Measure } from '../../engine/experiment/results.ts';
import type { Judgement } from '../../engine/report/judgement.ts';
import type { TrialFigures, TrialRow } from '../engine/trial-sums.ts';
import type { DesignSource } from '../parcel.ts';
import type { Change } from '../try/change.ts';
import type { TrialListener, TrialPool } from '../try/trial-pool.ts';

export type Origin =
  | { readonly kind: 'base' }
  /** Another design that the page was given, by its number. */
  | { readonly kind: 'given'; readonly design: number }
  | { readonly kind: 'tried'; readonly changes: readonly Change[] }
  /** Minutes; null for ever. */
  | { readonly kind: 'fallback'; readonly limit: number | null };

export interface WeighedDesign {
  readonly origin: Origin;
  /** Short, for the picture: A for the base, B … for those given, 1 … for those tried, the limit of a sweep. */
  readonly label: string;
  /** Days that it is known from; 0 where nothing is yet. */
  readonly days: number;
  readonly wait: TrialRow | null;
  readonly exposure: TrialRow | null;
  /** What is wrong, where it cannot be simulated. */
  readonly problem: string | null;
}

/** As `aula tradeoff` has them unless it is told others. */
export const LIMITS: readonly (number | null)[] = [0, 5, 10, 20, null];

const ORDER: readonly Origin['kind'][] = ['base', 'given', 'tried', 'fallback'];

export class WeighedDesigns {
  private readonly designs: WeighedDesign[] = [];
  private readonly poolOf: () => Promise<TrialPool>;
  private readonly base: DesignSource;
  private readonly listeners = new Set<() => void>();
  private tried = 0;
  /** Of the base. */
  targets: readonly Judgement[] = [];

  constructor(base: DesignSource, poolOf: () => Promise<TrialPool>) {
    this.base = base;
    this.poolOf = poolOf;
  }

  /** The base first, then those given, tried, and swept. */
  get all(): readonly WeighedDesign[] {
    return [...this.designs].sort((a, b) => ORDER.indexOf(a.origin.kind) - ORDER.indexOf(b.origin.kind));
  }

  /** Returns what ends the listening. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Has the base and the designs given weighed, once. */
  async weighGiven(given: readonly DesignSource[]): Promise<void> {
    if (this.designs.some(({ origin }) => origin.kind === 'base')) return;
    const base = this.put({ kind: 'base' }, 'A');
    const others = given.slice(1).map((source, k) => ({
      source,
      at: this.put({ kind: 'given', design: k + 1 }, String.fromCharCode(66 + (k % 25))),
    }));
    this.tell();
    const pool = await this.poolOf();
    pool.weighBase(this.listener(base));
    for (const { source, at } of others) pool.start(source, [], this.listener(at), false);
  }

  /** Has the base weighed with each fall-back limit, once. */
  async weighLimits(): Promise<void> {
    if (this.designs.some(({ origin }) => origin.kind === 'fallback')) return;
    const points = LIMITS.map((limit) => ({
      limit,
      at: this.put({ kind: 'fallback', limit }, limit === null ? '∞' : String(limit)),
    }));
    this.tell();
    const pool = await this.poolOf();
    for (const { limit, at } of points)
      pool.start(this.base, [{ kind: 'fallback', minutes: limit }], this.listener(at), false);
  }

  /** Keeps what was tried, when its figures are all there. */
  keep(changes: readonly Change[], figures: TrialFigures): void {
    const text = JSON.stringify(changes);
    const isKnown = this.designs.some(
      ({ origin }) => origin.kind === 'tried' && JSON.stringify(origin.changes) === text,
    );
    if (isKnown) return;
    const at = this.put({ kind: 'tried', changes }, String(++this.tried));
    this.fill(at, figures);
  }

  private put(origin: Origin, label: string): number {
    return this.designs.push({ origin, label, days: 0, wait: null, exposure: null, problem: null }) - 1;
  }

  private listener(at: number): TrialListener {
    return {
      opened: ({ house, problems }) => {
        if (house !== null) return;
        this.designs[at] = { ...this.designs[at], problem: Object.values(problems).join('\n') };
        this.tell();
      },
      figures: (figures) => this.fill(at, figures),
      failed: (thrown) => {
        const problem = thrown instanceof Error ? thrown.message : String(thrown);
        this.designs[at] = { ...this.designs[at], problem };
        this.tell();
      },
    };
  }

  private fill(at: number, figures: TrialFigures): void {
    const row = (name: string) =>
      figures.compared.find(
        ({ weighed }) => weighed.measure === name && Object.keys(weighed.scope).length === 0,
      ) ?? null;
    this.designs[at] = {
      ...this.designs[at],
      days: figures.days,
      wait: row('wait.mean'),
      exposure: row('privacy.exposure'),
    };
    this.targets = figures.targets.base;
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Limits of targets of the house on a measure. */
export const limitsOn = (targets: readonly Judgement[], measure: string): number[] =>
  targets.flatMap(({ target }) =>
    target.measure === measure && Object.keys(target.scope).length === 0 ? [target.limit] : [],
  );

/** Which of them no other is better than in both; of the estimates, without their intervals. */
export function isOnFrontier(design: WeighedDesign, all: readonly WeighedDesign[]): boolean {
  const [wait, exposure] = [meanOf(design.wait), meanOf(design.exposure)];
  if (wait === null || exposure === null) return false;
  return !all.some((other) => {
    const [otherWait, otherExposure] = [meanOf(other.wait), meanOf(other.exposure)];
    if (otherWait === null || otherExposure === null) return false;
    const isNoWorse = otherWait <= wait && otherExposure <= exposure;
    return isNoWorse && (otherWait < wait || otherExposure < exposure);
  });
}

export const figureOf = (row: TrialRow | null): Measure | null => row?.changed ?? null;
export const meanOf = (row: TrialRow | null): number | null => row?.changed?.mean ?? null;
