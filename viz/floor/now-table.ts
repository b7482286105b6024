/** Who is where at the moment, as tables: visitors, staff and places, each to be selected. */
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import type { Selected } from '../app/state.ts';
import { clerkDoing, newDoing, spaceDoing, visitorDoing } from '../replay/doing.ts';
import { visitInside } from '../replay/whereabouts.ts';
import { clerkWord, doingWord, FactsOf, spaceWord } from './facts.ts';
import { type HeatMap, minutesBySpace } from './heat.ts';
import { clerkName, isServing, spaceName, typeName } from './names.ts';

/** So many rows a table; the rest is counted. */
const ROWS_MAX = 300;
/** In milliseconds: while the day plays on, tables are made anew no more often. */
const EVERY = 1000;

interface Row {
  readonly thing: Selected;
  readonly cells: readonly string[];
}

export class NowTable {
  readonly element: HTMLElement;
  private readonly context: Context;
  private readonly facts: FactsOf;
  private readonly heat: () => HeatMap | null;
  private readonly doing = newDoing();
  private waits = 0;

  constructor(context: Context, heat: () => HeatMap | null) {
    this.context = context;
    this.facts = new FactsOf(context);
    this.heat = heat;
    // It scrolls within itself, by keys as well.
    const name = this.facts.said.table;
    this.element = element('div', {
      class: 'now-table',
      tabindex: 0,
      role: 'region',
      'aria-label': name,
      hidden: true,
    });
  }

  show(isShown: boolean): void {
    this.element.hidden = !isShown;
    if (isShown) this.make();
  }

  /** The moment, or what is selected, has changed. */
  update(): void {
    if (this.element.hidden || this.waits !== 0) return;
    this.waits = window.setTimeout(
      () => {
        this.waits = 0;
        if (!this.element.hidden) this.make();
      },
      this.context.store.state.isPlaying ? EVERY : 0,
    );
  }

  /** Keeps the focus on the row that had it. */
  private make(): void {
    const { said } = this.facts;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : '';
    const { who, what, state, where, since } = said.columns;
    const heat = this.heat();
    const { heat: kind } = this.context.store.state;
    const minutes = heat === null ? [] : [`${said.heats[kind]} (${said.personMinutes})`];
    this.element.replaceChildren(
      this.table(said.visitors, [who, what, state, where, since], this.visitors()),
      this.table(said.staff, [who, state, where, since], this.staff()),
      this.table(said.spaces, [where, what, state, since, ...minutes], this.spaces(heat)),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  private table(caption: string, columns: readonly string[], rows: readonly Row[]): HTMLElement {
    const { store } = this.context;
    const { said, format } = this.facts;
    const { selected } = store.state;
    const body = element('tbody');
    for (const { thing, cells } of rows.slice(0, ROWS_MAX)) {
      const isSelected = selected?.kind === thing.kind && selected.index === thing.index;
      const button = element(
        'button',
        {
          type: 'button',
          class: 'link',
          id: `now-${thing.kind}-${thing.index}`,
          'aria-pressed': String(isSelected),
        },
        cells[0],
      );
      button.addEventListener('click', () => store.set({ selected: thing }));
      body.append(
        element(
          'tr',
          isSelected ? { class: 'selected' } : {},
          element('th', { scope: 'row' }, button),
          ...cells.slice(1).map((cell) => element('td', {}, cell)),
        ),
      );
    }
    const more = rows.length - ROWS_MAX;
    return element(
      'div',
      {},
      element(
        'table',
        { class: 'data' },
        element('caption', {}, `${caption} (${format.number(rows.length)})`),
        element(
          'thead',
          {},
          element('tr', {}, ...columns.map((one) => element('th', { scope: 'col' }, one))),
        ),
        body,
      ),
      rows.length === 0 ? element('p', {}, said.nobodyInside) : null,
      more > 0 ? element('p', {}, said.restOfRows(format.number(more))) : null,
    );
  }

  private visitors(): Row[] {
    const { day, house, store } = this.context;
    const { facts, doing } = this;
    const rows: Row[] = [];
    const { time } = store.state;
    visitInside(day, time, (row) => {
      visitorDoing(day, house.stages, house.plan.spaces.length, row, time, doing);
      rows.push({
        thing: { kind: 'visitor', index: row },
        cells: [
          facts.visitorName(row),
          facts.matterOf(row, doing.stage),
          doingWord(facts.said, doing.state),
          doing.space < 0 ? '' : spaceName(house, doing.space),
          facts.format.time(doing.since, true),
        ],
      });
    });
    return rows;
  }

  private staff(): Row[] {
    const { day, house, store } = this.context;
    const { facts, doing } = this;
    return house.clerks.map((_, clerk) => {
      clerkDoing(day, clerk, store.state.time, doing);
      return {
        thing: { kind: 'clerk', index: clerk },
        cells: [
          clerkName(house, clerk),
          clerkWord(facts.said, doing.state),
          doing.space < 0 ? '' : spaceName(house, doing.space),
          facts.format.time(doing.since, true),
        ],
      };
    });
  }

  private spaces(heat: HeatMap | null): Row[] {
    const { day, house, store } = this.context;
    const { facts, doing } = this;
    const minutes = heat === null ? null : minutesBySpace(heat, house.plan);
    return house.plan.spaces.map((_, space) => {
      spaceDoing(day, space, house.spaceTypes[space], store.state.time, doing);
      const isServed = isServing(house, doing.type);
      return {
        thing: { kind: 'space', index: space },
        cells: [
          spaceName(house, space),
          typeName(house, doing.type),
          isServed ? spaceWord(facts.said, doing.state) : '',
          isServed ? facts.format.time(doing.since, true) : '',
          ...(minutes === null ? [] : [facts.format.fixed(minutes[space], 1)]),
        ],
      };
    });
  }
}
