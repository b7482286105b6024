/** Lines from people who could read a screen or papers at the moment, or would tell from the place what for: to that place. */
import type { Context } from '../app/context.ts';
import { SEEN } from '../engine/perception.ts';
import { DOING } from '../replay/doing.ts';
import { colourOf } from './colours.ts';
import type { Moment } from './moment.ts';
import type { Projection } from './projection.ts';

/** In metres: nothing is made out from farther, as the engine has it. */
const FARTHEST = 16;
/** In CSS pixels. */
const DASHES = { face: [1, 4], paper: [6, 3], screen: [] } as const;

export class SightLayer {
  private readonly context: Context;
  private readonly isKnown: () => void;
  /** By space: what is made out from where; null as long as it is not known. */
  private readonly known: (Uint8Array | null | undefined)[] = [];
  /** By matter: whether anything of it must not be read, or seen. */
  private readonly isReadLimited: readonly boolean[];
  private readonly isFaceLimited: readonly boolean[];
  private readonly tells: readonly boolean[];

  constructor(context: Context, isKnown: () => void) {
    const { scenario, ids } = context.house;
    const limits = ids.matters.map((id) => scenario.sensitivities[scenario.matters[id]?.sensitivity ?? '']);
    this.context = context;
    this.isKnown = isKnown;
    this.isReadLimited = limits.map((limit) => limit?.sight !== undefined);
    this.isFaceLimited = limits.map((limit) => limit?.seen !== undefined);
    this.tells = ids.spaceTypes.map((id) => scenario.spaceTypes[id]?.tells ?? false);
  }

  draw(pen: CanvasRenderingContext2D, to: Projection, moment: Moment): void {
    const { house, store } = this.context;
    if (!house.sees || !store.state.layers.includes('sight')) return;
    pen.save();
    pen.strokeStyle = pen.fillStyle = colourOf('--sight');
    pen.lineWidth = 1.6 * to.ratio;
    for (let space = 0; space < moment.spaceMatter.length; space++) {
      const matter = moment.spaceMatter[space];
      if (matter < 0) continue;
      const bits =
        (this.isReadLimited[matter] ? SEEN.screen | SEEN.paper : 0) |
        (this.isFaceLimited[matter] && this.tells[moment.spaceType[space]] ? SEEN.face : 0);
      if (bits === 0) continue;
      const seen = this.seen(space);
      if (seen !== null) this.drawTo(pen, to, moment, space, seen, bits);
    }
    pen.restore();
  }

  private drawTo(
    pen: CanvasRenderingContext2D,
    to: Projection,
    moment: Moment,
    space: number,
    seen: Uint8Array,
    bits: number,
  ): void {
    const { spaces } = this.context.house.plan;
    const [atX, atY] = spaces[space].visitorAt;
    for (let k = 0; k < moment.count; k++) {
      const [x, y] = [moment.x[k], moment.y[k]];
      if (Math.abs(x - atX) > FARTHEST || Math.abs(y - atY) > FARTHEST) continue;
      if (moment.row[k] === moment.spaceVisitor[space]) continue;
      const place = this.placeOf(moment.space[k], moment.state[k], x, y);
      const made = place < 0 ? 0 : seen[place] & bits;
      if (made === 0) continue;
      const dash =
        (made & SEEN.screen) !== 0 ? DASHES.screen : (made & SEEN.paper) !== 0 ? DASHES.paper : DASHES.face;
      pen.setLineDash(dash.map((part) => part * to.ratio));
      pen.beginPath();
      pen.moveTo(to.x(x), to.y(y));
      pen.lineTo(to.x(atX), to.y(atY));
      pen.stroke();
      pen.beginPath();
      pen.arc(to.x(atX), to.y(atY), 3.5 * to.ratio, 0, 2 * Math.PI);
      pen.fill();
    }
  }

  /** The engine's number of where one is at rest: a space, or a seat; -1 on a way. */
  private placeOf(space: number, state: number, x: number, y: number): number {
    if (space < 0 || state === DOING.walking || state === DOING.leaving) return -1;
    const { plan, firstSeat } = this.context.house;
    if (state !== DOING.waiting || firstSeat === null) return space;
    const { seats } = plan.spaces[space];
    for (let seat = 0; seat < seats.length; seat += 2)
      if (seats[seat] === x && seats[seat + 1] === y) return firstSeat[space] + seat / 2;
    return space;
  }

  /** Asks the worker where it is not known. */
  private seen(space: number): Uint8Array | null {
    const known = this.known[space];
    if (known !== undefined) return known;
    this.known[space] = null;
    const { engine, store } = this.context;
    void engine.sight(store.state.design, space).then((seen) => {
      this.known[space] = seen;
      this.isKnown();
    });
    return null;
  }
}
