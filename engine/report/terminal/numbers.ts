/**
 * Numbers as a reader can use them: no more digits than the interval supports, and the interval beside them. Those that
 * would not fit their columns are counted in thousands or millions; they are never cut.
 */
import { columns } from '../../scenario/visible.ts';
import { left, right } from './layout.ts';

export interface Estimated {
  readonly mean: number | null;
  readonly halfWidth: number | null;
}

const MOST_DECIMALS = 2;
const NOTHING = '–';

/**
 * Decimals for a figure with that half-width: the half-width keeps one significant digit, or two where the first is
 * a 1 (as physicists round uncertainties). Negative where tens are the last that count.
 */
export function decimalsFor(halfWidth: number): number {
  const exponent = Math.floor(Math.log10(halfWidth));
  const first = halfWidth / 10 ** exponent;
  const digits = first < 1.95 ? 2 : 1;
  return Math.min(MOST_DECIMALS, digits - 1 - exponent);
}

/** The columns of a figure: for the number before the ±, and for the half-width after it. */
export interface Room {
  readonly before: number;
  readonly after: number;
}

/** The room of a figure where nothing else is said. */
export const ROOM: Room = { before: 5, after: 4 };

interface Scale {
  readonly power: number;
  readonly suffix: string;
  readonly meaning: string;
}

const ONES: Scale = { power: 0, suffix: '', meaning: '' };
const LARGE: readonly Scale[] = [
  { power: 3, suffix: 'k', meaning: 'thousands' },
  { power: 6, suffix: 'M', meaning: 'millions' },
  { power: 9, suffix: 'G', meaning: 'thousand millions' },
];

const isLarge = (mean: number, halfWidth: number | null) =>
  Math.max(Math.abs(mean), halfWidth ?? 0) >= 10_000;

/** Tables with more room have it for signs: large figures are written in all tables alike. */
const narrowed = ({ before, after }: Room, hasSign: boolean): Room => ({
  before: Math.min(before, ROOM.before + (hasSign ? 1 : 0)),
  after: Math.min(after, ROOM.after),
});

/** Of the number in that scale, so many decimals; negative where tens are the last that count. */
function fixed(value: number, decimals: number, { power, suffix }: Scale): string {
  const scaled = value / 10 ** power;
  const text =
    decimals < 0
      ? String(Math.round(scaled / 10 ** -decimals) * 10 ** -decimals)
      : scaled.toFixed(Math.max(0, decimals));
  if (Number(text) !== 0) return text.replace('-', '−') + suffix;
  const nothing = text.replace('-', '');
  return nothing === '0' ? nothing : nothing + suffix;
}

/** Of a number whose interval is not known: at most one, and none of a whole or a large number. */
const plainDecimals = (value: number) => (Number.isInteger(value) || Math.abs(value) >= 99.95 ? 0 : 1);

/** To a multiple of `10 ** -decimals`, and to one of them at least, so that it does not look surer than it is. */
function roundedUp(halfWidth: number, supported: number, decimals: number): number {
  const supportedSteps = Math.round(halfWidth * 10 ** supported);
  const steps = Math.ceil(supportedSteps * 10 ** (decimals - supported) - 1e-9);
  return Math.max(1, steps) * 10 ** -decimals;
}

interface Parts {
  readonly mean: string;
  /** Null where there is nothing to show. */
  readonly halfWidth: string | null;
}

/**
 * A figure and its half-width as texts that take no more than their room: with the digits that the interval
 * supports, in the smallest scale in which these fit; where there is none, with as few digits less as it takes.
 */
function parts({ mean, halfWidth }: Estimated, room: Room, more = 0): Parts {
  if (mean === null) return { mean: NOTHING, halfWidth: null };
  const supported =
    more + (halfWidth === null || halfWidth === 0 ? plainDecimals(mean) : decimalsFor(halfWidth));
  const inScale = (scale: Scale, dropped: number): Parts => {
    const decimals = supported - dropped;
    const shown = decimals + scale.power;
    if (halfWidth === null) return { mean: fixed(mean, shown, scale), halfWidth };
    if (halfWidth === 0) return { mean: fixed(mean, shown, scale), halfWidth: '0' };
    const rounded = dropped === 0 ? halfWidth : roundedUp(halfWidth, supported, decimals);
    return { mean: fixed(mean, shown, scale), halfWidth: fixed(rounded, shown, scale) };
  };
  const { before, after } = isLarge(mean, halfWidth) ? narrowed(room, mean < 0) : room;
  const fits = (texts: Parts) => texts.mean.length <= before && (texts.halfWidth ?? '').length <= after;
  const scales = [ONES, ...LARGE];
  const largest = scales[scales.length - 1];
  for (let dropped = 0; dropped === 0 || dropped <= supported + largest.power; dropped++) {
    // A digit less before the point is a zero there, no shorter.
    const shortened = scales.filter(({ power }) => dropped === 0 || dropped <= supported + power);
    const fitting = shortened.map((scale) => inScale(scale, dropped)).find(fits);
    if (fitting !== undefined) return fitting;
  }
  return inScale(largest, Math.max(0, supported + largest.power));
}

/** `12.3 ± 1.2`, `320k ± 60k`; `12.3 ± ?` where the interval is not known. */
export function plusMinus(figure: Estimated, room = ROOM): string {
  const { mean, halfWidth } = parts(figure, room);
  return figure.mean === null ? mean : `${mean} ± ${halfWidth ?? '?'}`;
}

/** The same for a difference that is real: with a digit more, where rounding would let it seem to be none: `−84 ± 79`. */
export function plusMinusReal(figure: Estimated, room = ROOM): string {
  const { mean, halfWidth } = parts(figure, room);
  const isHidden = halfWidth !== null && mean.replace('−', '') === halfWidth;
  return isHidden ? Object.values(parts(figure, room, 1)).join(' ± ') : plusMinus(figure, room);
}

/** `12.3`: the figure without its interval, but with no more digits than that supports. */
export function meanAlone(figure: Estimated, room = ROOM): string {
  return parts(figure, room).mean;
}

/** `1.2`: the half-width alone. */
export function halfWidthAlone(figure: Estimated, room = ROOM): string {
  return figure.mean === null ? '' : (parts(figure, room).halfWidth ?? '?');
}

/** With a plus where it is above nothing: `+2.8 ± 0.4`, `−1.3 ± 0.4`. */
export function signed(
  figure: Estimated,
  write: (figure: Estimated, room: Room) => string,
  room = ROOM,
): string {
  if (figure.mean === null || figure.mean <= 0) return write(figure, room);
  const text = write(figure, { ...room, before: room.before - 1 });
  return /^0(\.0*)?[kMG]?( |$)/.test(text) ? text : `+${text}`;
}

/** Over such a cell; a short heading ends where the ± is, a long one takes the whole cell. */
export function over(heading: string, { before, after } = ROOM): string {
  const width = before + 3 + after;
  return columns(heading) > before + 2 ? left(heading, width) : left(right(heading, before + 2), width);
}

/** The same in its room, with the ± under one another. A text that is longer is not cut. */
export function aligned(text: string, { before, after } = ROOM): string {
  const [mean = '', halfWidth] = text.split(' ± ');
  if (halfWidth === undefined) return mean.padStart(before) + ' '.repeat(3 + after);
  return `${mean.padStart(before)} ± ${halfWidth.padEnd(after)}`;
}

/** `k: thousands; M: millions`, of the suffixes that numbers have in these lines; null where none has. */
export function suffixesIn(lines: readonly string[]): string | null {
  const used = LARGE.filter(({ suffix }) => {
    const number = new RegExp(`\\d${suffix}(?![\\p{L}\\d_-])`, 'u');
    return lines.some((line) => number.test(line));
  });
  return used.length === 0 ? null : used.map(({ suffix, meaning }) => `${suffix}: ${meaning}`).join('; ');
}

/** A share as a percentage. */
export function percent({ mean, halfWidth }: Estimated): Estimated {
  return { mean: mean === null ? null : mean * 100, halfWidth: halfWidth === null ? null : halfWidth * 100 };
}
