/** What a page tries: one desk for the changes, and the workers that it shares with the picture of all designs. */
import { type Remote, transfer } from 'comlink';
import { connectMore } from '../app/connect.ts';
import type { Context } from '../app/context.ts';
import type { Designs } from '../app/designs.ts';
import type { Store } from '../app/store.ts';
import { WeighedDesigns } from '../designs/weighed-designs.ts';
import { buffersIn } from '../engine/buffers-in.ts';
import type { ServedEngine } from '../engine/worker.ts';
import type { DesignSource } from '../parcel.ts';
import { TrialDesk } from './trial-desk.ts';
import { type TrialEngine, TrialPool } from './trial-pool.ts';

/** Days of each design, as many as `aula run` does unless it is told otherwise. */
const DAYS = 200;
/** More workers take more memory than they save time. */
const MOST_WORKERS = 8;

export interface Bench {
  readonly desk: TrialDesk;
  /** That are made of each design. */
  readonly days: number;
  /** All that has been tried, and the designs given. */
  readonly weighed: WeighedDesigns;
  /** The workers, started when they are first asked for. */
  pool(): Promise<TrialPool>;
}

const benches = new WeakMap<Store, Bench>();

export function benchOf({ store, parcel, designs, engine }: Context): Bench {
  let bench = benches.get(store);
  if (bench === undefined) {
    const { source } = designs.at(0);
    let pool: Promise<TrialPool> | null = null;
    const poolOf = async () => {
      const count = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency));
      const own = await connectMore(count);
      const engines = (own.length > 0 ? own : [engine]).map(handing);
      return new TrialPool({ engines, base: source, seed: parcel.seed, days: DAYS });
    };
    const start = () => {
      pool ??= poolOf();
      return pool;
    };
    const desk = new TrialDesk(source, start);
    showingWhatIsTried(desk, designs, store);
    const weighed = new WeighedDesigns(source, start);
    desk.listen(() => {
      if (desk.status === 'done' && desk.figures !== null) weighed.keep(desk.changes, desk.figures);
    });
    bench = { desk, days: DAYS, weighed, pool: start };
    benches.set(store, bench);
  }
  return bench;
}

/** Has the page open each scenario that is tried, so that it can be looked at. */
function showingWhatIsTried(desk: TrialDesk, designs: Designs, store: Store): void {
  let shown: DesignSource | null = null;
  desk.listen(() => {
    const source = desk.opened?.source ?? null;
    if (source === shown) return;
    shown = source;
    void designs.tryOut(source, store);
  });
}

type Asked = Pick<Remote<ServedEngine>, 'tryOpen' | 'tryDays' | 'tryAdd' | 'tryFigures' | 'tryForget'>;

/** Hands days over rather than copying them. */
const handing = (engine: Asked): TrialEngine => ({
  tryOpen: (...args) => engine.tryOpen(...args),
  tryDays: (...args) => engine.tryDays(...args),
  tryAdd: (id, days) => engine.tryAdd(id, transfer(days, buffersIn(days))),
  tryFigures: (...args) => engine.tryFigures(...args),
  tryForget: (...args) => engine.tryForget(...args),
});
