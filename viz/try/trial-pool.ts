/**
 * Makes the days of trials on several workers: of the base and of a changed design by turns, so that both are known for the
 * same days, and the figures are told again and again as they get surer. A trial that is given up makes room at once for the
 * next; the days of the base are kept.
 */
import type { Days } from '../../engine/experiment/days.ts';
import type { TrialOpened } from '../engine/trial.ts';
import type { TrialFigures } from '../engine/trial-sums.ts';
import type { DesignSource } from '../parcel.ts';
import type { Change } from './change.ts';

/** One worker, or what stands for it. */
export interface TrialEngine {
  tryOpen(id: number, source: DesignSource, changes: readonly Change[]): Promise<TrialOpened>;
  tryDays(id: number, seed: string, from: number, to: number): Promise<Days>;
  tryAdd(id: number, days: Days): Promise<void>;
  tryFigures(base: number, changed: number, seed: string, days: number): Promise<TrialFigures>;
  tryForget(id: number): Promise<void>;
}

export interface TrialListener {
  /** Once, before any figures; without a house there will be none. */
  opened(opened: TrialOpened): void;
  figures(figures: TrialFigures): void;
  /** The engine has failed: an error of its own. */
  failed(thrown: unknown): void;
}

export interface PoolOptions {
  /** The first keeps the sums. */
  readonly engines: readonly TrialEngine[];
  readonly base: DesignSource;
  readonly seed: string;
  /** That are to be made of each design. */
  readonly days: number;
  /** The number of the base among the designs of these engines; those after it are the pool's, too. */
  readonly firstId?: number;
}

/** After so many days figures are told, and after each `LOOK_EVERY` further ones. */
const FIRST_LOOKS = [10, 20];
const LOOK_EVERY = 20;
/** Days that are asked for at once; fewer at first, so that all workers have some of them. */
const SHARD = 10;
const FIRST_SHARD = 5;

/** A design of which days are made. */
class Made {
  readonly id: number;
  readonly source: DesignSource;
  readonly changes: readonly Change[];
  /** Days that have been asked for, from the first on. */
  asked = 0;
  isForgotten = false;
  readonly openOn = new Set<TrialEngine>();
  private readonly pieces = new Map<number, number>();

  constructor(id: number, source: DesignSource, changes: readonly Change[]) {
    this.id = id;
    this.source = source;
    this.changes = changes;
  }

  /** Days [from, from + count) are there. */
  note(from: number, count: number): void {
    this.pieces.set(from, count);
  }

  /** Days that are there without a gap, from the first on. */
  get done(): number {
    let end = 0;
    for (let count = this.pieces.get(end); count !== undefined; count = this.pieces.get(end)) end += count;
    return end;
  }
}

/** A trial under way. */
export class Trial {
  readonly made: Made;
  readonly listener: TrialListener;
  state: 'queued' | 'opening' | 'open' = 'queued';
  told = 0;

  constructor(made: Made, listener: TrialListener) {
    this.made = made;
    this.listener = listener;
  }
}

export class TrialPool {
  readonly days: number;
  private readonly options: PoolOptions;
  private readonly chief: TrialEngine;
  private readonly base: Made;
  private isBaseWanted = false;
  private nextId: number;
  /** Those first come first. */
  private trials: Trial[] = [];
  private isLooking = false;
  private readonly busy = new Set<TrialEngine>();

  constructor(options: PoolOptions) {
    this.options = options;
    this.days = options.days;
    const [chief] = options.engines;
    if (chief === undefined) throw new Error('a pool needs an engine');
    this.chief = chief;
    const { firstId = 0 } = options;
    this.base = new Made(firstId, options.base, []);
    this.nextId = firstId + 1;
  }

  /** Makes the days of the base while there is nothing else to do. */
  prepare(): void {
    this.isBaseWanted = true;
    this.handOut();
  }

  /** Starts a trial; `isUrgent` before all others. */
  start(source: DesignSource, changes: readonly Change[], listener: TrialListener, isUrgent = true): Trial {
    const trial = new Trial(new Made(this.nextId++, source, changes), listener);
    if (isUrgent) this.trials.unshift(trial);
    else this.trials.push(trial);
    this.handOut();
    if (isUrgent) void this.open(trial);
    return trial;
  }

  /** Tells the figures of the base alone. */
  weighBase(listener: TrialListener): Trial {
    const trial = new Trial(this.base, listener);
    this.trials.push(trial);
    this.handOut();
    return trial;
  }

  /** Ends a trial and forgets its days. */
  end(trial: Trial): void {
    if (!this.trials.includes(trial)) return;
    this.trials = this.trials.filter((other) => other !== trial);
    if (trial.made === this.base) return;
    trial.made.isForgotten = true;
    for (const engine of trial.made.openOn) void engine.tryForget(trial.made.id);
    this.handOut();
  }

  /** Ends all, and forgets the base. The first number that another pool of these engines may have. */
  close(): number {
    this.isBaseWanted = false;
    const all = new Set([this.base, ...this.trials.map(({ made }) => made)]);
    this.trials = [];
    for (const made of all) {
      made.isForgotten = true;
      for (const engine of made.openOn) void engine.tryForget(made.id);
    }
    return this.nextId;
  }

  private async open(trial: Trial): Promise<void> {
    if (trial.state !== 'queued') return;
    trial.state = 'opening';
    try {
      await this.openOn(this.chief, this.base);
      const opened = await this.openOn(this.chief, trial.made);
      if (!this.trials.includes(trial)) return;
      if (opened !== null) trial.listener.opened(opened);
      if (opened?.house === null) this.end(trial);
      else {
        trial.state = 'open';
        this.handOut();
        void this.look();
      }
    } catch (thrown) {
      this.fail(trial, thrown);
    }
  }

  private async openOn(engine: TrialEngine, made: Made): Promise<TrialOpened | null> {
    if (made.openOn.has(engine)) return null;
    made.openOn.add(engine);
    return engine.tryOpen(made.id, made.source, made.changes);
  }

  /** Gives every engine that is free something to do. */
  private handOut(): void {
    for (const engine of this.options.engines) {
      if (this.busy.has(engine)) continue;
      const made = this.next();
      if (made === null) return;
      void this.make(engine, made);
    }
  }

  /** Of which design days are wanted most. */
  private next(): Made | null {
    for (const trial of this.trials) {
      const { made } = trial;
      // Only now, so that those that wait take no memory; and none before it.
      if (trial.state === 'queued') void this.open(trial);
      if (trial.state !== 'open') break;
      const behind = made.asked <= this.base.asked ? made : this.base;
      if (behind.asked < this.days) return behind;
    }
    return this.isBaseWanted && this.base.asked < this.days ? this.base : null;
  }

  private async make(engine: TrialEngine, made: Made): Promise<void> {
    const from = made.asked;
    const to = Math.min(this.days, from + (from < 2 * FIRST_SHARD ? FIRST_SHARD : SHARD));
    made.asked = to;
    this.busy.add(engine);
    try {
      await this.openOn(engine, made);
      const days = made.isForgotten ? null : await engine.tryDays(made.id, this.options.seed, from, to);
      if (days !== null && !made.isForgotten) {
        await this.chief.tryAdd(made.id, days);
        made.note(from, days.count);
      }
    } catch (thrown) {
      for (const trial of this.trials)
        if (trial.made === made || made === this.base) this.fail(trial, thrown);
    } finally {
      this.busy.delete(engine);
    }
    void this.look();
    this.handOut();
  }

  private fail(trial: Trial, thrown: unknown): void {
    if (!this.trials.includes(trial)) return;
    this.end(trial);
    trial.listener.failed(thrown);
  }

  /** Tells the figures of trials that have new ones. */
  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    for (let trial = this.ripe(); trial !== null; trial = this.ripe()) {
      const days = lookUntil(Math.min(this.base.done, trial.made.done), this.days);
      trial.told = days;
      try {
        const figures = await this.chief.tryFigures(this.base.id, trial.made.id, this.options.seed, days);
        if (!this.trials.includes(trial)) continue;
        trial.listener.figures(figures);
        if (days === this.days) this.end(trial);
      } catch (thrown) {
        this.fail(trial, thrown);
      }
    }
    this.isLooking = false;
  }

  private ripe(): Trial | null {
    const found = this.trials.find(
      ({ made, told }) => lookUntil(Math.min(this.base.done, made.done), this.days) > told,
    );
    return found ?? null;
  }
}

/** The last look that so many days allow; 0 for none. */
export function lookUntil(done: number, all: number): number {
  if (done >= all) return all;
  const every = Math.floor(done / LOOK_EVERY) * LOOK_EVERY;
  return Math.max(every, ...FIRST_LOOKS.filter((look) => look <= done), 0);
}
