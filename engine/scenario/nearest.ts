/**
 * The name that was probably meant, by edit distance.
 */
import { distance } from 'fastest-levenshtein';
import { quoted } from './visible.ts';

/** Names that differ in more than this share of their letters are not taken for one another. */
const FARTHEST = 0.4;
/** Of names as short as this, one letter may differ. */
const SHORT = 3;
/** With no more names than this, a message lists them all. */
const FEW = 8;

/** The nearest of the names, or null if none is near. */
export function nearest(name: string, names: Iterable<string>): string | null {
  const wanted = name.toLowerCase();
  let best: string | null = null;
  const { length } = wanted;
  let least = 1 + (length > SHORT ? Math.ceil(FARTHEST * length) : length > 1 ? 1 : 0);
  for (const candidate of names) {
    if (Math.abs(candidate.length - length) >= least) continue;
    const apart = distance(wanted, candidate.toLowerCase());
    if (apart < least) [best, least] = [candidate, apart];
  }
  return best;
}

/** `; did you mean 'vero'?`, or what there is, or nothing when that would be too much. */
export function hint(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  if (near !== null) return `; did you mean ${quoted(near)}?`;
  return names.length > 0 && names.length <= FEW ? `; there is ${listed(names, 'and')}` : '';
}

/** `'a', 'b' and 'c'`. */
export function listed(names: readonly string[], joint: 'and' | 'or'): string {
  const shown = names.map(quoted);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${joint} ${last}`;
}
