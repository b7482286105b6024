import { inLanguages } from '../words/translated.ts';

export const words = inLanguages({
  en: { more: (rows: string) => `${rows} more rows are in the file.` },
  fi: { more: (rows: string) => `Tiedostossa on ${rows} riviä lisää.` },
  sv: { more: (rows: string) => `I filen finns ${rows} rader till.` },
});
