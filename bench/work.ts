/**
 * What a benchmark is: something that can be run again and again, a round at a time, and counts what it has done. Works
 * and peers alike answer with a measurement, ours directly and theirs as a line of JSON.
 */
import { z } from 'zod';

/** Sums over days, from which the mean wait over the served and its interval follow. Minutes. */
export const dayTotals = z.object({
  days: z.number(),
  arrived: z.number(),
  /** Who ran out of patience. */
  left: z.number(),
  served: z.number(),
  waited: z.number(),
  servedSquared: z.number(),
  waitedSquared: z.number(),
  product: z.number(),
});
export type DayTotals = z.output<typeof dayTotals>;

export const measurement = z.object({
  count: z.number().positive(),
  /** Processor time of the thread that did it. */
  seconds: z.number().positive(),
  /** What else is to be said of it. */
  note: z.string().optional(),
  /** What shows that the work was done rightly, by what kind of work it was. */
  clock: z.number().optional(),
  wait: z.number().optional(),
  events: z.number().optional(),
  ...dayTotals.partial().shape,
});
export type Measurement = z.output<typeof measurement>;

export interface Work {
  readonly name: string;
  /** What is counted, a second: "events/s". */
  readonly unit: string;
  /** The name of a work that does the same with less, to tell what more costs. */
  readonly besides?: string;
  run(): Measurement;
}
