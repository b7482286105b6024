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
import { linkOf } from './change-link.ts';
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

interface Kept {
  readonly bench: Bench;
  /** Ends it: nothing that it does is told any more. Its workers, where they have been started. */
  close(): Promise<Workers> | null;
}

interface Workers {
  readonly engines: readonly TrialEngine[];
  readonly firstId: number;
}

const kept = new WeakMap<Store, Kept>();

export function benchOf(context: Context): Bench {
  const { store } = context;
  const known = kept.get(store) ?? benchFor(context, null);
  kept.set(store, known);
  return known.bench;
}

/** Where changes are tried already: a bench for the scenario as its file is now, with the workers of the one before. */
export function renewBench(context: Context): Bench | null {
  const before = kept.get(context.store);
  if (before === undefined) return null;
  const now = benchFor(context, before.close());
  kept.set(context.store, now);
  return now.bench;
}

function benchFor({ store, parcel, designs, engine }: Context, given: Promise<Workers> | null): Kept {
  const { source } = designs.at(0);
  const started = async (): Promise<Workers> => {
    const count = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency));
    const own = await connectMore(count);
    return { engines: (own.length > 0 ? own : [engine]).map(handing), firstId: 0 };
  };
  const run = async () => {
    const workers = await (given ?? started());
    return { workers, pool: new TrialPool({ ...workers, base: source, seed: parcel.seed, days: DAYS }) };
  };
  let running: ReturnType<typeof run> | null = null;
  const start = async () => {
    running ??= run();
    return (await running).pool;
  };
  const closed = async ({ workers, pool }: Awaited<ReturnType<typeof run>>): Promise<Workers> => ({
    ...workers,
    firstId: pool.close(),
  });
  const desk = new TrialDesk(source, start);
  const weighed = new WeighedDesigns(source, start);
  const ends = [
    desk.listen(showing(desk, designs, store)),
    desk.listen(() => store.set({ changes: linkOf(desk.changes) ?? '' })),
    desk.listen(() => {
      if (desk.status === 'done' && desk.figures !== null) weighed.keep(desk.changes, desk.figures);
    }),
  ];
  return {
    bench: { desk, days: DAYS, weighed, pool: start },
    close() {
      for (const end of ends) end();
      desk.reset();
      return running?.then(closed) ?? given;
    },
  };
}

/** Has the page open each scenario that is tried, so that it can be looked at. */
function showing(desk: TrialDesk, designs: Designs, store: Store): () => void {
  let shown: DesignSource | null | undefined;
  return () => {
    const source = desk.opened?.source ?? null;
    // What a link says has been opened before the desk knows it.
    const isUnknown = source === null && desk.changes.length > 0;
    if (isUnknown || source === shown) return;
    shown = source;
    void designs.tryOut(source, store);
  };
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
