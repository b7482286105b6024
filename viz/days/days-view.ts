/** The uncertainty of a day: where it stands among all days of the run, and the way to another one. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { pictureTools } from '../export/picture-tools.ts';
import { shownName } from '../header/shown-name.ts';
import { isMeasured } from '../replay/day-privacy.ts';
import { Format } from '../words/format.ts';
import { DAY_FIGURES } from './day-columns.ts';
import { daysPicture } from './days-picture.ts';
import { daysOf, make } from './known-days.ts';
import { inOrderOf, standing, typicalDay, worstDay } from './standing.ts';
import { words } from './words.ts';

const MINUTE = 60;
/** Days with more visitors than these are simulated when somebody asks for them. */
const MOST_UNASKED = 2000;

export function daysView(context: Context): View {
  const { store, parcel, designs, house, day } = context;
  const { language } = store.state;
  const said = words(language);
  const format = new Format(language);
  const shown = day.replication;
  const days = daysOf(designs.at(store.state.design).source, parcel.seed, parcel.replications);
  const { columns } = days;
  const isPrivate = isMeasured(house, day);
  const upright = isPrivate ? 'exposure' : 'visits';
  const goTo = (replication: number | null) => {
    if (replication === null || replication < 0 || replication >= parcel.replications) return;
    store.set({ replication, selected: null });
  };

  const button = (id: string, text: string, act: () => void) => {
    const made = element('button', { type: 'button', id }, text);
    made.addEventListener('click', act);
    return made;
  };
  const number = element('input', {
    type: 'number',
    id: 'day-number',
    min: 0,
    max: parcel.replications - 1,
    value: shown,
    'aria-label': said.number,
  });
  number.addEventListener('change', () => goTo(Math.round(Number(number.value))));
  const before = button('day-before', '‹', () => goTo(shown - 1));
  const next = button('day-next', '›', () => goTo(shown + 1));
  before.setAttribute('aria-label', said.before);
  next.setAttribute('aria-label', said.next);
  before.disabled = shown === 0;
  next.disabled = shown >= parcel.replications - 1;
  const head = element(
    'div',
    { class: 'days-head' },
    element('h2', {}, said.day(format.number(shown), format.number(parcel.replications - 1))),
    before,
    number,
    next,
  );
  if (parcel.replications === 1) {
    return { element: element('div', { class: 'days' }, head, element('p', {}, said.oneDay)), update() {} };
  }

  // Said aloud once, when all days are there, and not with each that has come.
  const standingText = element('p', { class: 'standing', 'aria-live': 'off' });
  const progress = element('progress', { max: parcel.replications, 'aria-label': said.title });
  const progressText = element('p', { class: 'days-progress' });
  const told = element('p', { class: 'day-told', 'aria-live': 'polite' });
  const picture = daysPicture(language, upright, shown);
  const { svg } = picture;
  const typical = button('day-typical', said.typical, () => goTo(typicalDay(columns, ['meanWait', upright])));
  const worstWait = button('day-worst-wait', said.worstWait, () => goTo(worstDay(columns, 'meanWait')));
  const worstPrivacy = button('day-worst-privacy', said.worstPrivacy, () =>
    goTo(worstDay(columns, 'exposure')),
  );
  const offer = element('p', { class: 'days-offer' }, said.offered(format.number(day.visitors.length)));
  const begin = button('days-begin', said.begin, () => {
    make(days);
    show();
    head.querySelector('input')?.focus();
  });
  const explanation = isPrivate ? said.explanation : said.explanationOfVisits;
  const host = element('div', { class: 'plot' }, svg);
  const tools = pictureTools(
    {
      name: [shownName(context), 'days'],
      svg,
      host,
      frame: () => ({
        title: said.title,
        note: `${shownName(context)} · ${said.run(format.number(days.total), parcel.seed)}\n${explanation}`,
        keys: [],
      }),
      table: () => ({
        caption: explanation,
        columns: [
          { title: said.dayColumn, decimals: 0 },
          { title: said.visits, decimals: 0 },
          { title: said.left, decimals: 0 },
          { title: said.wait, decimals: 1 },
          { title: said.p90, decimals: 1 },
          { title: said.exposure, decimals: 1 },
          { title: said.conflicts, decimals: 1 },
        ],
        rows: Array.from({ length: columns.count }, (_, one) => [
          one,
          ...DAY_FIGURES.map((figure) => {
            const value = columns.at(figure, one);
            const isTime = figure === 'meanWait' || figure === 'p90Wait' || figure === 'exposure';
            return Number.isNaN(value) ? null : isTime ? value / MINUTE : value;
          }),
        ]),
      }),
    },
    language,
  );

  let pointed = -1;
  picture.point(pointed);
  const describe = (one: number) =>
    said.one(
      format.number(one),
      format.fixed(columns.at('meanWait', one) / MINUTE, 1),
      isPrivate ? format.fixed(columns.at('exposure', one) / MINUTE, 0) : null,
      format.number(columns.at('visits', one)),
    );
  const point = (one: number) => {
    if (one === pointed) return;
    pointed = one;
    picture.point(one);
    told.textContent = one < 0 ? '' : describe(one);
    svg.setAttribute('aria-valuetext', one < 0 ? describe(shown) : describe(one));
    svg.setAttribute('aria-valuenow', String(one < 0 ? shown : one));
  };
  for (const [name, value] of Object.entries({
    tabindex: '0',
    role: 'slider',
    'aria-label': `${explanation} ${said.keys}`,
    'aria-valuemin': '0',
    'aria-valuemax': String(parcel.replications - 1),
    'aria-valuenow': String(shown),
  }))
    svg.setAttribute(name, value);
  svg.addEventListener('pointermove', (event) => point(picture.dayAt(event)));
  svg.addEventListener('pointerleave', () => point(-1));
  svg.addEventListener('click', (event) => {
    const one = picture.dayAt(event as PointerEvent);
    if (one >= 0) goTo(one);
  });
  svg.addEventListener('blur', () => point(-1));
  svg.addEventListener('keydown', (event) => {
    const along = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      if (pointed >= 0) goTo(pointed);
    }
    if (along === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const figure = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? upright : 'meanWait';
    point(inOrderOf(columns.of(figure), pointed < 0 ? shown : pointed, along));
  });

  const all = element(
    'div',
    {},
    element('div', { class: 'days-choices' }, typical, worstWait, isPrivate ? worstPrivacy : null),
    host,
    told,
    progress,
    progressText,
    element('p', { class: 'explanation' }, explanation),
    tools.element,
  );
  const made = element('div', { class: 'days' }, head, standingText, offer, begin, all);

  const show = () => {
    picture.draw(columns);
    const { count } = columns;
    offer.hidden = begin.hidden = days.isBegun;
    all.hidden = !days.isBegun;
    progress.value = count;
    progress.hidden = days.isComplete;
    progressText.textContent =
      days.failure === null
        ? days.isComplete
          ? ''
          : said.progress(format.number(count), format.number(days.total))
        : said.failed(days.failure);
    for (const choice of [typical, worstWait, worstPrivacy]) choice.disabled = count === 0;
    if (days.isComplete) standingText.setAttribute('aria-live', 'polite');
    standingText.textContent = count > shown ? standingInWords() : days.isBegun ? said.coming : '';
    if (days.isComplete) tools.refresh();
  };
  const standingInWords = () => {
    const wait = standing(columns.of('meanWait'), shown);
    const other = standing(columns.of(upright), shown);
    if (Number.isNaN(columns.at('meanWait', shown))) return said.noWait;
    const percent = (share: number) => format.percent(share);
    const parts: string[] = [];
    if (wait !== null && wait.lower + wait.higher > 0)
      parts.push(
        wait.lower >= wait.higher ? said.longer(percent(wait.lower)) : said.shorter(percent(wait.higher)),
      );
    if (other !== null && other.lower + other.higher > 0) {
      const [more, less] = isPrivate
        ? [said.moreExposure, said.lessExposure]
        : [said.moreVisits, said.fewerVisits];
      parts.push(other.lower >= other.higher ? more(percent(other.lower)) : less(percent(other.higher)));
    }
    return said.standing(parts.length === 0 ? [said.like] : parts);
  };
  let isDue = false;
  days.listen(() => {
    if (!isDue) {
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        show();
      });
    }
    // What has been taken off the page wants to hear no more.
    return made.isConnected;
  });
  if (day.visitors.length <= MOST_UNASKED) make(days);
  show();
  return { element: made, update() {} };
}
