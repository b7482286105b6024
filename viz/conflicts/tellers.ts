/** Who tells conflicts in which language. */
import type { Language } from '../app/state.ts';
import { english } from './tell-en.ts';
import { finnish } from './tell-fi.ts';
import { swedish } from './tell-sv.ts';
import type { Teller } from './told.ts';

export const TELLERS: Readonly<Record<Language, Teller>> = { en: english, fi: finnish, sv: swedish };
