/**
 * Why exposures happen, ranked, and what would be without each cause: the same days with the same visitors in a design
 * that cannot have it, compared by paired differences.
 */
import { CAUSES, type Cause } from '../statistics/scopes.ts';
import { figureOf, houseDifference, type Measure, type Results } from './results.ts';

/** What is changed so that the cause cannot be: in a few words, and in full. */
export interface Change {
  readonly brief: string;
  readonly text: string;
}

export const CHANGES: Readonly<Record<Cause, Change>> = {
  layout: {
    brief: 'with every place a closed room',
    text: 'with every place of service a closed room of the same size, its door shut',
  },
  shortage: {
    brief: 'with enough of the proper places',
    text: 'with as many proper places as are ever needed, where there are some now',
  },
  rule: {
    brief: 'with no fall-back at all',
    text: 'with every matter waiting for a proper place, however long',
  },
  people: {
    brief: 'with all rules on data kept',
    text: 'with strict mandates (what nobody is mandated for is not done), full consent, cases closed at once and no papers left',
  },
  'call-out': {
    brief: 'with numbers called, not names',
    text: 'with numbers called instead of names',
  },
};

/** What a cause is weighed by, for the whole house. */
export type Affected = 'privacy.exposure' | 'privacy.conflicts' | 'wait.mean' | 'service.count';

export interface Counterfactual {
  readonly change: Change;
  /** From the design as it is, paired by replication; below zero where there is less of it. */
  readonly differences: Readonly<Record<Affected, Measure>>;
}

export interface RankedCause {
  readonly cause: Cause;
  /** Of all exposure, from 0 to 1. */
  readonly share: number;
  readonly exposure: Measure;
  readonly conflicts: Measure;
  /** Null where it was not run. */
  readonly without: Counterfactual | null;
}

/** Runs the days of a base in the design that lacks the cause; null where it could not be run to its end. */
export type RunWithout = (cause: Cause) => Promise<Results | null>;

/**
 * The causes of which there is exposure, or a conflict, the largest first. `without` is null where the counterfactuals are
 * not wanted.
 */
export async function rankCauses(base: Results, without: RunWithout | null): Promise<RankedCause[]> {
  const ranked: RankedCause[] = causesOf(base);
  if (without === null) return ranked;
  const compared: RankedCause[] = [];
  for (const one of ranked) {
    const other = await without(one.cause);
    compared.push(other === null ? one : { ...one, without: counterfactual(one.cause, base, other) });
  }
  return compared;
}

function causesOf(base: Results): RankedCause[] {
  const total = figureOf(base, 'privacy.exposure').mean ?? 0;
  return CAUSES.map((cause) => {
    const exposure = figureOf(base, 'privacy.exposure', { cause });
    const conflicts = figureOf(base, 'privacy.conflicts', { cause });
    const share = total > 0 ? (exposure.mean ?? 0) / total : 0;
    return { cause, share, exposure, conflicts, without: null };
  })
    .filter(({ exposure, conflicts }) => (exposure.mean ?? 0) > 0 || (conflicts.mean ?? 0) > 0)
    .sort((a, b) => b.share - a.share || (b.conflicts.mean ?? 0) - (a.conflicts.mean ?? 0));
}

const counterfactual = (cause: Cause, base: Results, other: Results): Counterfactual => ({
  change: CHANGES[cause],
  differences: forEach((name) => houseDifference(base, other, name)),
});

const forEach = (of: (name: Affected) => Measure): Record<Affected, Measure> => ({
  'privacy.exposure': of('privacy.exposure'),
  'privacy.conflicts': of('privacy.conflicts'),
  'wait.mean': of('wait.mean'),
  'service.count': of('service.count'),
});
