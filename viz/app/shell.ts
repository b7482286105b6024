/** The page: puts its parts in their places, and tells them of each change. */

import { forgetColours } from '../floor/colours.ts';
import type { Context, View } from './context.ts';
import { element } from './element.ts';
import { keepingFocus } from './focus.ts';
import { panelsView } from './panels-view.ts';
import { listenToPrinting } from './printing.ts';
import type { Changed } from './state.ts';
import { CHARTS, HEADER, PANELS, STAGE } from './views.ts';
import { words } from './words.ts';

/** What the parts are made for; when one of these changes, they are made anew. */
const REMAKES = ['language', 'design', 'designs', 'day'] as const;

export class Shell {
  private readonly root: HTMLElement;
  private readonly context: Context;
  private views: View[] = [];

  constructor(root: HTMLElement, context: Context) {
    this.root = root;
    this.context = context;
    this.make();
    context.store.listen((changed) => this.changes(changed));
    listenToPrinting(context.store);
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(query).addEventListener('change', () => context.store.tell(new Set(['theme'])));
  }

  private changes(changed: Changed): void {
    if (changed.has('theme')) this.dress();
    if (REMAKES.some((key) => changed.has(key))) keepingFocus(() => this.make());
    else for (const view of this.views) view.update(changed);
  }

  private make(): void {
    const { context } = this;
    const { state } = context.store;
    const said = words(state.language);
    document.documentElement.lang = state.language;
    document.title = `${context.house.scenario.name} · aula`;
    this.dress();
    const header = HEADER.map((make) => make(context));
    const stage = STAGE.map((make) => make(context));
    const charts = CHARTS.map((make) => make(context));
    const panels = PANELS.length === 0 ? [] : [panelsView(context)];
    this.views = [...header, ...stage, ...charts, ...panels];
    const parts = (some: readonly View[]) => some.map((view) => view.element);
    const region = (
      tag: 'header' | 'section' | 'aside',
      name: string,
      label: string,
      some: readonly View[],
    ) => {
      const made = element(tag, { class: name, 'aria-label': label });
      made.append(...parts(some));
      return made;
    };
    const main = element('main', { class: 'main', id: 'main', tabindex: -1 });
    main.append(
      region('section', 'stage', said.floor, stage),
      region('aside', 'side', said.side, panels),
      region('section', 'charts', said.charts, charts),
    );
    const top = element('header', { class: 'top' });
    top.append(...parts(header));
    this.root.replaceChildren(element('a', { class: 'skip', href: '#main' }, said.skip), top, main);
    const all: Changed = new Set([...(Object.keys(state) as (keyof typeof state)[]), 'day', 'designs']);
    for (const view of this.views) view.update(all);
  }

  private dress(): void {
    const { theme } = this.context.store.state;
    document.documentElement.dataset.theme = theme;
    forgetColours();
  }
}
