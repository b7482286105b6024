/** Texts of a part of the page in all languages; each part keeps its own beside it, in a file called words.ts. */
import type { Language } from '../app/state.ts';

/** `en` says which texts there are; all languages have the same, or the compiler says what is missing. */
export function inLanguages<Texts extends object>(
  texts: Readonly<Record<Language, Texts>>,
): (language: Language) => Texts {
  return (language) => texts[language];
}

/** The first of the reader's languages that there is, or else English. */
export function languageOf(wanted: readonly string[]): Language {
  for (const one of wanted) {
    const short = one.slice(0, 2).toLowerCase();
    if (short === 'en' || short === 'fi' || short === 'sv') return short;
  }
  return 'en';
}
