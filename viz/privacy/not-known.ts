/** What stands in the place of figures and lists of privacy as long as they are not known. */
import type { Context } from '../app/context.ts';
import { isCut } from '../replay/day-privacy.ts';
import { Format } from '../words/format.ts';
import { words } from './words.ts';

/** Null where they are known. */
export function notKnown({
  privacyWork,
  day,
  store,
}: Pick<Context, 'privacyWork' | 'day' | 'store'>): string | null {
  const { is } = privacyWork.statusOf(day);
  return is === 'known' ? null : words(store.state.language)[is];
}

/** Says that not all conflicts are listed one by one; null where they are. */
export function notListed({ day: { privacy }, store }: Pick<Context, 'day' | 'store'>): string | null {
  if (privacy === null || !isCut(privacy)) return null;
  const { language } = store.state;
  const format = new Format(language);
  return words(language).cut(format.number(privacy.totals.count), format.number(privacy.conflicts.length));
}
