/** What is measured otherwise than in rounds, and takes long: only where it is named, or all is asked for. */
import type { Figure } from '../result.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { startUp } from './start-up.ts';
import { threads } from './threads.ts';

export interface Scaling {
  readonly name: string;
  /** `long`: also sizes that take minutes. */
  measure(options: { readonly long: boolean; readonly rounds: number }): Promise<Figure[]>;
}

export const SCALING: readonly Scaling[] = [threads, startUp, memory, growth];
