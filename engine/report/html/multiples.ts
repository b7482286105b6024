/**
 * Small multiples of a sweep: for one measure a row of small pictures, in each the measure over the first variable, one for
 * each combination of the others; all on one scale, with a line where the base is.
 */
import { type Contrast, contrastOf } from '../../experiment/contrasts.ts';
import type { Weighed } from '../../experiment/weighed.ts';
import { visible } from '../../scenario/visible.ts';
import { type SweepPoint, type SweepReport, shortPath } from '../sweep-report.ts';
import { type Estimated, percent } from '../terminal/numbers.ts';
import { across, down, type Scale, scaleOver } from './axis.ts';
import { html, type Markup } from './markup.ts';

const HEIGHT = 120;

interface Dot {
  readonly value: string;
  readonly point: SweepPoint;
  readonly contrast: Contrast;
}

export function multiples(report: SweepReport, { measure, scope }: Weighed): Markup | null {
  const { variables, points } = report;
  const [first, ...others] = variables;
  if (first === undefined) return null;
  const dots = points.flatMap((point): Dot[] => {
    const contrast = contrastOf(point.contrasted, measure, scope);
    const [value] = point.values;
    return value === undefined || contrast?.figure?.mean == null ? [] : [{ value, point, contrast }];
  });
  if (dots.length === 0) return null;
  const base = points.find(({ isBase }) => isBase);
  const baseFigure = base && contrastOf(base.contrasted, measure, scope)?.figure;
  const ofBase = baseFigure == null ? null : inUnit(baseFigure).mean;
  const scale = scaleOver(
    [...dots.flatMap(({ contrast }) => ends(contrast)), ...(ofBase === null ? [] : [ofBase])],
    { count: 3 },
  );
  const facets = new Map<string, Dot[]>();
  for (const dot of dots) {
    const name = others.map(({ path }, k) => `${shortPath(path)} ${dot.point.values[k + 1]}`).join(', ');
    facets.set(name, [...(facets.get(name) ?? []), dot]);
  }
  const names = namesOf(first.values);
  return html`<div class="multiples${names.isWide ? ' wide' : ''}">${[...facets].map(([name, members]) => panel(name, members, names, scale, ofBase))}</div>`;
}

function panel(
  name: string,
  dots: readonly Dot[],
  { values, shown }: Names,
  y: Scale,
  base: number | null,
): Markup {
  const at = (value: string) => (values.indexOf(value) + 0.5) / values.length;
  const described = dots.map(({ value, contrast }) => `${value}: ${round(contrast)}`).join('; ');
  return html`<div>${name === '' ? null : html`<h4>${name}</h4>`}<div class="plot"><svg height="${HEIGHT}" role="img" aria-label="${name === '' ? '' : `${name}. `}${described}">
<g aria-hidden="true">${y.ticks.map((tick) => {
    const height = down(y.at(tick), HEIGHT);
    return html`<line class="grid" x1="0" x2="100%" y1="${height}" y2="${height}"/><text x="-8" y="${height}" dy=".32em" text-anchor="end">${y.write(tick)}</text>`;
  })}
${shown.map(({ value, name, row }) => html`<text x="${across(at(value))}" y="${HEIGHT + 18 + row * ROW}" text-anchor="middle">${name}</text>`)}
${base === null ? null : html`<line class="reference" x1="0" x2="100%" y1="${down(y.at(base), HEIGHT)}" y2="${down(y.at(base), HEIGHT)}"/>`}
${dots.slice(1).map((dot, k) => join(dots[k], dot, at, y))}
${dots.map((dot) => mark(dot, across(at(dot.value)), y))}</g></svg></div></div>
`;
}

interface Names {
  readonly values: readonly string[];
  /** Those below a picture, in one row or two, so that they do not touch. */
  readonly shown: readonly { readonly value: string; readonly name: string; readonly row: number }[];
  /** Whether the pictures are to be wider than they would be for short names. */
  readonly isWide: boolean;
}

const MOST_NAMES = 6;
const LONGEST_NAME = 9;
/** Pixels: of a narrow picture and a wide one, of a letter, between two names, between two rows. */
const NARROW = 100;
const WIDER = 190;
const LETTER = 7.5;
const APART = 4;
const ROW = 15;

function namesOf(values: readonly string[]): Names {
  const written = bare(values);
  const wanted = Math.min(values.length, MOST_NAMES);
  const each = LETTER * Math.max(...written.map(({ length }) => length)) + APART;
  const isWide = wanted * each > NARROW;
  const rows = wanted * each > (isWide ? WIDER : NARROW) ? 2 : 1;
  const most = isWide ? Math.min(wanted, rows * Math.max(1, Math.floor(WIDER / each))) : wanted;
  const step = Math.ceil(values.length / most);
  const shown = values.flatMap((value, k) =>
    k % step === 0 ? [{ value, name: written[k], row: (k / step) % rows }] : [],
  );
  return { values, shown, isWide };
}

/** Numbers without their unit where all have the same, which is said above; what is long is cut. */
function bare(values: readonly string[]): string[] {
  const units = new Set(values.flatMap((value) => /^[\d.+-]+( .*)$/.exec(value)?.[1] ?? []));
  return values.map((value) => {
    const text = visible(units.size === 1 ? value.replace(/^([\d.+-]+) .*$/, '$1') : value);
    return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
  });
}

function join(from: Dot, to: Dot, at: (value: string) => number, y: Scale): Markup {
  const height = ({ contrast }: Dot) => down(y.at(middle(contrast)), HEIGHT);
  return html`<line class="join" x1="${across(at(from.value))}" x2="${across(at(to.value))}" y1="${height(from)}" y2="${height(to)}"/>`;
}

function mark({ point, contrast }: Dot, x: string, y: Scale): Markup {
  const [low = 0, high = 0] = ends(contrast);
  const height = down(y.at(middle(contrast)), HEIGHT);
  const kind = point.isBase ? ' base' : contrast.isReal ? '' : ' open';
  const interval = html`<line class="interval open${point.isBase ? ' base' : ''}" x1="${x}" x2="${x}" y1="${down(y.at(low), HEIGHT)}" y2="${down(y.at(high), HEIGHT)}"/>`;
  return point.isBase
    ? html`${interval}<rect class="dot base" x="${x}" y="${height}" width="8" height="8" transform="translate(-4 -4)"/>`
    : html`${interval}<circle class="dot${kind}" cx="${x}" cy="${height}" r="4"/>`;
}

const figureOf = ({ figure }: Contrast): Estimated =>
  figure === null ? { mean: null, halfWidth: null } : inUnit(figure);
const middle = (contrast: Contrast): number => figureOf(contrast).mean ?? 0;

function ends(contrast: Contrast): number[] {
  const { mean, halfWidth } = figureOf(contrast);
  return mean === null ? [] : [mean - (halfWidth ?? 0), mean + (halfWidth ?? 0)];
}

const inUnit = (figure: Estimated & { readonly unit: string }): Estimated =>
  figure.unit === '1' ? percent(figure) : figure;

const round = (contrast: Contrast): string => String(Number(middle(contrast).toPrecision(3)));
