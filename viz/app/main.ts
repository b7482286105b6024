/** Opens what the page has been given, simulates its day, and shows it. */
import { wrap } from 'comlink';
import type { ServedEngine } from '../engine/worker.ts';
import EngineWorker from '../engine/worker.ts?worker&inline';
import { listenToKeys } from '../keys/listen.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import '../style/style.css';
import { languageOf } from '../words/translated.ts';
import { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { carriedOver, Designs, type OpenDesign } from './designs.ts';
import { element } from './element.ts';
import { receiveParcel } from './receive-parcel.ts';
import { Shell } from './shell.ts';
import type { ViewState } from './state.ts';
import { Store } from './store.ts';
import { fragmentOf, stateOf } from './url.ts';
import { words } from './words.ts';

const root = document.getElementById('app') ?? document.body;
const language = languageOf(navigator.languages);

const INITIAL: ViewState = {
  design: 0,
  replication: 0,
  beside: null,
  time: 0,
  isPlaying: false,
  speed: 60,
  selected: null,
  hovered: null,
  pointed: null,
  highlighted: null,
  stretch: null,
  layers: ['labels', 'speech', 'conflicts'],
  heat: 'none',
  panel: '',
  language,
  theme: 'auto',
};

function say(title: string, details: string): void {
  root.replaceChildren(
    element('main', { class: 'alone' }, element('h1', {}, title), element('pre', {}, details)),
  );
}

async function open(): Promise<void> {
  root.replaceChildren(element('p', { class: 'alone', role: 'status' }, words(language).opening));
  const parcel = await receiveParcel();
  const engine = wrap<ServedEngine>(new EngineWorker());
  const linked = stateOf(location.hash);
  const opened: OpenDesign[] = [];
  for (const [index, source] of parcel.designs.entries()) {
    const answer = await engine.open(index, source);
    if (!answer.ok) {
      say(`${words(linked.language ?? language).failed} (${source.name})`, answer.problems);
      return;
    }
    opened.push({ house: answer.house, source });
  }
  const designs = new Designs(engine, opened);
  const design = Math.min(linked.design ?? 0, designs.given - 1);
  const beside = designs.has(linked.beside ?? -1) ? (linked.beside ?? null) : null;
  const replication = Math.min(linked.replication ?? 0, parcel.replications - 1);
  const first: ReplayDay = await engine.record(design, parcel.seed, replication);
  const { house } = designs.at(design);
  const initial = { ...INITIAL, time: house.scenario.day.doors.open };
  const store = new Store({ ...initial, ...linked, design, replication, beside });
  const context: { -readonly [key in keyof Context]: Context[key] } = {
    parcel,
    store,
    engine,
    designs,
    house,
    day: first,
  };

  let asked = 0;
  store.listen(async (changed) => {
    const { state } = store;
    const isTriedAnew = changed.has('tried') && state.design === designs.tried;
    if (!changed.has('replication') && !changed.has('design') && !isTriedAnew) return;
    const number = ++asked;
    const day = await engine.record(state.design, parcel.seed, state.replication);
    if (number !== asked) return;
    const isSameDay = context.day.replication === day.replication;
    const selected = isSameDay ? carriedOver(store.state.selected, context.day, day) : null;
    context.house = designs.at(state.design).house;
    context.day = day;
    // Told with the day: what was made for the one before knows nothing of it.
    store.state = { ...store.state, selected, hovered: null };
    store.tell(new Set(['day', 'selected', 'hovered']));
  });
  store.listen(() => remember(store.state, initial));
  addEventListener('hashchange', () => {
    const {
      design: to = store.state.design,
      replication: on = store.state.replication,
      ...rest
    } = stateOf(location.hash);
    // Of a link to what is not there, the rest.
    store.set({
      ...rest,
      ...(designs.has(to) && { design: to }),
      ...(on < parcel.replications && { replication: on }),
    });
  });
  new Clock(
    store,
    () => context.day.to,
    () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  listenToKeys(context);
  new Shell(root, context);
}

let pending = 0;
/** Not at each frame: browsers refuse an address that changes too often. */
function remember(state: ViewState, initial: ViewState): void {
  clearTimeout(pending);
  pending = setTimeout(() => {
    history.replaceState(null, '', `#${fragmentOf(state, initial)}`);
  }, 300) as unknown as number;
}

addEventListener('unhandledrejection', ({ reason }) =>
  say(words(language).broken, String(reason?.stack ?? reason)),
);
open().catch((thrown: unknown) => {
  say(words(language).broken, thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
});
