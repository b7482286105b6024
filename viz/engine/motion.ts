/**
 * Where visitors are over a day: along the ways that the model has, on the seats that they were given, and where they
 * are served.
 */
import type { Walking } from '../../engine/model/floor.ts';
import type { Model } from '../../engine/model/model.ts';
import { Presence } from '../../engine/privacy/presence.ts';
import { EVENT_KIND, type EventTable } from '../../engine/recording/events.ts';
import type { Motion } from '../replay/replay-day.ts';
import type { FloorPlan } from './floor-plan.ts';
import { Knots } from './knots.ts';
import { FreeNumbers } from './spots.ts';

type Point = readonly [number, number];
const NOWHERE: Point = [Number.NaN, Number.NaN];

/** `rows` is by event: the visitor's row, or -1. */
export function motionOf(
  model: Model,
  walking: Walking,
  plan: FloorPlan,
  events: EventTable,
  rows: Int32Array,
  visitors: number,
): Motion {
  const knots = new Knots();
  const places = new Places(model, plan);
  const ways = new Map<number, readonly Point[]>();
  const ends = model.spaces.length + 2;
  const wayBetween = (from: number, to: number): readonly Point[] => {
    const key = from * ends + to;
    let way = ways.get(key);
    if (way === undefined) {
      way = walking.pathBetween(from, to);
      ways.set(key, way);
    }
    return way;
  };
  const at: Point[] = new Array(visitors).fill(NOWHERE);
  for (let event = 0; event < events.length; event++) {
    const row = rows[event];
    if (row < 0) continue;
    const time = events.time[event];
    switch (events.kind[event]) {
      case EVENT_KIND.arrives:
        places.comesIn(row);
        break;
      case EVENT_KIND.waits:
        places.give(row, events.space[event], events.detail[event] === 1);
        break;
      case EVENT_KIND.called:
      case EVENT_KIND['gives-up']:
        places.giveUp(row);
        break;
      case EVENT_KIND.leaves:
        places.goesOut(row);
        break;
      case EVENT_KIND.walks: {
        const from = events.other[event];
        const to = events.space[event];
        const until = events.until[event];
        const way = wayBetween(from, to);
        const goal = places.walks(time, row, from, to) ?? way.at(-1) ?? at[row];
        const start = Number.isNaN(at[row][0]) ? (way[0] ?? goal) : at[row];
        addWay(knots, row, time, until, start, way, goal);
        at[row] = goal;
        break;
      }
    }
  }
  return knots.pack(visitors);
}

/** From the start by the points of the way between its ends to the goal, evenly in time. */
function addWay(
  knots: Knots,
  row: number,
  time: number,
  until: number,
  start: Point,
  way: readonly Point[],
  goal: Point,
): void {
  const last = Math.max(1, way.length - 1);
  const point = (k: number): Point => (k === 0 ? start : k === last ? goal : way[k]);
  let length = 0;
  for (let k = 1; k <= last; k++) length += metres(point(k - 1), point(k));
  if (until <= time || length === 0) {
    knots.add(row, time, goal[0], goal[1]);
    return;
  }
  let gone = 0;
  for (let k = 0; k <= last; k++) {
    const [x, y] = point(k);
    if (k > 0) gone += metres(point(k - 1), point(k));
    knots.add(row, time + ((until - time) * gone) / length, x, y);
  }
}

/** Between two points; 0 where one is nowhere. */
function metres([fromX, fromY]: Point, [x, y]: Point): number {
  const length = Math.hypot(x - fromX, y - fromY);
  return Number.isNaN(length) ? 0 : length;
}

/** The point that a visitor goes to; as the observer of privacy has it, where there is a floor. */
class Places {
  private readonly plan: FloorPlan;
  private readonly presence: Presence | null;
  private readonly standing = new FreeNumbers();
  /** By visitor's row: the area where it stands, and which of its spots it has. */
  private readonly stands = new Map<number, readonly [area: number, spot: number]>();

  constructor({ vantages, spaces }: Model, plan: FloorPlan) {
    this.plan = plan;
    this.presence = vantages === null ? null : new Presence(vantages, spaces.length);
    this.presence?.begin();
  }

  comesIn(row: number): void {
    this.presence?.comesIn(row);
  }

  give(row: number, area: number, seated: boolean): void {
    this.presence?.give(row, area, seated);
  }

  giveUp(row: number): void {
    this.presence?.giveUpSeat(row);
    this.stepAside(row);
  }

  goesOut(row: number): void {
    this.presence?.goesOut(row);
    this.stepAside(row);
  }

  private stepAside(row: number): void {
    const has = this.stands.get(row);
    if (has === undefined) return;
    this.standing.give(...has);
    this.stands.delete(row);
  }

  /** Null on the way to a door. */
  walks(time: number, row: number, from: number, to: number): Point | null {
    // As if it took no time: where it leads is all that is asked for, and pieces of ways are many.
    this.presence?.walks(time, row, from, to, time);
    if (to >= this.plan.spaces.length) return null;
    const place = this.presence?.of[row].place ?? to;
    const seat = place < this.plan.spaces.length ? undefined : this.presence?.vantages.points[place];
    if (seat !== undefined) return [seat.x, seat.y];
    const { standing, visitorAt } = this.plan.spaces[to];
    return standing.length === 0 ? visitorAt : this.stand(row, to, standing);
  }

  /** On a free spot of the area; the last one is for all who find no other. */
  private stand(row: number, area: number, spots: Float32Array): Point {
    this.stepAside(row);
    const spot = this.standing.take(area, row);
    this.stands.set(row, [area, spot]);
    const at = 2 * Math.min(spot, spots.length / 2 - 1);
    return [spots[at], spots[at + 1]];
  }
}
