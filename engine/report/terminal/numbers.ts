/**
 * Numbers as a reader can use them: no more digits than the interval supports, and the interval beside them.
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

function fixed(value: number, decimals: number): string {
  const text =
    decimals < 0
      ? String(Math.round(value / 10 ** -decimals) * 10 ** -decimals)
      : value.toFixed(Math.max(0, decimals));
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** A number whose interval is not known: at most one decimal, and none of a whole or a large number. */
const plain = (value: number) => fixed(value, Number.isInteger(value) || Math.abs(value) >= 99.95 ? 0 : 1);

/** A figure and its half-width as texts; null where there is nothing to show. */
function parts({ mean, halfWidth }: Estimated): { mean: string; halfWidth: string | null } {
  if (mean === null) return { mean: NOTHING, halfWidth: null };
  if (halfWidth === null) return { mean: plain(mean), halfWidth: null };
  if (halfWidth === 0) return { mean: plain(mean), halfWidth: '0' };
  const decimals = decimalsFor(halfWidth);
  return { mean: fixed(mean, decimals), halfWidth: fixed(halfWidth, decimals) };
}

/** `12.3 ± 1.2`; `12.3 ± ?` where the interval is not known. */
export function plusMinus(figure: Estimated): string {
  const { mean, halfWidth } = parts(figure);
  return figure.mean === null ? mean : `${mean} ± ${halfWidth ?? '?'}`;
}

/** `12.3`: the figure without its interval, but with no more digits than that supports. */
export function meanAlone(figure: Estimated): string {
  return parts(figure).mean;
}

/** `1.2`: the half-width alone. */
export function halfWidthAlone(figure: Estimated): string {
  return figure.mean === null ? '' : (parts(figure).halfWidth ?? '?');
}

/** With a plus where it is above nothing: `+2.8 ± 0.4`, `−1.3 ± 0.4`. */
export function signed(figure: Estimated, write: (figure: Estimated) => string): string {
  const text = write(figure);
  return figure.mean !== null && figure.mean > 0 && !/^0(\.0*)?( |$)/.test(text) ? `+${text}` : text;
}

/** Over such a cell; a short heading ends where the ± is, a long one takes the whole cell. */
export function over(heading: string, before: number, after: number): string {
  const width = before + 3 + after;
  return columns(heading) > before + 2 ? left(heading, width) : left(right(heading, before + 2), width);
}

/** The same in columns with the ± under one another: `before` columns for the figure, `after` for the half-width. */
export function aligned(text: string, before: number, after: number): string {
  const [mean = '', halfWidth] = text.split(' ± ');
  if (halfWidth === undefined) return right(mean, before) + ' '.repeat(3 + after);
  return `${right(mean, before)} ± ${left(halfWidth, after)}`;
}

/** A share as a percentage. */
export function percent({ mean, halfWidth }: Estimated): Estimated {
  return { mean: mean === null ? null : mean * 100, halfWidth: halfWidth === null ? null : halfWidth * 100 };
}
