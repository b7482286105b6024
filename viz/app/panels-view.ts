/** The panels beside the floor, as tabs (WAI-ARIA, tabs pattern); only the open one is made. */
import type { Context, View } from './context.ts';
import { element } from './element.ts';
import { keepingFocus } from './focus.ts';
import type { Changed } from './state.ts';
import { PANELS } from './views.ts';
import { words } from './words.ts';

export function panelsView(context: Context): View {
  const { store } = context;
  const { language } = store.state;
  const tabs = PANELS.map(({ id, title }) =>
    element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': 'panel' },
      title(language),
    ),
  );
  const list = element(
    'div',
    { role: 'tablist', class: 'tabs', 'aria-label': words(language).side },
    ...tabs,
  );
  const body = element('div', { role: 'tabpanel', id: 'panel', class: 'panel', tabindex: 0 });
  let open: View | null = null;

  const openIndex = () =>
    Math.max(
      0,
      PANELS.findIndex(({ id }) => id === store.state.panel),
    );
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => store.set({ panel: PANELS[index].id }));
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -openIndex(), End: PANELS.length - 1 - openIndex() }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (openIndex() + step + PANELS.length) % PANELS.length;
    store.set({ panel: PANELS[next].id });
    tabs[next].focus();
  });

  function show(): void {
    const at = openIndex();
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-selected', String(index === at));
      tab.tabIndex = index === at ? 0 : -1;
    });
    body.setAttribute('aria-labelledby', tabs[at].id);
    open = PANELS[at].make(context);
    body.replaceChildren(open.element);
  }

  /** Brings the panel of what has been selected to the front; true where that has told the panels of it already. */
  function follow(changed: Changed): boolean {
    const { selected, panel } = store.state;
    const isLinked = changed.has('panel') && panel !== '';
    const wanted = PANELS.find(({ opensFor }) => selected !== null && opensFor?.includes(selected.kind));
    if (isLinked || wanted === undefined || wanted === PANELS[openIndex()]) return false;
    const isFirst = open === null;
    const hadFocus = body.contains(document.activeElement);
    store.set({ panel: wanted.id });
    if (isFirst) return false;
    if (hadFocus) body.focus({ preventScroll: true });
    open?.update(changed);
    return true;
  }

  return {
    element: element('div', { class: 'panels' }, list, body),
    update(changed: Changed) {
      if (changed.has('selected') && follow(changed)) return;
      if (changed.has('panel') || open === null) show();
      else if (changed.has('privacy') && PANELS[openIndex()].isOfPrivacy) {
        const { scrollTop } = body;
        keepingFocus(() => {
          show();
          open?.update(changed);
        });
        body.scrollTop = scrollTop;
        return;
      }
      open?.update(changed);
    },
  };
}
