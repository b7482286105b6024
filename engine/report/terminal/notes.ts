/**
 * The footnotes: what the figures are, and the rules of the simulation that readers would otherwise guess.
 */
import type { Rule } from '../../simulation/rules.ts';
import type { Page } from './figures.ts';
import { WIDTH, wrap } from './layout.ts';
import { suffixesIn } from './numbers.ts';

const NEVER = /(?<![\d.,−+-])0 ± 0(?![\d.])/u;

/**
 * The largest share of days, in percent, on which something may happen that was seen on none of so many: were it more,
 * they would have shown it with that confidence. About 3 in n (the rule of three).
 */
const mostPercent = (replications: number, confidence: number): number =>
  Number((100 * (1 - (1 - confidence) ** (1 / replications))).toPrecision(2));

/** The report above them. */
export interface Noted {
  readonly lines: readonly string[];
  /** Those of them that say how much there is of something. */
  readonly counts: readonly string[];
}

export function notes(
  { style }: Page,
  { lines, counts }: Noted,
  replications: number,
  confidence: number,
  isAdjusted: boolean,
  rules: readonly Rule[],
): string[] {
  const sureness =
    replications === 1
      ? 'One day was simulated: how much days differ is not known, and no figure has an interval.'
      : `± is half of the ${Math.round(confidence * 100)} % confidence interval over ${replications} days.`;
  const suffixes = suffixesIn(lines);
  const texts = [
    `${sureness} p90: nine in ten wait no longer. Services and visits are a day's.`,
    ...(isAdjusted
      ? [
          'Adjusted: as if just as many had come as the scenario expects. Intervals are narrower, and figures no longer add up to the last digit.',
        ]
      : []),
    ...(lines.some((line) => line.includes('± ?'))
      ? ['± ?: the days are too few, or differ too much, to say how sure the figure is.']
      : []),
    ...(replications > 1 && counts.some((line) => NEVER.test(line))
      ? [
          `0 ± 0: what was seen on none of ${replications} days may still happen on up to ${mostPercent(replications, confidence)} % of days.`,
        ]
      : []),
    ...(suffixes === null ? [] : [`${suffixes}.`]),
    ...rules.map(({ title, brief }) => `${title}: ${brief}.`),
    ...(rules.length > 0 ? ['The rules in full: docs/reference/rules.md'] : []),
  ];
  return [style.title('Notes'), ...texts.flatMap((text) => wrap(`- ${text}`, WIDTH, '  ').map(style.faint))];
}
