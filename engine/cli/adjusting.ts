/** `--adjusted`: whether figures can be adjusted for the arrivals, and why not. */
import { type Design, modelOf } from '../experiment/design.ts';
import { LEAST_REPLICATIONS } from '../experiment/estimate/adjusted.ts';
import { expectedArrivals, type Unadjusted, unadjusted } from '../experiment/expected-arrivals.ts';
import type { Io } from './io.ts';

const REASONS: Readonly<Record<Unadjusted, string>> = {
  few: `it takes ${LEAST_REPLICATIONS} days or more`,
  unknown:
    'how many come in a day is not known beforehand, as with a warm-up, a hard end, or groups or busyness of some kinds',
  constant: 'as many come on every day',
};

/**
 * Whether the figures of all these designs can be adjusted; where not, it is told of the first that cannot. Designs are compared
 * with all of them adjusted, or none.
 */
export function areAdjustable(
  designs: Iterable<{ readonly name: string; readonly design: Design }>,
  replications: number,
  io: Io,
): boolean {
  for (const { name, design } of designs) {
    const reason = unadjusted(expectedArrivals(modelOf(design)), replications);
    if (reason === null) continue;
    tell(reason === 'few' ? REASONS.few : `of ${name}, ${REASONS[reason]}`, io);
    return false;
  }
  return true;
}

/** Says why the figures of a design that was run are as they are, if they are. */
export function tellUnadjusted(design: Design, replications: number, io: Io): void {
  const reason = unadjusted(expectedArrivals(modelOf(design)), replications);
  if (reason !== null) tell(REASONS[reason], io);
}

const tell = (reason: string, io: Io): void =>
  io.err(`warning: --adjusted: figures are as they are: ${reason}\n`);
