/**
 * Waiting against exposure: each design a point, with the intervals of its two figures as a cross, and targets as lines.
 * Nearer to the corner at the left and below is better in both.
 */
import type { Estimated } from '../terminal/numbers.ts';
import { across, axes, down, type Scale, scaleOver } from './axis.ts';
import { html, type Markup } from './markup.ts';

export interface Point {
  /** A letter, or a few words. */
  readonly label: string;
  readonly x: Estimated;
  readonly y: Estimated;
  readonly isBase: boolean;
  /** Whether it is drawn full; where not, another point is better in both. */
  readonly isFull: boolean;
}

interface ScatterOptions {
  readonly title: string;
  readonly labels: { readonly x: string; readonly y: string };
  /** Limits of targets. */
  readonly limits?: { readonly x: readonly number[]; readonly y: readonly number[] };
  /** Joins the full points by a stair. */
  readonly hasFrontier?: boolean;
  /** Joins the points by a line, in their order. */
  readonly isJoined?: boolean;
}

const HEIGHT = 360;
/** Of more points than this, only the base has a cross; those of all would hide the points. */
const FEW = 6;
/** Pages that labels are kept apart on: a common one, and a telephone. */
const PAGES = [
  { width: 640, kind: 'roomy' },
  { width: 300, kind: 'narrow' },
] as const;

/** Whether each of so many points has its cross. */
export const haveCrosses = (count: number): boolean => count <= FEW;

export function scatter(points: readonly Point[], options: ScatterOptions): Markup {
  const { title, labels, limits = { x: [], y: [] }, hasFrontier = false, isJoined = false } = options;
  const known = points.filter(({ x, y }) => x.mean !== null && y.mean !== null);
  const isCrossed = haveCrosses(known.length);
  const shown = (figure: Estimated) => (isCrossed ? ends(figure) : [middle(figure)]);
  const x = scaleOver([...known.flatMap((point) => shown(point.x)), ...limits.x]);
  const y = scaleOver([...known.flatMap((point) => shown(point.y)), ...limits.y]);
  // What matters most comes last, and so lies above.
  const order = [...known].sort((a, b) => rank(a) - rank(b));
  return html`<div class="plot"><svg height="${HEIGHT}" role="img" aria-label="${title}">
${axes(x, y, HEIGHT, labels)}
${limits.x.map((limit) => html`<line class="target" x1="${across(x.at(limit))}" x2="${across(x.at(limit))}" y1="0" y2="${HEIGHT}"/><text class="target-label" x="${across(x.at(limit))}" y="-6" text-anchor="middle">target</text>`)}
${limits.y.map((limit) => html`<line class="target" x1="0" x2="100%" y1="${down(y.at(limit), HEIGHT)}" y2="${down(y.at(limit), HEIGHT)}"/><text class="target-label" x="100%" y="${down(y.at(limit), HEIGHT)}" dy="-.35em" text-anchor="end">target</text>`)}
${order.filter(({ isBase }) => isBase || isCrossed).map((point) => cross(point, x, y, hasFrontier || isJoined))}
${hasFrontier ? stair(known, x, y) : null}
${isJoined ? line(known, x, y) : null}
${order.map((point) => dot(point, x, y))}
${PAGES.map(({ width, kind }) => placed(known, x, y, { width, kind }))}
</svg></div>`;
}

const ends = ({ mean, halfWidth }: Estimated): number[] =>
  mean === null ? [] : [mean - (halfWidth ?? 0), mean + (halfWidth ?? 0)];

const rank = ({ isFull, isBase }: Point): number => (isBase ? 2 : isFull ? 1 : 0);

const middle = ({ mean }: Estimated): number => mean ?? 0;

/** Thin where the frontier is what is to be seen. */
function cross({ x: wait, y: exposure, isBase, isFull }: Point, x: Scale, y: Scale, isThin: boolean): Markup {
  const kind = `interval${isBase ? ' base' : ''}${isFull ? '' : ' open'}${isThin ? ' thin' : ''}`;
  const [left = 0, right = 0] = ends(wait);
  const [low = 0, high = 0] = ends(exposure);
  const atX = across(x.at(middle(wait)));
  const atY = down(y.at(middle(exposure)), HEIGHT);
  // It ends at the frame where the scale is for the points alone.
  const [from, to] = [left, right].map((value) => across(framed(x.at(value))));
  const [bottom, top] = [low, high].map((value) => down(framed(y.at(value)), HEIGHT));
  return html`<line class="${kind}" x1="${from}" x2="${to}" y1="${atY}" y2="${atY}"/><line class="${kind}" x1="${atX}" x2="${atX}" y1="${bottom}" y2="${top}"/>`;
}

const framed = (share: number): number => Math.min(1, Math.max(0, share));

/** The base is a square, so that it is known without colour. */
function dot({ x: wait, y: exposure, isBase, isFull }: Point, x: Scale, y: Scale): Markup {
  const kind = `dot${isBase ? ' base' : ''}${isFull ? '' : ' open'}`;
  const atX = across(x.at(middle(wait)));
  const atY = down(y.at(middle(exposure)), HEIGHT);
  return isBase
    ? html`<rect class="${kind}" x="${atX}" y="${atY}" width="11" height="11" transform="translate(-5.5 -5.5)"/>`
    : html`<circle class="${kind}" cx="${atX}" cy="${atY}" r="5.5"/>`;
}

/** Between full points, along which less of the one is more of the other. */
function stair(points: readonly Point[], x: Scale, y: Scale): Markup[] {
  const full = points.filter(({ isFull }) => isFull).sort((a, b) => middle(a.x) - middle(b.x));
  return full.slice(1).map((to, k) => {
    const from = full[k];
    const [left, right] = [across(x.at(middle(from.x))), across(x.at(middle(to.x)))];
    const [high, low] = [down(y.at(middle(from.y)), HEIGHT), down(y.at(middle(to.y)), HEIGHT)];
    return html`<line class="frontier" x1="${left}" x2="${right}" y1="${high}" y2="${high}"/><line class="frontier" x1="${right}" x2="${right}" y1="${high}" y2="${low}"/>`;
  });
}

/** From each point to the next. */
function line(points: readonly Point[], x: Scale, y: Scale): Markup[] {
  return points.slice(1).map((to, k) => {
    const from = points[k];
    const [x1, x2] = [from, to].map((point) => across(x.at(middle(point.x))));
    const [y1, y2] = [from, to].map((point) => down(y.at(middle(point.y)), HEIGHT));
    return html`<line class="frontier" x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}"/>`;
  });
}

/** Beside a point, in the first of these places where no other label or point is. */
const PLACES = [
  { dx: 10, dy: -9, anchor: 'start' },
  { dx: -10, dy: -9, anchor: 'end' },
  { dx: 10, dy: 19, anchor: 'start' },
  { dx: -10, dy: 19, anchor: 'end' },
  { dx: 12, dy: 5, anchor: 'start' },
  { dx: -12, dy: 5, anchor: 'end' },
  { dx: 0, dy: -13, anchor: 'middle' },
  { dx: 0, dy: 23, anchor: 'middle' },
] as const;
const LINE = 17;
const LETTER = 8.5;
/** A letter, that is known though something is behind it. */
const SHORT = 3;
/** Longer labels are cut; the table has them whole. */
const LONGEST = 24;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

interface PageWidth {
  readonly width: number;
  readonly kind: string;
}

/** Labels as they fit on a page of this width. Words that fit nowhere, and letters of many points, are left to the table. */
function placed(points: readonly Point[], x: Scale, y: Scale, { width, kind }: PageWidth): Markup[] {
  const centres = points.map((point) => ({
    x: x.at(middle(point.x)) * width,
    y: down(y.at(middle(point.y)), HEIGHT),
  }));
  const taken: Box[] = centres.map((at) => ({
    left: at.x - 6,
    right: at.x + 6,
    top: at.y - 6,
    bottom: at.y + 6,
  }));
  // What an axis counts is written above the frame, and numbers below it.
  const isInside = ({ left, right, top, bottom }: Box): boolean =>
    left >= 0 && right <= width && top >= 0 && bottom <= HEIGHT;
  // Those that matter choose first.
  const order = [...points.keys()].sort((a, b) => rank(points[b]) - rank(points[a]));
  return order.flatMap((k) => {
    const { label } = points[k];
    const text = label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
    const boxes = PLACES.map((place) => ({ place, box: boxOf(place, centres[k], text) }));
    const free = boxes.find(({ box }) => isInside(box) && taken.every((other) => !overlaps(box, other)));
    if (free === undefined && !(label.length <= SHORT && haveCrosses(points.length))) return [];
    const { place, box } = free ?? boxes[0];
    taken.push(box);
    return [
      html`<text class="label halo ${kind}" x="${across(x.at(middle(points[k].x)))}" y="${centres[k].y}" dx="${place.dx}" dy="${place.dy}" text-anchor="${place.anchor}">${text}</text>`,
    ];
  });
}

const SHARES = { start: 0, middle: 0.5, end: 1 } as const;

function boxOf(
  { dx, dy, anchor }: (typeof PLACES)[number],
  at: { x: number; y: number },
  label: string,
): Box {
  const width = label.length * LETTER;
  const left = at.x + dx - SHARES[anchor] * width;
  return { left, right: left + width, top: at.y + dy - LINE + 4, bottom: at.y + dy + 4 };
}
