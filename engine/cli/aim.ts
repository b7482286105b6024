/** How many days a run is for, as its options say: so many, or as many as a precision or a time allows. */
import type { Until } from '../experiment/run.ts';
import { parsePrecision } from '../report/ending.ts';
import { duration } from '../scenario/quantity.ts';
import type { Scenario } from '../scenario/schema.ts';
import { BadInput } from './bad-input.ts';

export interface AimOptions {
  readonly replications?: number;
  /** `2 %` of the figure, or a half-width in its unit. */
  readonly precision?: string;
  /** As in a target. */
  readonly measure?: string;
  readonly maxReplications?: number;
  /** `30 s`. */
  readonly timeBudget?: string;
}

export interface Aim {
  readonly replications: number | Until;
  /** Whole milliseconds, or null for as long as it takes. */
  readonly budget: number | null;
}

export const DAYS_UNLESS_SAID = 200;
export const MOST_UNLESS_SAID = 100_000;
export const MEASURE_UNLESS_SAID = 'wait.mean';

/** Throws `BadInput` where options contradict one another, or say nothing that can be understood. */
export function aimOf(options: AimOptions, scenario: Scenario): Aim {
  const { replications, precision, measure, maxReplications, timeBudget } = options;
  const isOpen = precision !== undefined || timeBudget !== undefined;
  if (replications !== undefined && precision !== undefined) {
    throw new BadInput('--replications says how many days, --precision how many it takes: give one of them');
  }
  if (maxReplications !== undefined && !isOpen) {
    throw new BadInput(
      '--max-replications goes with --precision or --time-budget; otherwise give --replications',
    );
  }
  if (measure !== undefined && precision === undefined) {
    throw new BadInput('--measure says what --precision is of, which is not given');
  }
  const budget = timeBudget === undefined ? null : millisecondsIn(timeBudget);
  const most = replications ?? maxReplications ?? (isOpen ? MOST_UNLESS_SAID : DAYS_UNLESS_SAID);
  if (precision === undefined) return { replications: most, budget };
  const parsed = parsePrecision(precision, measure ?? MEASURE_UNLESS_SAID, scenario);
  if (typeof parsed === 'string') throw new BadInput(`--precision: ${parsed}`);
  return { replications: { precision: parsed, most }, budget };
}

/** Milliseconds that a timer can hold, in whole days: 24. */
const MOST_DAYS = 24;
const LONGEST = MOST_DAYS * 24 * 3600 * 1000;

/** A plain number means seconds here, as it is the time of a machine. */
function millisecondsIn(text: string): number {
  const read = duration().safeParse(/^[\d.\s]+$/.test(text) ? `${text.trim()} s` : text);
  if (!read.success)
    throw new BadInput(`--time-budget: ${read.error.issues.map(({ message }) => message).join('; ')}`);
  if (read.data <= 0) throw new BadInput('--time-budget: must be above zero');
  const milliseconds = Math.ceil(1000 * read.data);
  if (milliseconds > LONGEST)
    throw new BadInput(`--time-budget: must be at most ${MOST_DAYS} d, is ${text.trim()}`);
  return milliseconds;
}
