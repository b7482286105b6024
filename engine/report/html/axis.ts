/**
 * Axes of pictures that are as wide as the page lets them: across in per cent of the width, down in pixels. So text keeps
 * its size on a telephone and on paper, and nothing needs a script.
 */
import { scaleLinear } from 'd3';
import { html, type Markup } from './markup.ts';

export interface Scale {
  /** From 0 to 1, from the left or from below. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  readonly write: (tick: number) => string;
}

/** A linear scale over the values, ended at round numbers; with `zero`, from or to 0 at least. */
export function scaleOver(values: readonly number[], { zero = false, count = 5 } = {}): Scale {
  const known = values.filter((value) => Number.isFinite(value));
  const low = Math.min(...known, ...(zero || known.length === 0 ? [0] : []));
  const high = Math.max(...known, ...(zero || known.length === 0 ? [0] : []));
  const domain = low < high ? [low, high] : [low - 1, high + 1];
  const scale = scaleLinear(domain, [0, 1]).nice(count);
  const format = scale.tickFormat(count);
  return {
    at: (value) => scale(value),
    ticks: scale.ticks(count),
    write: (tick) => format(tick),
  };
}

/** `34.5%`: a place across. */
export const across = (share: number): string => `${Number((100 * share).toFixed(2))}%`;

/** Pixels from the top. */
export const down = (share: number, height: number): number => Number((height * (1 - share)).toFixed(1));

/** Lines and numbers below and beside a plot, and what they are of. */
export function axes(
  x: Scale,
  y: Scale,
  height: number,
  labels: { readonly x: string; readonly y: string },
): Markup {
  return html`<g aria-hidden="true">
${y.ticks.map((tick) => {
  const at = down(y.at(tick), height);
  return html`<line class="grid" x1="0" x2="100%" y1="${at}" y2="${at}"/><text x="-10" y="${at}" dy=".32em" text-anchor="end">${y.write(tick)}</text>`;
})}
${x.ticks.map((tick) => {
  const at = across(x.at(tick));
  return html`<line class="grid" x1="${at}" x2="${at}" y1="0" y2="${height}"/><text x="${at}" y="${height + 20}" text-anchor="middle">${x.write(tick)}</text>`;
})}
<line class="axis" x1="0" x2="100%" y1="${height}" y2="${height}"/><line class="axis" x1="0" x2="0" y1="0" y2="${height}"/>
<text x="100%" y="${height + 42}" text-anchor="end">${labels.x}</text><text x="-10" y="-14">${labels.y}</text>
</g>`;
}
