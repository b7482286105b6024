/**
 * Conflicts that go on at the moment: a line from where something private happens to who perceives it. Its width says how
 * well talk is understood; other channels have dashes of their own. The selected one is drawn last, and at any time.
 */
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { KIND_IDS, KINDS } from '../../engine/statistics/scopes.ts';
import type { Context } from '../app/context.ts';
import { visitGoingOn } from '../replay/conflict-index.ts';
import { conflictAt } from '../replay/conflict-table.ts';
import { rowOf } from '../replay/doing.ts';
import { pointAt } from '../replay/vantage-columns.ts';
import { locate, newPosition } from '../replay/whereabouts.ts';
import { Format } from '../words/format.ts';
import { colourOf } from './colours.ts';
import type { Projection } from './projection.ts';

/** More at once are a tangle: the gravest are drawn. */
const MOST = 300;
/** In CSS pixels. */
const WIDTH = { least: 1.5, bySti: 6, selected: 2 } as const;
const DASHES: Readonly<Record<string, readonly number[]>> = {
  speech: [],
  sight: [7, 4],
  data: [2, 3],
  presence: [1, 5],
};

export class ConflictsLayer {
  private readonly context: Context;
  private readonly format: Format;
  private readonly at = newPosition();
  private readonly channels = KIND_IDS.map((kind) => KINDS[kind]);

  constructor(context: Context) {
    this.context = context;
    this.format = new Format(context.store.state.language);
  }

  draw(pen: CanvasRenderingContext2D, to: Projection, time: number): void {
    const { day, store } = this.context;
    if (day.privacy === null) return;
    const { conflicts, index } = day.privacy;
    const { selected, layers } = store.state;
    const chosen = selected?.kind === 'conflict' ? selected.index : -1;
    pen.save();
    pen.strokeStyle = pen.fillStyle = colourOf('--conflict');
    pen.lineCap = 'round';
    if (layers.includes('conflicts')) {
      let drawn = 0;
      visitGoingOn(conflicts, index, time, (row) => {
        if (row !== chosen) this.drawOne(pen, to, conflictAt(conflicts, row), time, false);
        return ++drawn < MOST;
      });
    }
    if (chosen >= 0 && chosen < conflicts.length)
      this.drawOne(pen, to, conflictAt(conflicts, chosen), time, true);
    pen.restore();
  }

  private drawOne(
    pen: CanvasRenderingContext2D,
    to: Projection,
    conflict: Conflict,
    time: number,
    isSelected: boolean,
  ): void {
    const isGoingOn = time >= conflict.from && time <= conflict.to;
    const source = this.sourceOf(conflict, isGoingOn ? time : null);
    if (source === null) return;
    const [fromX, fromY] = [to.x(source[0]), to.y(source[1])];
    const radius = Math.max(4 * to.ratio, 0.55 * to.scale);
    pen.globalAlpha = isGoingOn ? 0.95 : 0.7;
    pen.lineWidth = (isSelected ? 3 : 1.8) * to.ratio;
    pen.setLineDash(isGoingOn ? [] : [4 * to.ratio, 3 * to.ratio]);
    pen.beginPath();
    pen.arc(fromX, fromY, radius, 0, 2 * Math.PI);
    pen.stroke();
    const listener = this.listenerOf(conflict, isGoingOn ? time : null);
    if (listener === null) return;
    const [toX, toY] = [to.x(listener[0]), to.y(listener[1])];
    const width = WIDTH.least + WIDTH.bySti * conflict.sti + (isSelected ? WIDTH.selected : 0);
    const dash = DASHES[this.channels[conflict.kind]] ?? [];
    pen.lineWidth = width * to.ratio;
    pen.setLineDash(dash.map((part) => part * to.ratio));
    pen.globalAlpha = isSelected ? 0.95 : 0.65;
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
    pen.stroke();
    pen.setLineDash([]);
    // Round the one who perceives it, twice, so that the ends are told apart.
    pen.lineWidth = (isSelected ? 2.5 : 1.5) * to.ratio;
    for (const grown of [0.9, 1.25]) {
      pen.beginPath();
      pen.arc(toX, toY, radius * grown, 0, 2 * Math.PI);
      pen.stroke();
    }
    if (!isSelected || conflict.sti === 0) return;
    // What the conflict knows is how well it was understood from the best place.
    const best = this.bestPlaceOf(conflict);
    const isThere = best === null || Math.hypot(best[0] - listener[0], best[1] - listener[1]) < 1;
    const text = `STI ${isThere ? '' : '≤ '}${this.format.fixed(conflict.sti, 2)}`;
    this.label(pen, to, text, (fromX + toX) / 2, (fromY + toY) / 2);
  }

  private label(pen: CanvasRenderingContext2D, to: Projection, text: string, x: number, y: number): void {
    pen.font = `600 ${12 * to.ratio}px system-ui, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    const { width } = pen.measureText(text);
    const [pad, high] = [5 * to.ratio, 18 * to.ratio];
    pen.globalAlpha = 1;
    pen.beginPath();
    pen.roundRect(x - width / 2 - pad, y - high / 2, width + 2 * pad, high, 4 * to.ratio);
    pen.fill();
    pen.save();
    pen.fillStyle = colourOf('--card');
    pen.fillText(text, x, y);
    pen.restore();
  }

  /** Where it happens: where the visitor is at the time, or at no time in particular the visitor's place in the space. */
  private sourceOf(
    { space, visitor, from }: Conflict,
    time: number | null,
  ): readonly [number, number] | null {
    const { house, day } = this.context;
    const place = house.plan.spaces[space]?.visitorAt ?? null;
    if (time === null && place !== null) return place;
    return this.whereIs(rowOf(day, visitor), time ?? from) ?? place;
  }

  /** Where it is perceived from: where the witness is at the time, or at no time in particular the best place. */
  private listenerOf(conflict: Conflict, time: number | null): readonly [number, number] | null {
    const best = this.bestPlaceOf(conflict);
    if (time === null && best !== null) return best;
    return this.whereIs(rowOf(this.context.day, conflict.witness), time ?? conflict.from) ?? best;
  }

  private bestPlaceOf({ vantage }: Conflict): readonly [number, number] | null {
    const vantages = this.context.day.privacy?.vantages ?? null;
    const point = vantages === null ? null : pointAt(vantages, vantage);
    return point === null ? null : [point.x, point.y];
  }

  private whereIs(row: number, time: number): readonly [number, number] | null {
    const { day } = this.context;
    if (row < 0 || time < day.arrival[row] || time > day.departure[row]) return null;
    const { x, y } = locate(day, row, time, this.at);
    return Number.isNaN(x) ? null : [x, y];
  }
}
