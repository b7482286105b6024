/** Draws the visitors of a moment, and how many have no room to be drawn. */
import type { Context } from '../app/context.ts';
import type { Highlighted, Selected } from '../app/state.ts';
import { Format } from '../words/format.ts';
import { colourOf } from './colours.ts';
import { CROWD, CrowdPicture } from './crowd-picture.ts';
import { inksOf } from './inks.ts';
import { badgeOf, drawFare, type Inks } from './marks.ts';
import type { Moment } from './moment.ts';
import type { Projection } from './projection.ts';
import { Stamps } from './stamps.ts';
import { words } from './words.ts';

/** In metres: shoulders. Never smaller than so many CSS pixels. */
const RADIUS = 0.28;
const LEAST = 2.8;

export const markRadius = ({ scale, ratio }: Projection): number =>
  // In halves of pixels, so that marks are not drawn anew at each step of zooming.
  Math.round(2 * Math.max(LEAST * ratio, RADIUS * scale)) / 2;

export class PeopleLayer {
  private readonly context: Context;
  private readonly stamps = new Stamps();
  private readonly crowd = new CrowdPicture();
  private readonly format: Format;
  private readonly more: (count: string) => string;
  private inks: readonly Inks[];
  /** By visitor's row: 1 where it waits longer here than in the other design that is shown, -1 where less long. */
  private fares: Int8Array | null = null;

  constructor(context: Context) {
    this.context = context;
    this.inks = inksOf(context.house);
    this.format = new Format(context.store.state.language);
    this.more = words(context.store.state.language).more;
  }

  /** The theme has changed. */
  dress(): void {
    this.inks = inksOf(this.context.house);
  }

  /** Who is treated otherwise in the other design has changed. */
  markFaring(): void {
    const { day, store } = this.context;
    const { faring, design, beside } = store.state;
    this.fares = null;
    if (faring.length === 0) return;
    const more = new Map(faring.map((one) => [one.serial, one.more]));
    // The state beside goes with the page's: there, the design that is shown is the one beside.
    const side = design === beside ? 1 : -1;
    this.fares = Int8Array.from(day.visitors.serial, (serial) => side * Math.sign(more.get(serial) ?? 0));
  }

  draw(pen: CanvasRenderingContext2D, to: Projection, moment: Moment): void {
    const { visitors } = this.context.day;
    const { highlighted } = this.context.store.state;
    const radius = markRadius(to);
    const margin = 2 * radius;
    const { width, height } = pen.canvas;
    this.stamps.dress(this.inks, radius);
    const none = this.inks.length - 1;
    const crowd = moment.count > CROWD && highlighted === null ? this.crowd : null;
    crowd?.begin(width, height);
    for (let k = 0; k < moment.count; k++) {
      const x = to.x(moment.x[k]);
      const y = to.y(moment.y[k]);
      if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue;
      const row = moment.row[k];
      const agency = moment.agency[k];
      const badge = badgeOf(visitors.flags[row], visitors.companions[row]);
      const isPale = highlighted?.kind === 'agency' && highlighted.index !== agency;
      if (isPale) pen.globalAlpha = 0.25;
      const ink = agency < 0 ? none : agency;
      const isAdded =
        crowd !== null && this.stamps.add(crowd, x, y, ink, moment.state[k], moment.angle[k], badge);
      if (!isAdded) this.stamps.stamp(pen, x, y, ink, moment.state[k], moment.angle[k], badge);
      if (isPale) pen.globalAlpha = 1;
    }
    crowd?.draw(pen);
    this.drawParticular(pen, to, moment, radius);
    this.drawMore(pen, to, moment, radius);
  }

  /** Round the marks of some. */
  private drawParticular(
    pen: CanvasRenderingContext2D,
    to: Projection,
    moment: Moment,
    radius: number,
  ): void {
    const { selected, hovered } = this.context.store.state;
    if (this.fares === null && selected?.kind !== 'visitor' && hovered?.kind !== 'visitor') return;
    for (let k = 0; k < moment.count; k++) {
      const row = moment.row[k];
      const x = to.x(moment.x[k]);
      const y = to.y(moment.y[k]);
      const fare = this.fares?.[row] ?? 0;
      if (fare !== 0) drawFare(pen, x, y, radius, fare, this.inks[this.inks.length - 1]);
      if (isVisitor(selected, row) || isVisitor(hovered, row))
        ring(pen, x, y, radius, isVisitor(selected, row));
    }
  }

  private drawMore(pen: CanvasRenderingContext2D, to: Projection, moment: Moment, radius: number): void {
    const { plan } = this.context.house;
    pen.font = `600 ${Math.max(10 * to.ratio, 1.6 * radius)}px system-ui, sans-serif`;
    pen.textBaseline = 'middle';
    for (let space = 0; space < moment.spaceMore.length; space++) {
      const more = moment.spaceMore[space];
      if (more === 0) continue;
      const { x, y, width, depth } = plan.spaces[space];
      this.pill(pen, to, more, to.x(x + width / 2), to.y(y + depth / 2));
    }
    const { lanes } = plan;
    if (lanes === null) return;
    const { waiting, room } = moment.lines;
    for (let line = 0; line < waiting.length; line++) {
      if (waiting[line] > room)
        this.pill(pen, to, waiting[line] - room, to.x(lanes.x + 0.9), to.y(moment.lines.y(line)));
    }
  }

  private pill(pen: CanvasRenderingContext2D, to: Projection, more: number, x: number, y: number): void {
    const text = this.more(this.format.number(more));
    const { width } = pen.measureText(text);
    const pad = 5 * to.ratio;
    const high = 17 * to.ratio;
    pen.fillStyle = colourOf('--ink');
    pen.beginPath();
    pen.roundRect(x - width / 2 - pad, y - high / 2, width + 2 * pad, high, high / 2);
    pen.fill();
    pen.fillStyle = colourOf('--card');
    pen.textAlign = 'center';
    pen.fillText(text, x, y);
  }
}

const isVisitor = (thing: Selected | null | Highlighted, row: number): boolean =>
  thing !== null && thing.kind === ('visitor' as string) && thing.index === row;

/** Round what is selected, or pointed at. */
export function ring(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  isSelected: boolean,
): void {
  pen.beginPath();
  pen.arc(x, y, radius * 1.9, 0, 2 * Math.PI);
  pen.strokeStyle = colourOf('--card');
  pen.lineWidth = radius * 0.8;
  pen.stroke();
  pen.strokeStyle = colourOf('--accent');
  pen.lineWidth = radius * (isSelected ? 0.5 : 0.25);
  pen.stroke();
}
