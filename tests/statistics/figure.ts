/** Reads one figure of a day by name and scope, as tests name it. */
import type { Figure } from '../../engine/statistics/figures.ts';
import {
  SCOPES,
  type Scope,
  type ScopeKind,
  sameScope,
  scopeAt,
  scopeCount,
} from '../../engine/statistics/scopes.ts';
import type { DayFigures } from '../../engine/statistics/statistics.ts';

/** The figure for exactly that scope; throws where it is not kept. */
export function figure({ layout, row }: DayFigures, name: Figure, scope: Scope = {}): number {
  const keys = Object.keys(scope).join();
  const kind = (Object.keys(SCOPES) as ScopeKind[]).find((each) => SCOPES[each].join() === keys);
  if (kind === undefined) throw new Error(`no scope has the keys ${keys}`);
  for (let index = 0; index < scopeCount(kind, layout.ids); index++) {
    if (sameScope(scopeAt(kind, index, layout.ids), scope))
      return row[layout.offset(name, kind) + index] ?? Number.NaN;
  }
  throw new Error(`${JSON.stringify(scope)} is not in the house`);
}
