/**
 * All days of a design by a few figures: made one slice after another in a worker of their own, so that a day can be replayed
 * meanwhile, and told as they come. Days come in their order, and are those of a run of the same seed.
 */
import type { Remote } from 'comlink';
import type { DayFigures } from '../engine/day-figures.ts';
import type { ServedEngine } from '../engine/worker.ts';
import type { DesignSource } from '../parcel.ts';
import { DayColumns } from './day-columns.ts';

type DaysEngine = Pick<Remote<ServedEngine>, 'open' | 'days'>;
/** Says whether it wants to hear more. */
type Listener = () => boolean;

export class DaysOf {
  readonly columns = new DayColumns();
  readonly total: number;
  /** Whether anybody has asked for them. */
  isBegun = false;
  /** Why there are no more days, where the engine has failed. */
  failure: string | null = null;
  private readonly source: DesignSource;
  private readonly seed: string;
  private listeners: Listener[] = [];

  constructor(source: DesignSource, seed: string, total: number) {
    this.source = source;
    this.seed = seed;
    this.total = total;
  }

  get isComplete(): boolean {
    return this.columns.count >= this.total || this.failure !== null;
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Makes the days that are missing, for as long as nobody else is to have the engine. */
  async make(engine: DaysEngine, isWanted: () => boolean): Promise<void> {
    if (this.isComplete) return;
    try {
      const opened = await engine.open(0, this.source);
      if (!opened.ok) throw new Error(opened.problems);
      while (!this.isComplete && isWanted()) {
        const figures: DayFigures = await engine.days(0, this.seed, this.columns.count, this.total);
        if (!isWanted()) return;
        this.columns.add(figures);
        this.tell();
      }
    } catch (thrown) {
      this.failure = thrown instanceof Error ? thrown.message : String(thrown);
      this.tell();
    }
  }

  private tell(): void {
    this.listeners = this.listeners.filter((listener) => listener());
  }
}
