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
  readonly source: DesignSource;
  readonly day: ReplayDay;
}

interface Asked {
  readonly source: DesignSource;
  readonly replication: number;
  readonly found: Promise<BesideDay>;
}

const last = new WeakMap<Store, Asked>();

/** The number of the design beside, where there is one other than that shown. */
export function besideIndex({ store, designs }: Context): number | null {
  const { beside, design } = store.state;
  return beside !== null && beside !== design && designs.has(beside) ? beside : null;
}

/** The same day with the design beside; asked for once, where it is not the last, and the same for all who ask. */
export function besideDay({ store, designs, engine, parcel }: Context, index: number): Promise<BesideDay> {
  const { house, source } = designs.at(index);
  const { replication } = store.state;
  const before = last.get(store);
  if (before?.source === source && before.replication === replication) return before.found;
  const found = engine.record(index, parcel.seed, replication).then((day) => ({ house, source, day }));
  last.set(store, { source, replication, found });
  return found;
}

/** Has what is not known yet of the privacy of the day that is shown beside worked out, and the page told of it. */
export function wantBesidePrivacy(context: Context, index: number, { day, source }: BesideDay): void {
  const { store, parcel, privacyWork } = context;
  const tell = (what: 'privacy' | 'privacyUntil') => store.tell(new Set([what]));
  privacyWork.want('beside', { day, source, index, seed: parcel.seed, tell });
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
