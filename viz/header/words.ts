import { inLanguages } from '../words/translated.ts';

export const words = inLanguages({
  en: {
    language: 'Language',
    theme: 'Colours',
    themes: { auto: 'as the device', light: 'light', dark: 'dark' },
    keys: 'Keys',
    keysTitle: 'Keys (?)',
    warnings: 'Notes on the scenario',
    day: 'Day',
    of: 'of',
    seed: 'seed',
  },
  fi: {
    language: 'Kieli',
    theme: 'Värit',
    themes: { auto: 'laitteen mukaan', light: 'vaalea', dark: 'tumma' },
    keys: 'Näppäimet',
    keysTitle: 'Näppäimet (?)',
    warnings: 'Huomioita skenaariosta',
    day: 'Päivä',
    of: '/',
    seed: 'siemenluku',
  },
  sv: {
    language: 'Språk',
    theme: 'Färger',
    themes: { auto: 'som enheten', light: 'ljusa', dark: 'mörka' },
    keys: 'Tangenter',
    keysTitle: 'Tangenter (?)',
    warnings: 'Anmärkningar om scenariot',
    day: 'Dag',
    of: 'av',
    seed: 'frö',
  },
});
