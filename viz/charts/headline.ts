/** The most important figures of the stretch, beside those of the day. */
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import { words as privacyWords } from '../privacy/words.ts';
import { isMeasured } from '../replay/day-privacy.ts';
import { Format } from '../words/format.ts';
import type { PrivacyFigures, StretchFigures } from './stretch-figures.ts';
import { words } from './words.ts';

const MINUTE = 60;

export function headlineView({ store, house, day }: Context) {
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const minutes = (seconds: number | null) =>
    seconds === null ? '–' : said.minutes(format.fixed(seconds / MINUTE, 1));
  /** Of large numbers, no decimals. */
  const round = (value: number) => format.number(value, value < 100 ? 1 : 0);
  const { notYet } = privacyWords(store.state.language);
  const ofPrivacy = (figures: StretchFigures, tell: (known: PrivacyFigures) => string) => {
    const known = figures.privacy();
    return known === null ? notYet : tell(known);
  };
  const told: readonly { name: string; of(figures: StretchFigures): string }[] = [
    { name: said.visits, of: (figures) => format.number(figures.visits().came) },
    { name: said.meanWait, of: (figures) => minutes(figures.waits().mean) },
    { name: said.p90Wait, of: (figures) => minutes(figures.waits().p90) },
    { name: said.left, of: (figures) => format.number(figures.visits().left) },
    ...(isMeasured(house, day)
      ? [
          {
            name: said.exposure,
            of: (figures: StretchFigures) =>
              ofPrivacy(figures, ({ exposure }) => said.personMinutes(round(exposure / MINUTE))),
          },
          {
            name: said.conflicts,
            of: (figures: StretchFigures) => ofPrivacy(figures, ({ conflicts }) => round(conflicts)),
          },
        ]
      : []),
  ];
  const items = told.map(({ name, of }) => {
    const value = element('dd', { class: 'figure' });
    const ofDay = element('dd', { class: 'of-day' });
    return { of, value, ofDay, item: element('div', {}, element('dt', {}, name), value, ofDay) };
  });
  const scope = element('p', { class: 'headline-scope', role: 'status' });
  return {
    element: element(
      'div',
      { class: 'headline' },
      scope,
      element('dl', {}, ...items.map(({ item }) => item)),
    ),
    showFigures(stretch: StretchFigures | null, day: StretchFigures) {
      scope.textContent =
        stretch === null
          ? said.day
          : `${said.stretch} ${stretch.stretch.map((time) => format.time(time)).join('–')}`;
      for (const { of, value, ofDay } of items) {
        value.textContent = of(stretch ?? day);
        value.classList.toggle('not-yet', value.textContent === notYet);
        ofDay.textContent = stretch === null || value.textContent === notYet ? '' : said.ofDay(of(day));
      }
    },
  };
}
