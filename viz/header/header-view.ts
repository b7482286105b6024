/** The head of the page: what is shown, and how one likes to see it. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { LANGUAGES, type Language, THEMES, type Theme } from '../app/state.ts';
import { openHelp } from '../keys/help.ts';
import { Format } from '../words/format.ts';
import { words } from './words.ts';

/** Each in itself. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fi: 'Suomi', sv: 'Svenska' };

export function headerView(context: Context): View {
  const { house, store, designs, day, parcel } = context;
  const said = words(store.state.language);
  const language = choice(
    'language',
    said.language,
    LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]]),
    (one) => store.set({ language: one }),
  );
  const theme = choice(
    'theme',
    said.theme,
    THEMES.map((one): [Theme, string] => [one, said.themes[one]]),
    (one) => store.set({ theme: one }),
  );
  const help = element(
    'button',
    { type: 'button', id: 'help', title: said.keysTitle, 'aria-keyshortcuts': '?' },
    said.keys,
  );
  help.addEventListener('click', () => openHelp(store.state.language));
  const title = element('h1', {}, house.scenario.name);
  const number = new Format(store.state.language).number(day.replication);
  const which = element('p', { class: 'which' }, said.dayOf(number, parcel.seed));
  // Or else its figures would be taken for those of the scenario.
  const tried =
    store.state.design === designs.tried ? element('strong', { class: 'is-tried' }, said.tried) : null;
  const warnings =
    house.warnings === ''
      ? null
      : element(
          'details',
          { class: 'warnings' },
          element('summary', {}, said.warnings),
          element('pre', {}, house.warnings),
        );
  return {
    element: element(
      'div',
      { class: 'head' },
      title,
      tried,
      which,
      warnings,
      element('div', { class: 'head-tools' }, language.label, theme.label, help),
    ),
    update(changed) {
      if (changed.has('language')) language.select.value = store.state.language;
      if (changed.has('theme')) theme.select.value = store.state.theme;
    },
  };
}

function choice<Id extends string>(
  id: string,
  name: string,
  options: readonly (readonly [Id, string])[],
  choose: (one: Id) => void,
) {
  const select = element('select', { id });
  select.append(...options.map(([value, text]) => element('option', { value }, text)));
  select.addEventListener('change', () => choose(select.value as Id));
  return { select, label: element('label', { class: 'choice' }, element('span', {}, name), select) };
}
