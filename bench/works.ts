/** All works of ours that are run in rounds, by name. */
import { DAYS } from './days.ts';
import { hold } from './hold.ts';
import { mm3 } from './mm3.ts';
import type { Work } from './work.ts';
import { yardstick } from './yardstick.ts';

export const WORKS: readonly Work[] = [yardstick, hold(10), hold(1_000), hold(100_000), mm3, ...DAYS];
