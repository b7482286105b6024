/** What sets a design apart from the first, in a sentence that a planner can repeat: differences that are real, and targets. */
import { type Contrast, contrastOf } from '../experiment/contrasts.ts';
import type { DesignEntry } from './designs-report.ts';
import type { Judgement } from './judgement.ts';
import { type Estimated, percent, plusMinusReal } from './terminal/numbers.ts';

interface Phrase {
  readonly measure: string;
  readonly less: string;
  readonly more: string;
}

/** The most important first. */
const PHRASES: readonly Phrase[] = [
  { measure: 'wait.mean', less: 'min shorter mean wait', more: 'min longer mean wait' },
  { measure: 'wait.p90', less: 'min shorter p90', more: 'min longer p90' },
  {
    measure: 'privacy.exposure',
    less: 'person-min less exposure a day',
    more: 'person-min more exposure a day',
  },
  { measure: 'left.share', less: 'points fewer leave', more: 'points more leave' },
];
/** Said of even where the difference is not real. */
const ALWAYS = ['wait.mean', 'privacy.exposure'];

const WIDE = { before: 12, after: 12 };

/** `2.1 ± 0.4 min shorter mean wait, 300 ± 80 person-min less exposure a day; all 2 targets met`. */
export function inWords({ contrasted, judgements }: DesignEntry): string {
  const real: string[] = [];
  const open: string[] = [];
  for (const { measure, less, more } of PHRASES) {
    const contrast = contrastOf(contrasted, measure);
    const figure = magnitude(contrast);
    if (contrast?.difference?.mean == null || figure === null) continue;
    if (contrast.isReal) real.push(`${figure} ${contrast.difference.mean < 0 ? less : more}`);
    else if (ALWAYS.includes(measure)) open.push(measure === 'wait.mean' ? 'the mean wait' : 'exposure');
  }
  const parts = [
    ...(real.length > 0 ? [real.join(', ')] : []),
    ...(open.length > 0 ? [`no real difference in ${open.join(' or ')}`] : []),
    ...targetsInWords(judgements),
  ];
  return parts.join('; ');
}

function magnitude(contrast: Contrast | undefined): string | null {
  const difference = contrast?.difference ?? null;
  if (difference === null || difference.mean === null) return null;
  const figure: Estimated = { mean: Math.abs(difference.mean), halfWidth: difference.halfWidth };
  return plusMinusReal(difference.unit === '1' ? percent(figure) : figure, WIDE);
}

/** Of its own targets: how many it has met, and which it has missed; nothing where it has none. */
function targetsInWords(judgements: readonly Judgement[]): string[] {
  if (judgements.length === 0) return [];
  const missed = judgements.filter(({ verdict }) => verdict === 'missed');
  const unknown = judgements.filter(({ verdict }) => verdict === 'unknown').length;
  const met = judgements.length - missed.length - unknown;
  if (judgements.length === 1) {
    const text = `'${judgements[0].target.text}'`;
    return [
      missed.length > 0
        ? `misses its target ${text}`
        : met > 0
          ? `meets its target ${text}`
          : `whether it meets ${text} is not yet known`,
    ];
  }
  if (met === judgements.length) return [`all ${met} targets met`];
  return [
    [
      `${met} of ${judgements.length} targets met`,
      ...missed.map(({ target }) => `missed '${target.text}'`),
      ...(unknown > 0 ? [`${unknown} not yet known`] : []),
    ].join(', '),
  ];
}

/** `14 more: arrivals 12, roles 2`. */
export function restInWords(sections: readonly (string | number | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const section of sections) counts.set(String(section), (counts.get(String(section)) ?? 0) + 1);
  return `${sections.length} more: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`;
}

/** `1 design`, `2,000 days`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** `95 %`, `99.85 %`: with as many digits as it takes to tell it from 100. */
export function percentText(confidence: number): string {
  const decimals = Math.max(0, Math.ceil(-Math.log10(1 - confidence)) - 1);
  return `${Number((100 * confidence).toFixed(decimals))} %`;
}

/** How figures are to be read that are adjusted for the arrivals, after what else is said of them; nothing where they are not. */
export const adjustedWords = (isAdjusted = false): string =>
  isAdjusted ? ' · adjusted for the arrivals' : '';
