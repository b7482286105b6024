/** Opens what the page has been given, simulates its day, and shows it. */
import { wrap } from 'comlink';
import type { House } from '../engine/house.ts';
import type { ServedEngine } from '../engine/worker.ts';
import EngineWorker from '../engine/worker.ts?worker&inline';
import { listenToKeys } from '../keys/listen.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import '../style/style.css';
import { languageOf } from '../words/translated.ts';
import { Clock } from './clock.ts';
import type { Context } from './context.ts';
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
  const houses: House[] = [];
  for (const [index, source] of parcel.designs.entries()) {
    const opened = await engine.open(index, source);
    if (!opened.ok) {
      say(`${words(linked.language ?? language).failed} (${source.name})`, opened.problems);
      return;
    }
    houses.push(opened.house);
  }
  const design = Math.min(linked.design ?? 0, houses.length - 1);
  const replication = Math.min(linked.replication ?? 0, parcel.replications - 1);
  const first: ReplayDay = await engine.record(design, parcel.seed, replication);
  const house = houses[design];
  const initial = { ...INITIAL, time: house.scenario.day.doors.open };
  const store = new Store({ ...initial, ...linked, design, replication });
  const context: { -readonly [key in keyof Context]: Context[key] } = {
    parcel,
    store,
    engine,
    house,
    day: first,
  };

  let asked = 0;
  store.listen(async (changed) => {
    if (!changed.has('replication') && !changed.has('design')) return;
    const number = ++asked;
    const { state } = store;
    const day = await engine.record(state.design, parcel.seed, state.replication);
    if (number !== asked) return;
    context.house = houses[state.design];
    context.day = day;
    store.tell(new Set(['day']));
  });
  store.listen(() => remember(store.state, initial));
  addEventListener('hashchange', () => store.set(stateOf(location.hash)));
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
