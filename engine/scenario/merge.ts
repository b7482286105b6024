/**
 * How a file changes the one that it extends: JSON Merge Patch (RFC 7396). Maps are merged key by key, lists and
 * scalars are replaced, and a written `null` takes away. A distribution is replaced whole, as half of one family
 * and half of another are neither; and so is a map that has another form, like a partition's.
 */
import { areOfOtherForm } from './alternatives.ts';
import { FAMILIES } from './distribution.ts';
import { error, type Finding, type Path } from './finding.ts';
import { hint } from './nearest.ts';
import { type Dictionary, dictionary, type Entry, type Origin, type Tree } from './tree.ts';
import { quoted } from './visible.ts';

/** How many times a message looks for the name that was meant; more mistakes than this are not of spelling. */
const MAX_HINTS = 100;

export interface Merged {
  readonly tree: Dictionary;
  readonly findings: readonly Finding[];
}

/** The base as the patch changes it. `baseName` is what messages call the base, null where there is none. */
export function merge(base: Dictionary, patch: Dictionary, baseName: string | null): Merged {
  const findings: Finding[] = [];

  const missing = (path: Path, key: string, names: readonly string[], origin: Origin): void => {
    const there = findings.length < MAX_HINTS ? hint(key, names) : '';
    const message =
      baseName === null
        ? 'is empty, and there is nothing that it could take away, as the file extends no other'
        : `takes away what is not there: ${baseName} has no ${quoted(key)} here${there}`;
    findings.push(error([...path, key], message, origin));
  };

  const mergeMaps = (under: Dictionary, over: Dictionary, path: Path): Dictionary => {
    const entries = new Map<string, Entry>(under.entries);
    const removed = new Map<string, Origin>(under.removed);
    for (const [key, { key: origin, value }] of over.entries) {
      const known = under.entries.get(key);
      const here = [...path, key];
      if (value.kind === 'leaf' && value.value === null) {
        if (value.unwritten) {
          const away = known === undefined ? '' : ', or write null to take it away';
          findings.push(error(here, `is empty; give it a value or leave it out${away}`, origin));
        } else if (known === undefined) missing(path, key, [...under.entries.keys()], origin);
        else if (entries.delete(key)) removed.set(key, origin);
        continue;
      }
      const merged = mergeValue(known?.value, value, here);
      entries.set(key, { key: origin, value: merged });
      removed.delete(key);
    }
    return dictionary(over.origin, entries, removed);
  };

  const mergeValue = (under: Tree | undefined, over: Tree, path: Path): Tree => {
    if (over.kind !== 'map' || isDistribution(over, path)) return over;
    const keep = under?.kind === 'map' && !isDistribution(under, path);
    if (!keep && under !== undefined && under.kind === 'map') return over;
    if (!keep) return mergeMaps(dictionary(over.origin, new Map()), over, path);
    const isInstead = areOfOtherForm(path, [...under.entries.keys()], given(over));
    return mergeMaps(isInstead ? takenAway(under, over) : under, over, path);
  };

  return { tree: mergeMaps(base, patch, []), findings };
}

/** The keys that are not only taken away. */
const given = ({ entries }: Dictionary): string[] =>
  [...entries].flatMap(([key, { value }]) => (value.kind === 'leaf' && value.value === null ? [] : [key]));

/** Of a map what another takes away, so that it can be. */
function takenAway(under: Dictionary, over: Dictionary): Dictionary {
  const set = new Set(given(over));
  const left = [...under.entries].filter(([key]) => over.entries.has(key) && !set.has(key));
  return dictionary(under.origin, new Map(left));
}

/** Maps whose keys are ids, which may happen to be called like a family of distributions. */
const isCollection = (path: Path): boolean => path.length === 1 || (path.length === 2 && path[0] === 'floor');

function isDistribution(tree: Dictionary, path: Path): boolean {
  return (
    !isCollection(path) &&
    tree.entries.size > 0 &&
    [...tree.entries].every(([key, { value }]) => FAMILIES.has(key) && value.kind !== 'leaf')
  );
}
