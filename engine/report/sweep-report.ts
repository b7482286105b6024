/** A sweep, ready to be shown as a table, a page or files. */
import type { Contrasted } from '../experiment/contrasts.ts';
import type { Standing } from '../experiment/frontier.ts';
import type { Variable } from '../experiment/vary.ts';
import type { Judgement } from './judgement.ts';

export interface SweepPoint {
  /** By variable, as a scenario would write it; empty for the scenario as it is, where the grid does not have it. */
  readonly values: readonly string[];
  /** Whether the others are compared with it. */
  readonly isBase: boolean;
  readonly contrasted: Contrasted;
  readonly judgements: readonly Judgement[];
  readonly standing: Standing | null;
}

/** A point of the grid that is no valid scenario. */
export interface SkippedPoint {
  readonly values: readonly string[];
  /** What is wrong with it: `roles.adviser.count: must be a whole number, is 2.5`. */
  readonly reasons: readonly string[];
}

export interface SweepReport {
  readonly version: string;
  /** The scenario's name. */
  readonly scenario: string;
  readonly seed: string;
  readonly replications: number;
  /** Whether estimates of all points are adjusted for the arrivals. */
  readonly isAdjusted: boolean;
  readonly confidence: number;
  readonly comparisons: number;
  readonly confidenceOfEach: number;
  readonly variables: readonly Variable[];
  /** How many points there were to be; not all of them were run where somebody stopped it. */
  readonly asked: number;
  readonly points: readonly SweepPoint[];
  readonly skipped: readonly SkippedPoint[];
  /** In what the visitors of some points are not those of the base; none where all have the same. */
  readonly visitorsApart: readonly string[];
  readonly hasFrontier: boolean;
}

/** What a point is called: its values, or that it is the scenario as it is. */
export const pointName = ({ values }: Pick<SweepPoint, 'values'>, joint = ', '): string =>
  values.length === 0 ? 'as it is' : values.join(joint);

/** The last parts of a path, by which the variable is known: `adviser.count`, `fallback`. */
export function shortPath(path: string): string {
  const steps = path.split('.');
  const [last = '', before] = [steps.at(-1), steps.at(-2)];
  return before === undefined || before === 'policy' || before === '*' ? last : `${before}.${last}`;
}
