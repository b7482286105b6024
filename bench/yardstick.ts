/**
 * The yardstick: a fixed loop in plain JavaScript that uses nothing of ours, by whose speed figures of two machines, or of
 * two hours of one machine, are put on one scale. It must never change.
 */
import { secondsOf } from './clock.ts';
import type { Work } from './work.ts';

export const YARDSTICK = 'Yardstick';
const STEPS = 5_000_000;
/** Numbers; 512 kB, which is more than the nearest cache holds. */
const SIZE = 65_536;

export const yardstick: Work = {
  name: YARDSTICK,
  unit: 'steps/s',
  run() {
    const numbers = new Float64Array(SIZE);
    let bits = 1;
    let sum = 0;
    const seconds = secondsOf(() => {
      for (let k = 0; k < STEPS; k++) {
        // Marsaglia's xorshift; then a logarithm, a read and a write anywhere, and a branch that nobody foresees.
        bits ^= bits << 13;
        bits ^= bits >>> 17;
        bits ^= bits << 5;
        const x = Math.log(((bits >>> 8) + 1) / 16_777_217);
        const at = bits & (SIZE - 1);
        if (numbers[at] > x) sum += numbers[at];
        numbers[at] = x;
      }
    });
    if (!Number.isFinite(sum)) throw new Error('the yardstick has not added up');
    return { count: STEPS, seconds };
  },
};
