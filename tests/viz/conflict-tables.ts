/** Tables of conflicts, of which each says only what matters to a test. */
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { PLAIN } from '../../engine/privacy/conflict.ts';
import { ConflictColumns } from '../../viz/engine/conflict-columns.ts';
import type { ConflictTable } from '../../viz/replay/conflict-table.ts';

export const aConflict = (some: Partial<Conflict> = {}): Conflict => ({
  ...PLAIN,
  kind: 1,
  cause: 0,
  from: 0,
  to: 60,
  seconds: 60,
  visitor: 0,
  witness: -1,
  persons: 1,
  probability: 1,
  matter: 0,
  space: 0,
  ...some,
});

export function conflictTable(some: readonly Partial<Conflict>[]): ConflictTable {
  const columns = new ConflictColumns();
  for (const one of some) columns.add(aConflict(one));
  return columns.takeInOrder(Int32Array.from(some.keys()));
}
