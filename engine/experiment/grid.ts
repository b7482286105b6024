/** The grid of a sweep: every value of each variable with every value of all the others, the last running fastest. */
import type { Override } from '../scenario/overrides.ts';
import type { Variable } from './vary.ts';

/** More designs than this are a slip of the pen, or a search, which a grid is not for. */
export const MAX_DESIGNS = 500;

/** One value for each variable, in their order. */
type GridPoint = readonly Override[];

/** How many points the grid has. */
export const sizeOf = (variables: readonly Variable[]): number =>
  variables.reduce((product, { values }) => product * values.length, 1);

export function gridOf(variables: readonly Variable[]): GridPoint[] {
  let points: GridPoint[] = [[]];
  for (const { path, values } of variables) {
    points = points.flatMap((point) => values.map((value) => [...point, { path, value }]));
  }
  return points;
}
