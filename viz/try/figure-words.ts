/** Figures of a trial in words: what is weighed, how much it is and how surely, and whether that is a difference. */
import type { Measure } from '../../engine/experiment/results.ts';
import { decimalsFor } from '../../engine/report/terminal/numbers.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import type { TrialRow } from '../engine/trial-sums.ts';
import type { Format } from '../words/format.ts';
import type { TryWords } from './words.ts';

type Figure = Pick<Measure, 'mean' | 'halfWidth' | 'unit'>;

const PERCENT = 100;

/** In the unit that is shown: shares in per cent. */
const scaleOf = ({ unit }: Figure): number => (unit === '1' ? PERCENT : 1);

/** `9.0 ± 0.7`, with no more digits than the interval supports. */
export function figureText(figure: Figure | null, format: Format, isDifference = false): string {
  if (figure === null || figure.mean === null) return '–';
  const scale = scaleOf(figure);
  const mean = figure.mean * scale;
  const half = figure.halfWidth === null ? null : figure.halfWidth * scale;
  const decimals = half === null || half === 0 ? 1 : decimalsFor(half);
  const number = (value: number) =>
    decimals < 0
      ? format.fixed(Math.round(value / 10 ** -decimals) * 10 ** -decimals, 0)
      : format.fixed(value, decimals);
  const text = number(Math.abs(mean));
  const isZero = !/[1-9]/.test(text);
  const sign = mean < 0 && !isZero ? '−' : isDifference && !isZero ? '+' : '';
  return half === null ? sign + text : `${sign}${text} ± ${number(half)}`;
}

/** `min`, `%`, or nothing for numbers of a day. */
export function unitText({ unit }: Pick<Figure, 'unit'>, measure: string, said: TryWords): string {
  if (unit === '1') return '%';
  if (unit === 'min') return measure.startsWith('privacy.') ? said.minPerDay : said.minutesUnit;
  return unit === '1/day' ? said.perDay : '';
}

export type Verdict = 'less' | 'more' | 'same' | 'unknown';

export function verdictOf({ difference, isReal }: TrialRow): Verdict {
  if (difference === null || difference.mean === null || difference.halfWidth === null) return 'unknown';
  if (!isReal) return 'same';
  return difference.mean < 0 ? 'less' : 'more';
}

/** Whether a real difference is for the better, for the worse, or neither. */
export function isBetter(row: TrialRow): boolean | null {
  const verdict = verdictOf(row);
  const { better } = row.weighed;
  return verdict === 'same' || verdict === 'unknown' || better === null ? null : verdict === better;
}

const NAMES: Readonly<Record<string, keyof TryWords>> = {
  'wait.mean': 'wait',
  'wait.p90': 'p90',
  'wait.withinTarget': 'inTime',
  'left.share': 'left',
  'house.mean': 'house',
  'privacy.exposure': 'exposure',
  'privacy.conflicts': 'conflicts',
  'role.utilisation': 'use',
  'served.count': 'served',
  'left.count': 'leftCount',
};

/** `Mean wait: Vero`. */
export function rowLabel(
  { weighed: { measure, scope } }: TrialRow,
  { agencies, roles }: Pick<Scenario, 'agencies' | 'roles'>,
  said: TryWords,
): string {
  const known = NAMES[measure];
  const name = known === undefined ? measure : String(said[known]);
  const { agency, role, channel } = scope;
  if (agency !== undefined) return `${name}: ${agencies[agency]?.short ?? agencies[agency]?.name ?? agency}`;
  if (role !== undefined) return `${name}: ${roles[role]?.name ?? role}`;
  if (channel !== undefined) return `${name}: ${said.channels[channel] ?? channel}`;
  return name;
}
