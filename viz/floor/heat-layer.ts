/** Draws a heat map, smoothed, under the walls; what its colours mean stands below the floor. */
import * as d3 from 'd3';
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import { notKnown } from '../privacy/not-known.ts';
import { words as privacyWords } from '../privacy/words.ts';
import { isCut } from '../replay/day-privacy.ts';
import { Format } from '../words/format.ts';
import { colourOf } from './colours.ts';
import { type HeatMap, heatOf } from './heat.ts';
import type { Projection } from './projection.ts';
import { words } from './words.ts';

/** In metres: how far a cell is spread, as people are wider than a point. */
const SPREAD = 0.6;
/** The darkest shade begins here, so that one cell does not make all others pale. */
const TOP = 0.985;
const MOST = 0.88;

export class HeatLayer {
  /** Says what shades mean; hidden where there is no heat map. */
  readonly key = element('p', { class: 'heat-key', hidden: true });
  /** The same for a file: what is shown, and the least of the darkest shade; null where there is no heat map. */
  inWords: { readonly what: string; readonly darkest: string } | null = null;
  private readonly context: Context;
  private readonly format: Format;
  private made = '';
  private map: HeatMap | null = null;
  private picture: HTMLCanvasElement | null = null;
  private colour = '';

  constructor(context: Context) {
    this.context = context;
    this.format = new Format(context.store.state.language);
  }

  /** The map that is shown; null where there is none. */
  get shown(): HeatMap | null {
    this.make();
    return this.map;
  }

  /** What it is made of has changed. */
  forget(): void {
    this.made = '';
  }

  draw(pen: CanvasRenderingContext2D, to: Projection): void {
    this.make();
    const { map, picture } = this;
    if (map === null || picture === null) return;
    pen.imageSmoothingEnabled = true;
    pen.drawImage(
      picture,
      to.x(map.x),
      to.y(map.y + map.rows * map.step),
      map.columns * map.step * to.scale,
      map.rows * map.step * to.scale,
    );
  }

  private make(): void {
    const { store, day, house } = this.context;
    const { heat, stretch } = store.state;
    const colour = colourOf('--heat');
    const wanted = `${heat} ${stretch?.join(' ') ?? ''}`;
    if (wanted === this.made && colour === this.colour) return;
    this.made = wanted;
    this.colour = colour;
    this.map = this.picture = this.inWords = null;
    this.key.hidden = heat === 'none' || !house.plan.isToScale;
    if (heat === 'none' || !house.plan.isToScale) return;
    const [from, to] = stretch ?? [day.from, day.to];
    const unknown = heat === 'exposure' ? notKnown(this.context) : null;
    if (unknown !== null) {
      this.key.textContent = unknown;
      return;
    }
    this.map = heatOf(heat, day, house.plan, from, to);
    this.paint(this.map, colour);
  }

  private paint(map: HeatMap, colour: string): void {
    const { columns, rows, step } = map;
    // As person-minutes on a square metre.
    const data = Float64Array.from(map.minutes, (minutes) => minutes / (step * step));
    d3.blur2({ data: data as unknown as number[], width: columns, height: rows }, SPREAD / step);
    const sorted = data.filter((value) => value > 0).sort();
    const top = sorted[Math.floor(TOP * (sorted.length - 1))] ?? 0;
    const { r, g, b } = d3.rgb(colour);
    const canvas = element('canvas', { width: columns, height: rows });
    const pen = canvas.getContext('2d');
    if (pen === null) return;
    const image = pen.createImageData(columns, rows);
    data.forEach((value, cell) => {
      // Pictures go downwards, the plan upwards.
      const at = 4 * ((rows - 1 - Math.floor(cell / columns)) * columns + (cell % columns));
      image.data[at] = r;
      image.data[at + 1] = g;
      image.data[at + 2] = b;
      image.data[at + 3] = 255 * (top > 0 ? opacity(value / top) : 0);
    });
    pen.putImageData(image, 0, 0);
    this.picture = canvas;
    this.tell(map, top, colour);
  }

  private tell(map: HeatMap, top: number, colour: string): void {
    const { store, day } = this.context;
    const said = words(store.state.language);
    const { heat, stretch } = store.state;
    const { format } = this;
    const bar = element('span', { class: 'heat-bar', 'aria-hidden': 'true' });
    const shade = (share: number) =>
      d3
        .rgb(colour)
        .copy({ opacity: opacity(share) })
        .formatRgb();
    const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => `${shade(share)} ${100 * share}%`);
    bar.style.backgroundImage = `linear-gradient(to right, ${stops.join(', ')})`;
    // Of too many conflicts, those of a stretch are not told apart.
    const isCutDay = heat === 'exposure' && day.privacy !== null && isCut(day.privacy);
    const [from, to] = isCutDay ? [day.from, day.to] : (stretch ?? [day.from, day.to]);
    const darkest = `≥ ${format.number(top, top < 10 ? 1 : 0)} ${said.heatUnit}`;
    const all = format.number(d3.sum(map.minutes) + map.elsewhere);
    const elsewhere = map.elsewhere > 0 ? ` ${said.heatElsewhere(format.number(map.elsewhere))}` : '';
    const total = `${said.heatTotal(all, format.time(from), format.time(to))}${elsewhere}`;
    const whole = isCutDay && stretch !== null ? ` ${privacyWords(store.state.language).wholeDay}` : '';
    this.inWords = { what: `${said.heats[heat]}. ${said.heatIs[heat]} ${total}${whole}`, darkest };
    this.key.replaceChildren(
      element('strong', {}, said.heats[heat]),
      ` ${said.heatIs[heat]} `,
      element('span', { class: 'heat-scale' }, '0 ', bar, ` ${darkest}`),
      ` ${total}${whole}`,
    );
  }
}

/** Of a share of the darkest: steeper at first, so that little is still seen. */
const opacity = (share: number): number => MOST * Math.min(1, Math.max(0, share)) ** 0.7;
