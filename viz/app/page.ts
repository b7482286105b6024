/** The page at work: its state, the day that is shown, and what follows when one of them changes. */
import type { Remote } from 'comlink';
import type { ServedEngine } from '../engine/worker.ts';
import { listenToKeys } from '../keys/listen.ts';
import type { Parcel } from '../parcel.ts';
import { languageOf } from '../words/translated.ts';
import { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { carriedOver, Designs, type OpenDesign } from './designs.ts';
import { initialState } from './initial-state.ts';
import { Shell } from './shell.ts';
import type { Changed, ViewState } from './state.ts';
import { Store } from './store.ts';
import { fragmentOf, stateOf } from './url.ts';
import { withinDay } from './within-day.ts';

export class Page {
  private readonly context: { -readonly [key in keyof Context]: Context[key] };
  private readonly initial: ViewState;
  private asked = 0;

  private constructor(context: Context, initial: ViewState) {
    this.context = context;
    this.initial = initial;
  }

  /** Simulates the day that the address asks for, and shows it. */
  static async start(
    root: HTMLElement,
    engine: Remote<ServedEngine>,
    parcel: Parcel,
    opened: readonly OpenDesign[],
  ): Promise<Page> {
    const designs = new Designs(engine, opened);
    const linked = stateOf(location.hash);
    const design = Math.min(linked.design ?? 0, designs.given - 1);
    const beside = designs.has(linked.beside ?? -1) ? (linked.beside ?? null) : null;
    const replication = Math.min(linked.replication ?? 0, parcel.replications - 1);
    const day = await engine.record(design, parcel.seed, replication);
    const { house } = designs.at(design);
    const initial = initialState(languageOf(navigator.languages), house.scenario.day.doors.open);
    const state = { ...initial, ...linked, design, replication, beside };
    const store = new Store({ ...state, ...withinDay(state, house, day) });
    const page = new Page({ parcel, store, engine, designs, house, day }, initial);
    page.listen(root);
    return page;
  }

  /** Shows other designs in the place of those that it was given, at the same moment of the same day. */
  async renew(parcel: Parcel, opened: readonly OpenDesign[]): Promise<void> {
    const { context } = this;
    context.parcel = parcel;
    context.designs.renew(opened);
    await this.showDay(new Set(['designs']));
  }

  private listen(root: HTMLElement): void {
    const { context } = this;
    const { store, designs } = context;
    store.listen((changed) => {
      const isTriedAnew = changed.has('tried') && store.state.design === designs.tried;
      if (changed.has('replication') || changed.has('design') || isTriedAnew) this.showDay(new Set());
    });
    store.listen(() => remember(store.state, this.initial));
    addEventListener('hashchange', () => this.follow(location.hash));
    new Clock(
      store,
      () => context.day.to,
      () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    );
    listenToKeys(context);
    new Shell(root, context);
  }

  /** Records the day that the state asks for, and tells that it is there, with what else has changed. */
  private async showDay(changed: Changed): Promise<void> {
    const { context } = this;
    const { store, engine, designs } = context;
    const number = ++this.asked;
    const { design, replication } = store.state;
    const day = await engine.record(design, context.parcel.seed, replication);
    if (number !== this.asked) return;
    const { state } = store;
    const isSameDay = context.day.replication === day.replication;
    const isSameDesign = changed.has('designs');
    const carried = isSameDay ? carriedOver(state.selected, context.day, day) : null;
    const selected = isSameDesign && state.selected?.kind !== 'visitor' ? state.selected : carried;
    context.house = designs.at(design).house;
    context.day = day;
    // Told with the day: what was made for the one before knows nothing of it.
    const next = { ...state, selected, hovered: null };
    store.state = { ...next, ...withinDay(next, context.house, day) };
    store.tell(new Set([...changed, 'day', 'selected', 'hovered', 'time', 'stretch']));
  }

  /** Goes to what a link says; of one to what is not there, to the rest. */
  private follow(fragment: string): void {
    const { store, designs, parcel, house, day } = this.context;
    const { state } = store;
    const { design = state.design, replication = state.replication, ...rest } = stateOf(fragment);
    const isOther = design !== state.design || replication !== state.replication;
    store.set({
      ...(isOther ? rest : { ...rest, ...withinDay({ ...state, ...rest }, house, day) }),
      ...(designs.has(design) && { design }),
      ...(replication < parcel.replications && { replication }),
    });
  }
}

let pending = 0;
/** Not at each frame: browsers refuse an address that changes too often. */
function remember(state: ViewState, initial: ViewState): void {
  clearTimeout(pending);
  pending = setTimeout(() => {
    history.replaceState(null, '', `#${fragmentOf(state, initial)}`);
  }, 300) as unknown as number;
}
