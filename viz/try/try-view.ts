/** The panel in which a change is tried: what it does on top, then what is changed, then the controls. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { keepingFocus } from '../app/focus.ts';
import { momentLink } from '../app/url.ts';
import { Format } from '../words/format.ts';
import { benchOf } from './bench.ts';
import { keyOf } from './change.ts';
import { linkOf } from './change-link.ts';
import { changeText } from './change-words.ts';
import {
  type Control,
  type ControlContext,
  fallbackControl,
  openingControl,
  partitionControl,
  staffControl,
  volumeControl,
} from './controls.ts';
import { draftOf } from './draft.ts';
import { button } from './fields.ts';
import { figuresTables } from './figures-tables.ts';
import { placesControl } from './places-control.ts';
import { openSaveDialog } from './save-dialog.ts';
import { Summary } from './summary.ts';
import { words } from './words.ts';

/** Listens for as long as the view is in the page. */
let ended: () => void = () => {};

export function tryView(context: Context): View {
  const { store, designs, parcel } = context;
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const { house, source } = designs.at(0);
  const { scenario } = house;
  if (source.kind === 'resolved') {
    return { element: element('p', { class: 'try-none' }, said.noFile), update() {} };
  }
  const bench = benchOf(context);
  const { desk, days } = bench;
  const controlContext: ControlContext = { desk, scenario, said, format };
  const controls = [
    staffControl(controlContext),
    fallbackControl(controlContext),
    placesControl(controlContext),
    volumeControl(controlContext),
    openingControl(controlContext),
    partitionControl(controlContext),
  ].filter((control): control is Control => control !== null);
  const summary = new Summary(scenario, said, format);
  const list = element('ul', { class: 'try-changes' });
  const undo = button(said.undo, () => desk.undo(), { id: 'try-undo' });
  const redo = button(said.redo, () => desk.redo(), { id: 'try-redo' });
  const reset = button(said.reset, () => desk.reset(), { id: 'try-reset' });
  const save = button(
    said.save,
    () => {
      if (desk.written?.kind === 'files')
        openSaveDialog({ source: desk.written, seed: parcel.seed, days, said });
    },
    { id: 'try-save' },
  );
  const show = button(
    '',
    () => store.set({ design: store.state.design === designs.tried ? 0 : designs.tried, beside: null }),
    { id: 'try-show' },
  );
  const beside = button(
    said.beside,
    () => store.set({ design: 0, beside: store.state.beside === null ? designs.tried : null }),
    { id: 'try-beside' },
  );
  const told = element('span', { role: 'status', class: 'try-hint' });
  let toldOf = '';
  const link = button(said.link, async () => {
    const whole = new URL(location.href);
    whole.hash = momentLink(store.state);
    told.textContent = (await copied(whole.href)) ? said.copied : said.linkByHand;
  });
  const tables = element('div', { class: 'try-tables' });
  const all = element('details', { class: 'try-group' }, element('summary', {}, said.figures), tables);
  all.addEventListener('toggle', () => showTables());
  const showTables = () => {
    const { figures } = desk;
    all.hidden = figures === null;
    if (!all.open || figures === null) return;
    tables.replaceChildren(...figuresTables(figures, scenario, said, format));
  };

  const refresh = () => {
    const { changes } = desk;
    const draft = draftOf(scenario, changes);
    for (const control of controls) control.update(draft);
    summary.update(desk, days);
    list.replaceChildren(
      ...changes.map((change) => {
        const key = keyOf(change);
        const text = changeText(change, scenario, said, format);
        const problem = desk.problems[key];
        return element(
          'li',
          {},
          element('span', {}, text),
          button('×', () => desk.takeBack(key), {
            'aria-label': `${said.takeBack}: ${text}`,
            title: said.takeBack,
          }),
          problem === undefined ? null : element('p', { class: 'try-problem' }, problem),
        );
      }),
    );
    list.hidden = changes.length === 0;
    undo.disabled = !desk.canUndo;
    redo.disabled = !desk.canRedo;
    reset.disabled = changes.length === 0;
    save.disabled = desk.written === null;
    link.disabled = store.state.changes === '';
    // What else has been told of the link stays until there are other changes.
    const now = JSON.stringify(changes);
    if (now !== toldOf) told.textContent = linkOf(changes) === null ? said.linkTooLong : '';
    toldOf = now;
    const isShown = store.state.design === designs.tried;
    show.textContent = isShown ? said.showBase : said.show;
    show.disabled = !designs.hasTried;
    beside.disabled = !designs.hasTried;
    beside.setAttribute('aria-pressed', String(store.state.beside !== null));
    showTables();
  };
  ended();
  ended = desk.listen(() => keepingFocus(refresh));
  void bench.pool().then((pool) => pool.prepare());

  return {
    element: element(
      'div',
      { class: 'try' },
      summary.element,
      element('h2', { class: 'unseen' }, said.changes),
      list,
      element('div', { class: 'try-buttons' }, undo, redo, reset),
      element('div', { class: 'try-buttons' }, show, beside, save, link, told),
      all,
      ...controls.map((control) => control.element),
    ),
    update(changed) {
      if (changed.has('design') || changed.has('beside') || changed.has('tried') || changed.has('panel'))
        keepingFocus(refresh);
    },
  };
}

/** False where the browser does not let a page copy. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
