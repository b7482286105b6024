/**
 * What is being tried: the changes with their history, and what is known of them. It outlives the views, which are made anew
 * with the language and the day; they listen to it.
 */
import type { House } from '../engine/house.ts';
import type { TrialOpened } from '../engine/trial.ts';
import type { TrialFigures } from '../engine/trial-sums.ts';
import type { DesignSource } from '../parcel.ts';
import { type Change, keyOf, withChange, withoutChange } from './change.ts';
import type { Trial, TrialListener, TrialPool } from './trial-pool.ts';

/** `opening` until it is known whether it can be simulated, `counting` while figures get surer. */
export type TrialStatus = 'none' | 'opening' | 'counting' | 'done' | 'refused' | 'failed';

/** Milliseconds without another change before one is tried. */
const PAUSE = 150;
/** Milliseconds within which a control set again is the same stroke. */
const ONE_STROKE = 1000;

export class TrialDesk {
  /** In the order in which they are done. */
  changes: readonly Change[] = [];
  status: TrialStatus = 'none';
  /** Of the changes, or of those before while these are opened or refused (`isStale`). */
  figures: TrialFigures | null = null;
  isStale = false;
  /** By the key of a change; under the empty key what is of none. */
  problems: Readonly<Record<string, string>> = {};
  /** The scenario with the changes that can be simulated, and its house; null without any. */
  opened: (TrialOpened & { readonly house: House }) | null = null;
  /** The scenario with the changes as they are, which it may refuse; null where nothing is changed. */
  written: DesignSource | null = null;
  private lastSet = { key: '', at: Number.NEGATIVE_INFINITY };
  private past: (readonly Change[])[] = [];
  private future: (readonly Change[])[] = [];
  private readonly source: DesignSource;
  private readonly poolOf: () => Promise<TrialPool>;
  private trial: Trial | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private number = 0;
  private readonly listeners = new Set<() => void>();

  constructor(source: DesignSource, poolOf: () => Promise<TrialPool>) {
    this.source = source;
    this.poolOf = poolOf;
  }

  /** Returns what ends the listening. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  find<Kind extends Change['kind']>(kind: Kind, key: string): Extract<Change, { kind: Kind }> | undefined {
    const found = this.changes.find((change) => change.kind === kind && keyOf(change) === key);
    return found as Extract<Change, { kind: Kind }> | undefined;
  }

  /** One step back undoes all that a control has set without a pause, such as where a wall was dragged along. */
  set(change: Change): void {
    const now = performance.now();
    const { key, at } = this.lastSet;
    const isSame = key === keyOf(change) && now - at < ONE_STROKE && this.past.length > 0;
    this.lastSet = { key: keyOf(change), at: now };
    if (isSame) this.turnTo(withChange(this.changes, change));
    else this.become(withChange(this.changes, change));
  }

  takeBack(key: string): void {
    this.become(withoutChange(this.changes, key));
  }

  reset(): void {
    this.become([]);
  }

  /** Takes up other changes as a whole. */
  become(changes: readonly Change[]): void {
    if (JSON.stringify(changes) === JSON.stringify(this.changes)) return;
    this.past.push(this.changes);
    this.future = [];
    this.turnTo(changes);
  }

  undo(): void {
    const before = this.past.pop();
    if (before === undefined) return;
    this.future.push(this.changes);
    this.turnTo(before);
  }

  redo(): void {
    const after = this.future.pop();
    if (after === undefined) return;
    this.past.push(this.changes);
    this.turnTo(after);
  }

  private turnTo(changes: readonly Change[]): void {
    this.changes = changes;
    this.problems = {};
    this.isStale = true;
    this.number++;
    clearTimeout(this.timer);
    if (changes.length === 0) {
      void this.stop();
      Object.assign(this, { status: 'none', figures: null, isStale: false, opened: null, written: null });
    } else {
      this.status = 'opening';
      const { number } = this;
      this.timer = setTimeout(() => void this.start(number), PAUSE);
    }
    this.tell();
  }

  private async stop(): Promise<void> {
    const { trial } = this;
    this.trial = null;
    if (trial !== null) (await this.poolOf()).end(trial);
  }

  private async start(number: number): Promise<void> {
    await this.stop();
    const pool = await this.poolOf();
    if (number !== this.number) return;
    this.trial = pool.start(this.source, this.changes, this.listener(number, pool.days));
  }

  private listener(number: number, days: number): TrialListener {
    const isNow = () => number === this.number;
    return {
      opened: (opened) => {
        if (!isNow()) return;
        const { house } = opened;
        this.written = opened.source;
        this.problems = opened.problems;
        this.status = house === null ? 'refused' : 'counting';
        if (house !== null) this.opened = { ...opened, house };
        this.tell();
      },
      figures: (figures) => {
        if (!isNow()) return;
        this.figures = figures;
        this.isStale = false;
        this.status = figures.days >= days ? 'done' : 'counting';
        this.tell();
      },
      failed: (thrown) => {
        if (!isNow()) return;
        this.status = 'failed';
        this.problems = { '': thrown instanceof Error ? thrown.message : String(thrown) };
        this.tell();
      },
    };
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
