/**
 * What a run of the benchmarks yields, as it is kept in bench/results: every row with its rounds, who was absent, the bars,
 * and on what machine and state of the source it was.
 */
import { z } from 'zod';
import { dayTotals } from './work.ts';

/**
 * Of what kind a figure is. Speeds are better the higher, durations the lower, and both go with the machine; sizes are
 * better the lower, gains the higher, on whatever machine.
 */
export const KINDS = ['speed', 'duration', 'size', 'gain'] as const;

export const figure = z.object({
  work: z.string(),
  unit: z.string(),
  kind: z.enum(KINDS),
  /** Over the rounds. */
  median: z.number(),
  min: z.number(),
  max: z.number(),
  /** Round by round; those of works that took turns belong together. */
  rounds: z.array(z.number()).min(1),
  note: z.string(),
  /** A work that does the same with less, and how many times as long as that this one takes. */
  besides: z.string().optional(),
  ratio: z.number().optional(),
  peer: z.object({ of: z.string(), language: z.string() }).optional(),
  /** Of DAY: all days of all rounds. */
  totals: dayTotals.optional(),
  /** Of a curve: its name, and how many times larger than the first point this is. */
  curve: z.object({ name: z.string(), times: z.number() }).optional(),
});
export type Figure = z.output<typeof figure>;

const bar = z.object({
  text: z.string(),
  value: z.number(),
  least: z.number().optional(),
  most: z.number().optional(),
  isMet: z.boolean(),
});
export type Judged = z.output<typeof bar>;

export const result = z.object({
  date: z.string(),
  /** The commit; with a + where files had changed since. */
  revision: z.string(),
  machine: z.object({
    aula: z.string(),
    node: z.string(),
    cpu: z.string(),
    cores: z.number(),
    platform: z.string(),
  }),
  /** The load average over the last minute, before and after: how many were at work on the machine. */
  load: z.tuple([z.number(), z.number()]),
  peers: z.record(z.string(), z.string()),
  figures: z.array(figure),
  absent: z.array(z.object({ work: z.string(), reason: z.string() })),
  bars: z.array(bar),
});
export type Result = z.output<typeof result>;

/** A figure from what was measured, round by round. */
export function figureOf(
  row: Pick<Figure, 'work' | 'unit' | 'kind' | 'note'> & Partial<Figure>,
  rounds: readonly number[],
): Figure {
  return {
    ...row,
    median: median(rounds),
    min: Math.min(...rounds),
    max: Math.max(...rounds),
    rounds: [...rounds],
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times as large one figure is as another: the median over rounds that took turns, else that of the medians. */
export function ratioOf(one: Figure, other: Figure): number {
  if (one.rounds.length !== other.rounds.length) return one.median / other.median;
  return median(one.rounds.map((value, round) => value / other.rounds[round]));
}
