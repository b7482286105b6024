/** Who might meet whom in the house, and what happens where somebody threatens. */
import { duration, rate, share, speed } from './quantity.ts';
import { z } from './zod.ts';

export const encounters = z.strictObject({
  acquaintances: share()
    .prefault(0)
    .describe(
      'Probability that somebody else in the house knows a visitor, or is whom a protected one must avoid.',
    ),
});

export const safety = z.strictObject({
  incidents: rate()
    .prefault(0)
    .describe('Threats for each hour of service at a place with neither a guard nor a second door.'),
  guarded: rate().prefault(0).describe('The same at a place with one of them.'),
  alarm: duration().prefault('10 s').describe('From the threat until colleagues know.'),
  outside: duration()
    .prefault('10 min')
    .describe('From the alarm until help from outside is there, where nobody else is.'),
  pace: speed().prefault(2).describe('How fast help comes.'),
});
