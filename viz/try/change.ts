/**
 * A change to a scenario that is tried out, as plain data: what a planner has set at one control, from what the scenario
 * says to something else. Several are done one after another; a control that is set again replaces what it had set.
 */

/** Metres on the plan. */
export type Point = readonly [number, number];

export type Change =
  | { readonly kind: 'clerks'; readonly role: string; readonly count: number }
  /** Minutes that a matter waits for a proper space, everywhere; null for ever. */
  | { readonly kind: 'fallback'; readonly minutes: number | null }
  /** Seconds after midnight; with `shifts`, those that began and ended with the doors go on doing so. */
  | { readonly kind: 'opening'; readonly open: number; readonly close: number; readonly shifts: boolean }
  /** A factor on the walk-ins of some arrivals; `of` is an agency, an arrival without one, or empty for all. */
  | {
      readonly kind: 'volume';
      readonly of: string;
      readonly arrivals: readonly string[];
      readonly factor: number;
    }
  | { readonly kind: 'partition'; readonly type: string; readonly partition: string }
  | { readonly kind: 'spaceType'; readonly space: string; readonly type: string }
  /** A copy of a space; without a floor there is no place to put it. */
  | { readonly kind: 'addSpace'; readonly id: string; readonly of: string; readonly at: Point | null }
  | { readonly kind: 'removeSpace'; readonly space: string }
  /** To where its corner with the smallest coordinates is to be. */
  | { readonly kind: 'moveSpace'; readonly space: string; readonly at: Point }
  /** From where the scenario has it. */
  | { readonly kind: 'moveWall'; readonly wall: string; readonly by: Point }
  | { readonly kind: 'removeWall'; readonly wall: string };

/** Which control a change belongs to; two changes with one key are one control set twice. */
export function keyOf(change: Change): string {
  switch (change.kind) {
    case 'clerks':
      return `clerks ${change.role}`;
    case 'volume':
      return `volume ${change.of}`;
    case 'partition':
      return `partition ${change.type}`;
    case 'addSpace':
      return `addSpace ${change.id}`;
    case 'spaceType':
    case 'removeSpace':
    case 'moveSpace':
      return `${change.kind} ${change.space}`;
    case 'moveWall':
    case 'removeWall':
      return `${change.kind} ${change.wall}`;
    default:
      return change.kind;
  }
}

/** The changes with one more, in place of what its control had set, and without those of a part that it takes away. */
export function withChange(changes: readonly Change[], change: Change): Change[] {
  const kept = changes.filter((other) => !isOfRemoved(other, change));
  const isAddedHere = kept.some(
    (other) => change.kind === 'removeSpace' && other.kind === 'addSpace' && other.id === change.space,
  );
  if (isAddedHere && change.kind === 'removeSpace') return withoutChange(kept, `addSpace ${change.space}`);
  const key = keyOf(change);
  const at = kept.findIndex((other) => keyOf(other) === key);
  return at < 0 ? [...kept, change] : kept.with(at, change);
}

/** The changes without the one of a control, nor those of a space that it had added. */
export function withoutChange(changes: readonly Change[], key: string): Change[] {
  const [gone] = changes.filter((change) => keyOf(change) === key);
  if (gone === undefined) return [...changes];
  return changes.filter(
    (change) => keyOf(change) !== key && !(gone.kind === 'addSpace' && isAbout(change, gone.id)),
  );
}

function isOfRemoved(other: Change, { ...change }: Change): boolean {
  if (change.kind === 'removeSpace') {
    return other.kind !== 'removeSpace' && other.kind !== 'addSpace' && isAbout(other, change.space);
  }
  return change.kind === 'removeWall' && other.kind === 'moveWall' && other.wall === change.wall;
}

const isAbout = (change: Change, space: string): boolean =>
  (change.kind === 'spaceType' || change.kind === 'moveSpace' || change.kind === 'removeSpace') &&
  change.space === space;
