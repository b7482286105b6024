/** What stands in the place of figures and lists of privacy as long as they are not known. */
import type { Context } from '../app/context.ts';
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
