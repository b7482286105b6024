/**
 * Names that stand for another part of the scenario: each must be there. Checked in the document itself, so
 * that wrong names are found also beside other mistakes.
 */
import { error, type Finding, type Path } from './finding.ts';
import { hint } from './nearest.ts';
import { at, type Dictionary, type Origin, type Tree } from './tree.ts';
import { quoted } from './visible.ts';

interface Reference {
  /** Where names stand: `*` is each entry of a map or list, a last `#` each key of a map. */
  readonly from: string;
  /** The collection of the entries, with a dot where it is inside another part. */
  readonly to: string;
  /** A name that needs no entry. */
  readonly also?: string;
}

const REFERENCES: readonly Reference[] = [
  { from: 'matters.*.agency', to: 'agencies' },
  { from: 'matters.*.sensitivity', to: 'sensitivities' },
  { from: 'matters.*.spaces.*', to: 'spaceTypes' },
  { from: 'matters.*.fallback.spaces.*', to: 'spaceTypes' },
  { from: 'matters.*.handOver.spaces.*', to: 'spaceTypes' },
  { from: 'matters.*.equipment.*', to: 'equipment' },
  { from: 'spaces.*.type', to: 'spaceTypes' },
  { from: 'spaces.*.timetable.*.type', to: 'spaceTypes' },
  { from: 'roles.*.mandates.*.agency', to: 'agencies', also: 'all' },
  { from: 'roles.*.mandates.*.matters.*', to: 'matters' },
  { from: 'roles.*.spaces.*', to: 'spaceTypes' },
  { from: 'roles.*.equipment.*', to: 'equipment' },
  { from: 'profiles.*.matters.*.anyOf.#', to: 'matters' },
  { from: 'arrivals.*.profiles', to: 'profiles' },
  { from: 'arrivals.*.profiles.#', to: 'profiles' },
  { from: 'arrivals.*.agency', to: 'agencies' },
  { from: 'arrivals.*.matters.#', to: 'matters' },
  { from: 'arrivals.*.more.*.matters.#', to: 'matters' },
  { from: 'arrivals.*.against', to: 'arrivals' },
  { from: 'peaks.*.arrivals.*', to: 'arrivals' },
  { from: 'journey.greeting.role', to: 'roles' },
  { from: 'journey.greeting.spaces.*', to: 'spaceTypes' },
  { from: 'journey.kiosk.spaces.*', to: 'spaceTypes' },
  { from: 'policy.protectedSpaces.*', to: 'spaceTypes' },
  { from: 'policy.protectedWaiting.*', to: 'spaceTypes' },
  { from: 'policy.protectedExit', to: 'floor.doors' },
];

/** What messages call an entry of a collection. */
export const SINGULAR: Readonly<Record<string, string>> = {
  agencies: 'agency',
  matters: 'matter',
  sensitivities: 'sensitivity',
  spaceTypes: 'space type',
  spaces: 'space',
  equipment: 'equipment',
  roles: 'role',
  profiles: 'profile',
  arrivals: 'arrival',
  'floor.doors': 'door',
};

/** So many names are looked up for a hint at most; more mistakes than this are not of spelling. */
const MAX_HINTS = 100;

/** All names for which there is no entry. */
export function checkReferences(tree: Dictionary): Finding[] {
  const findings: Finding[] = [];
  for (const { from, to, also } of REFERENCES) {
    const collection = at(tree, to.split('.'));
    if (collection !== undefined && collection.kind !== 'map') continue;
    visitNames(tree, from.split('.'), [], (name, path, origin) => {
      if (collection?.entries.has(name) || name === also) return;
      findings.push(error(path, unknownName(name, to, collection, findings.length < MAX_HINTS), origin));
    });
  }
  return findings;
}

function unknownName(
  name: string,
  to: string,
  collection: Dictionary | undefined,
  withHint: boolean,
): string {
  const what = SINGULAR[to] ?? to;
  const removed = collection?.removed.get(name);
  if (removed !== undefined) return `unknown ${what} ${quoted(name)}: ${removed.file} takes it away`;
  if (name === 'all' && to === 'matters') return "unknown matter 'all'; for all of them write matters: all";
  const there = withHint ? hint(name, [...(collection?.entries.keys() ?? [])]) : '';
  return `unknown ${what} ${quoted(name)}${there}`;
}

/** Every name that the pattern leads to, with its path and, for a key, its place. */
function visitNames(
  tree: Tree,
  [step, ...rest]: readonly string[],
  path: Path,
  visit: (name: string, path: Path, origin?: Origin) => void,
): void {
  if (step === undefined) {
    if (tree.kind === 'leaf' && typeof tree.value === 'string') visit(tree.value, path);
  } else if (step === '*' && tree.kind === 'list') {
    tree.items.forEach((item, index) => {
      visitNames(item, rest, [...path, index], visit);
    });
  } else if (tree.kind === 'map') {
    if (step === '#') for (const [key, entry] of tree.entries) visit(key, path, entry.key);
    else if (step === '*')
      for (const [key, { value }] of tree.entries) visitNames(value, rest, [...path, key], visit);
    else {
      const entry = tree.entries.get(step);
      if (entry !== undefined) visitNames(entry.value, rest, [...path, step], visit);
    }
  }
}
