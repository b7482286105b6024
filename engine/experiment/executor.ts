/**
 * What runs the replications of a design, wherever that is: in this thread, on others, on other machines. Figures come
 * back as packed days, in the order of the replications, so that results cannot depend on how they were run.
 */
import type { Days } from './days.ts';
import type { Design } from './design.ts';

/** Replications [from, to) of a design. */
export interface Work {
  readonly design: Design;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  /** Ends the work early, after days that are whole. */
  readonly signal?: AbortSignal;
  /**
   * Takes days in their order, none left out and none twice. How many come at once depends on how fast they were: nothing
   * that is made from them may depend on it. What it keeps it copies: their memory may be given up as soon as it returns.
   */
  readonly onDays: (days: Days) => void;
}

export interface Executor {
  /** Ends when all days have been handed over, or early, after those done in order, once the signal is aborted. */
  run(work: Work): Promise<void>;
  /** Lets go of threads and the like; nothing is run afterwards. */
  close(): Promise<void>;
}

/** The engine has thrown in a replication: an error of its own. `cause` is what it threw. */
export class ReplicationError extends Error {
  override readonly name = 'ReplicationError';
  readonly design: Design;
  readonly seed: string;
  readonly replication: number;

  constructor({ design, seed }: Pick<Work, 'design' | 'seed'>, replication: number, cause: unknown) {
    super(`replication ${replication} of seed '${seed}' has failed: ${messageOf(cause)}`, { cause });
    this.design = design;
    this.seed = seed;
    this.replication = replication;
  }
}

export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
