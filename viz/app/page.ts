/** The page at work: its state, the day that is shown, and what follows when one of them changes. */
import type { Remote } from 'comlink';
import type { ServedEngine } from '../engine/worker.ts';
import { listenToKeys } from '../keys/listen.ts';
import type { Parcel } from '../parcel.ts';
import { benchOf, renewBench } from '../try/bench.ts';
import { linkOf } from '../try/change-link.ts';
import { type LinkedTrial, linkedTrial } from '../try/linked-trial.ts';
import { languageOf } from '../words/translated.ts';
import { Address } from './address.ts';
import { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { carriedOver, Designs, type OpenDesign } from './designs.ts';
import { initialState } from './initial-state.ts';
import { showNotice } from './notice.ts';
import { PrivacyWork } from './privacy-work.ts';
import { Shell } from './shell.ts';
import type { Changed, ViewState } from './state.ts';
import { Store } from './store.ts';
import { linkedState, stateOf } from './url.ts';
import { withinDay } from './within-day.ts';
import { words } from './words.ts';

export class Page {
  private readonly context: { -readonly [key in keyof Context]: Context[key] };
  private readonly initial: ViewState;
  private readonly address: Address;
  /** The day that was asked for last. */
  private showing: Promise<void> = Promise.resolve();
  private asked = 0;
  /** The number of the day that is here: less than `asked` while another one is coming. */
  private come = 0;
  /** The link that was followed last. */
  private following: Promise<void> = Promise.resolve();
  private followed = 0;
  /** What a link selects in the day that has been asked for. */
  private linked: Pick<ViewState, 'selected'> | null = null;

  private constructor(context: Context, initial: ViewState) {
    this.context = context;
    this.initial = initial;
    this.address = new Address(initial, context.store.state, () => this.settled());
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
    const trial = await linkedTrial(linked.changes ?? '', { designs, engine });
    if (trial.ok) await designs.openTried(trial.source);
    const design = designs.has(linked.design ?? 0) ? (linked.design ?? 0) : 0;
    const beside = designs.has(linked.beside ?? -1) ? (linked.beside ?? null) : null;
    const replication = Math.min(linked.replication ?? 0, parcel.replications - 1);
    const day = await engine.record(design, parcel.seed, replication);
    const { house } = designs.at(design);
    const initial = initialState(languageOf(navigator.languages), house.scenario.day.doors.open);
    const state = { ...initial, ...linked, design, replication, beside, changes: '' };
    const store = new Store({ ...state, ...withinDay(state, house, day) });
    const privacyWork = new PrivacyWork(engine);
    const page = new Page({ parcel, store, engine, designs, house, day, privacyWork }, initial);
    page.listen(root);
    page.takeUp(trial);
    return page;
  }

  /** Shows other designs in the place of those that it was given, at the same moment of the same day. */
  async renew(parcel: Parcel, opened: readonly OpenDesign[]): Promise<void> {
    const { context } = this;
    context.parcel = parcel;
    context.designs.renew(opened);
    const { changes } = context.store.state;
    if (renewBench(context) !== null) {
      const trial = await linkedTrial(changes, context);
      await context.designs.tryOut(trial.ok ? trial.source : null, context.store);
      this.takeUp(trial);
    }
    await this.showDay(new Set(['designs']));
  }

  /** Has on the desk what has been opened of a link; says so where that does not fit. */
  private takeUp(trial: LinkedTrial): void {
    const { context } = this;
    const { store } = context;
    const { language } = store.state;
    const changes = trial.ok ? trial.changes : [];
    // Where nothing has been tried yet, nothing is started for it.
    if (changes.length > 0 || store.state.changes !== '') benchOf(context).desk.become(changes);
    store.set({ changes: linkOf(changes) ?? '' });
    const said = words(language);
    if (trial.ok) return;
    showNotice(said.unfit, trial.problem, said.close);
    this.address.remember(() => store.state);
  }

  private listen(root: HTMLElement): void {
    const { context } = this;
    const { store, designs } = context;
    store.listen((changed) => {
      const isTriedAnew = changed.has('tried') && store.state.design === designs.tried;
      if (changed.has('replication') || changed.has('design') || isTriedAnew)
        this.showing = this.showDay(new Set());
    });
    store.listen(() => this.address.remember(() => store.state));
    addEventListener('hashchange', () => {
      this.following = this.follow(location.hash);
    });
    new Clock(
      store,
      () => context.day.to,
      () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    );
    listenToKeys(context);
    new Shell(root, context);
    this.wantPrivacy();
    store.listen((changed) => {
      if (changed.has('day')) this.wantPrivacy();
    });
  }

  /** Has what is not known yet of the privacy of the day that is shown worked out, and tells what comes of it. */
  private wantPrivacy(): void {
    const { privacyWork, designs, store, day, parcel } = this.context;
    const { design: index } = store.state;
    privacyWork.want('page', {
      day,
      source: designs.at(index).source,
      index,
      seed: parcel.seed,
      tell: (what) => {
        const { house } = this.context;
        if (what === 'privacy') store.set({ selected: withinDay(store.state, house, day).selected ?? null });
        store.tell(new Set([what]));
      },
    });
  }

  /** Resolves when all that has been asked for is there, and with it what is selected in it. */
  private async settled(): Promise<void> {
    const { following, showing } = this;
    await Promise.all([following, showing]);
    // Meanwhile, a link may have led to another day.
    if (following !== this.following || showing !== this.showing) await this.settled();
  }

  /** Records the day that the state asks for, and tells that it is there, with what else has changed. */
  private async showDay(changed: Changed): Promise<void> {
    const { context } = this;
    const { store, engine, designs } = context;
    const number = ++this.asked;
    const { design, replication } = store.state;
    const day = await engine.record(design, context.parcel.seed, replication);
    if (number !== this.asked) return;
    this.come = number;
    const { state } = store;
    const isSameDay = context.day.replication === day.replication;
    const isSameDesign = changed.has('designs');
    const carried = isSameDay ? carriedOver(state.selected, context.day, day) : null;
    const kept = isSameDesign && state.selected?.kind !== 'visitor' ? state.selected : carried;
    const selected = this.linked === null ? kept : this.linked.selected;
    this.linked = null;
    context.house = designs.at(design).house;
    context.day = day;
    // Told with the day: what was made for the one before knows nothing of it.
    const next = { ...state, selected, hovered: null };
    store.state = { ...next, ...withinDay(next, context.house, day) };
    store.tell(new Set([...changed, 'day', 'selected', 'hovered', 'time', 'stretch']));
  }

  /** Goes to what a link says, or one that the browser goes back to; of one to what is not there, to the rest. */
  private async follow(fragment: string): Promise<void> {
    const { context } = this;
    const { store, designs, parcel } = context;
    const number = ++this.followed;
    this.address.follow();
    const { changes, ...wanted } = linkedState(fragment, this.initial);
    if (changes !== store.state.changes) {
      const trial = await linkedTrial(changes, context);
      if (number !== this.followed) return;
      await designs.tryOut(trial.ok ? trial.source : null, store);
      if (number !== this.followed) return;
      this.takeUp(trial);
    }
    const { state } = store;
    const design = designs.has(wanted.design) ? wanted.design : state.design;
    const beside = designs.has(wanted.beside ?? -1) ? wanted.beside : null;
    const replication = wanted.replication < parcel.replications ? wanted.replication : state.replication;
    // That of what is tried may be coming already.
    const isComing = this.come !== this.asked;
    const isOther = isComing || design !== state.design || replication !== state.replication;
    const next = { ...state, ...wanted, design, beside, replication };
    this.linked = isOther ? wanted : null;
    // The day before knows nothing of whom the link selects.
    if (isOther) store.set({ ...next, selected: state.selected });
    else store.set({ ...next, ...withinDay(next, context.house, context.day) });
    // Also where nothing has changed: the address then says more than there is.
    this.address.remember(() => store.state);
  }
}
