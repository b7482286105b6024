/** The floor of the design beside, on the same day at the same moment; and under both what they have come to so far. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { keepingFocus } from '../app/focus.ts';
import type { Changed } from '../app/state.ts';
import { floorView } from '../floor/floor-view.ts';
import { privacyNotice } from '../privacy/privacy-notice.ts';
import {
  type BesideDay,
  besideContext,
  besideDay,
  besideIndex,
  followPage,
  wantBesidePrivacy,
} from './beside.ts';
import { words } from './words.ts';

export function besideView(context: Context): View {
  const { store } = context;
  const said = words(store.state.language);
  const host = element('section', { class: 'beside', hidden: true, 'aria-label': said.besideTitle });
  let shown: { readonly views: readonly View[]; readonly context: Context } | null = null;
  let asked = 0;

  const show = async () => {
    const number = ++asked;
    const index = besideIndex(context);
    shown = null;
    host.hidden = index === null;
    if (index === null) {
      host.replaceChildren();
      context.privacyWork.leave('beside');
      return;
    }
    host.replaceChildren(element('p', { class: 'beside-name', role: 'status' }, said.opening));
    const found = await besideDay(context, index);
    // A view whose place another one has taken wants nothing for the day before.
    if (number !== asked || !host.isConnected) return;
    wantBesidePrivacy(context, index, found);
    const other = besideContext(context, index, found);
    const views = [floorView(other), privacyNotice(other)];
    // Of two floors, the first is the one that keys and links lead to.
    for (const { element: part } of views)
      for (const named of part.querySelectorAll('[id]')) named.removeAttribute('id');
    shown = { views, context: other };
    const close = element('button', { type: 'button' }, said.closeBeside);
    close.addEventListener('click', () => keepingFocus(() => store.set({ beside: null })));
    host.replaceChildren(
      element(
        'p',
        { class: 'beside-name' },
        element('span', {}, said.besideOf(nameOf(context, index, found, said))),
        close,
      ),
      ...views.map((view) => view.element),
    );
    update(new Set(Object.keys(store.state) as (keyof typeof store.state)[]));
  };
  const update = (changed: Changed) => {
    if (shown === null) return;
    followPage(shown.context);
    for (const view of shown.views) view.update(changed);
  };
  return {
    element: host,
    update(changed) {
      const isTried = changed.has('tried') && store.state.beside === context.designs.tried;
      if (changed.has('beside') || isTried) void show();
      else update(changed);
    },
  };
}

export const nameOf = (
  { designs }: Context,
  index: number,
  { house }: BesideDay,
  said: { readonly tried: string },
): string => (index === designs.tried ? said.tried : house.scenario.name);
