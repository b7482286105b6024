/** The design that is shown beside the other: its day, and a state that goes with the page's, but for what is selected. */
import type { Context } from '../app/context.ts';
import { carriedOver } from '../app/designs.ts';
import type { ViewState } from '../app/state.ts';
import { Store } from '../app/store.ts';
import type { House } from '../engine/house.ts';
import type { DesignSource } from '../parcel.ts';
import type { ReplayDay } from '../replay/replay-day.ts';

export interface BesideDay {
  readonly house: House;
  readonly day: ReplayDay;
}

interface Known extends BesideDay {
  readonly source: DesignSource;
  readonly replication: number;
}

const known = new WeakMap<Store, Known>();

/** The number of the design beside, where there is one other than that shown. */
export function besideIndex({ store, designs }: Context): number | null {
  const { beside, design } = store.state;
  return beside !== null && beside !== design && designs.has(beside) ? beside : null;
}

/** The same day with the design beside; asked for from the engine where it is not the last. */
export async function besideDay(context: Context, index: number): Promise<BesideDay> {
  const { store, designs, engine, parcel, privacyWork } = context;
  const { house, source } = designs.at(index);
  const { replication } = store.state;
  const last = known.get(store);
  if (last?.source === source && last.replication === replication) return last;
  const day = await engine.record(index, parcel.seed, replication);
  const now = { house, source, replication, day };
  known.set(store, now);
  const tell = (what: 'privacy' | 'privacyUntil') => store.tell(new Set([what]));
  privacyWork.want('beside', { day, source, index, seed: parcel.seed, tell });
  return now;
}

/** What a part of the page is given to show the day beside: clicks in it select in both. */
export function besideContext(context: Context, index: number, { house, day }: BesideDay): Context {
  const { store } = context;
  const own = new Store(mirrored(store.state, context.day, index, day));
  let isFollowing = false;
  own.listen((changed) => {
    if (isFollowing) return;
    const { selected, design: _, hovered: __, beside: ___, ...rest } = own.state;
    const isPicked = changed.has('selected');
    store.set({ ...rest, ...(isPicked && { selected: carriedOver(selected, day, context.day) }) });
  });
  follows.set(own, () => {
    isFollowing = true;
    own.set({ ...mirrored(store.state, context.day, index, day), hovered: own.state.hovered });
    isFollowing = false;
  });
  return { ...context, store: own, house, day };
}

const follows = new WeakMap<Store, () => void>();

/** Brings the state beside to where the page's is. */
export function followPage({ store }: Context): void {
  follows.get(store)?.();
}

const mirrored = (state: ViewState, from: ReplayDay, design: number, to: ReplayDay): ViewState => ({
  ...state,
  design,
  selected: carriedOver(state.selected, from, to),
  hovered: null,
});
