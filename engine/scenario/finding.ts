/**
 * What is wrong, or doubtful, in a scenario, said in words for the planner who wrote it. Every check gives
 * findings with a path into the scenario; `locate` turns the path into a file, a line and a column.
 */
import type { Place, Source } from './source.ts';
import { nearestNode, type Origin, type Tree } from './tree.ts';

/** Keys and indices from the top of the document, such as `['roles', 'host', 'shifts', 0, 'to']`. */
export type Path = readonly (string | number)[];

/** An error stops a run; a warning is shown and the run goes on. */
export type Severity = 'error' | 'warning';

export interface Finding {
  readonly path: Path;
  /** Half a sentence about what is at the path: `must be above 0, is -1`. */
  readonly message: string;
  readonly severity: Severity;
  /** Where it is, when that is not the value at the path: its key, or a stretch of a file. */
  readonly at?: 'key' | Origin;
}

/** The files that a scenario was read from, and its values with their origin in them. */
export interface Sources {
  /** By name, in the order of reading: the scenario, what it extends, and recorded arrivals. */
  readonly files: ReadonlyMap<string, Source>;
  /** The scenario after merging; null where there is nothing to find a path in. */
  readonly tree: Tree | null;
}

/** A finding with its place. */
export interface Located {
  readonly finding: Finding;
  readonly file: string;
  readonly place: Place;
  /** The line of the file, without its end; null where the file could not be read. */
  readonly line: string | null;
}

export const error = (path: Path, message: string, at?: 'key' | Origin): Finding =>
  at === undefined ? { path, message, severity: 'error' } : { path, message, severity: 'error', at };

export const warning = (path: Path, message: string, at?: 'key' | Origin): Finding =>
  at === undefined ? { path, message, severity: 'warning' } : { path, message, severity: 'warning', at };

const NOWHERE: Place = { line: 1, column: 1, length: 1 };

/** The finding at its place; of a path that leads nowhere, at the nearest part that is there. */
export function locate(finding: Finding, sources: Sources): Located {
  const origin = originOf(finding, sources);
  const source = origin === null ? undefined : sources.files.get(origin.file);
  if (origin === null || source === undefined) {
    const file = origin?.file ?? sources.files.keys().next().value ?? '';
    return { finding, file, place: NOWHERE, line: null };
  }
  const place = source.place(origin.from, origin.to);
  return { finding, file: origin.file, place, line: source.line(place.line) };
}

function originOf(finding: Finding, { tree }: Sources): Origin | null {
  if (typeof finding.at === 'object') return finding.at;
  if (tree === null) return null;
  const { key, node, exact } = nearestNode(tree, finding.path);
  const asKey = finding.at === 'key' || !exact || node.kind !== 'leaf';
  return asKey && key !== null ? key : node.origin;
}

/** All findings at their places, in the order of files and lines. */
export function locateAll(findings: readonly Finding[], sources: Sources): Located[] {
  const order = new Map([...sources.files.keys()].map((name, index) => [name, index]));
  return findings
    .map((finding) => locate(finding, sources))
    .sort(
      (a, b) =>
        (order.get(a.file) ?? order.size) - (order.get(b.file) ?? order.size) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column,
    );
}

/** Longer keys are cut in a path as text. */
const LONGEST_STEP = 80;

/** A path as planners read it: `roles.host.shifts[0].to`; the scenario itself has the empty text. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const key = step.length > LONGEST_STEP ? `${step.slice(0, LONGEST_STEP)}…` : step;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}
