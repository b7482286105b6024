import { inLanguages } from '../words/translated.ts';

export const words = inLanguages({
  en: { table: 'Table', save: 'Save' },
  fi: { table: 'Taulukko', save: 'Tallenna' },
  sv: { table: 'Tabell', save: 'Spara' },
});
