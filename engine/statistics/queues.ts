/**
 * Who waits for anything: how many at a time, as an integral over time, and how long, as a sum over visitors.
 * The two are measured apart, so that Little's identity (the integral of the number equals the sum of the
 * intervals; J. D. C. Little, Operations Research 9(3), 1961) can be checked in every replication.
 */
import type { Model } from '../model/model.ts';
import { FLAG } from '../simulation/visitors.ts';
import { reach, type Sheet } from './sheet.ts';

const NOT_WAITING = 0;
const SEATED = 1;
const STANDING = 2;

export class Queues {
  private readonly sheet: Sheet;
  private readonly integral: number;
  private readonly open: number;
  private readonly most: number;
  private readonly waitings: number;
  private readonly waitingTime: number;
  private readonly standingTime: number;
  private readonly observed: number;
  /** By line: the whole house first, then each agency: how many wait, and since when that many do. */
  private readonly waiting: Int32Array;
  private readonly changed: Float64Array;
  /** By visitor: whether it waits and how, since when, and in which agency's line or -1. */
  private state = new Uint8Array(64);
  private since = new Float64Array(64);
  private agency = new Int32Array(64);

  constructor(model: Model, sheet: Sheet) {
    this.sheet = sheet;
    const { layout } = sheet;
    this.integral = layout.base('queueIntegral');
    this.open = layout.base('openTime');
    this.most = layout.base('queueMost');
    this.waitings = layout.base('waitings');
    this.waitingTime = layout.base('waitingTime');
    this.standingTime = layout.base('standingTime');
    this.observed = layout.base('waitingTimeObserved');
    this.waiting = new Int32Array(1 + model.ids.agencies.length);
    this.changed = new Float64Array(this.waiting.length);
  }

  begin(time: number): void {
    this.waiting.fill(0);
    this.changed.fill(Math.max(time, this.sheet.from));
    this.state.fill(NOT_WAITING);
  }

  waits(time: number, visitor: number, stage: number, seated: boolean): void {
    this.state = reach(this.state, visitor, NOT_WAITING);
    this.since = reach(this.since, visitor, 0);
    this.agency = reach(this.agency, visitor, -1);
    // Told again while waiting: another seat or another stage, in the same stretch of waiting.
    const goesOn = this.state[visitor] !== NOT_WAITING;
    this.stops(time, visitor);
    const agency = this.sheet.stageAgency[stage];
    this.state[visitor] = seated ? SEATED : STANDING;
    this.since[visitor] = time;
    this.agency[visitor] = agency;
    this.change(time, 0, 1);
    if (agency >= 0) this.change(time, 1 + agency, 1);
    if (!goesOn) this.add(this.waitings, visitor, 1);
  }

  /** A visitor waits no longer: was called, or leaves. */
  stops(time: number, visitor: number): void {
    const state = visitor < this.state.length ? this.state[visitor] : NOT_WAITING;
    if (state === NOT_WAITING) return;
    this.state[visitor] = NOT_WAITING;
    const since = this.since[visitor];
    const agency = this.agency[visitor];
    this.change(time, 0, -1);
    if (agency >= 0) this.change(time, 1 + agency, -1);
    const { row, from } = this.sheet;
    row[this.observed] += Math.max(0, time - Math.max(since, from));
    this.add(this.waitingTime, visitor, time - since);
    if (state === STANDING) this.add(this.standingTime, visitor, time - since);
  }

  /** Those who still wait have waited until the end. */
  end(time: number): void {
    for (let visitor = 0; visitor < this.state.length; visitor++) this.stops(time, visitor);
    const { row, open, from } = this.sheet;
    for (let line = 0; line < this.waiting.length; line++) {
      this.change(time, line, 0);
      row[this.open + line] = Math.max(0, time - Math.max(open, from));
    }
  }

  private add(figure: number, visitor: number, amount: number): void {
    if ((this.sheet.visitors.flags[visitor] & FLAG.warmUp) !== 0) return;
    this.sheet.row[figure] += amount;
    const agency = this.agency[visitor];
    if (agency >= 0) this.sheet.row[figure + 1 + agency] += amount;
  }

  private change(time: number, line: number, by: number): void {
    const { row } = this.sheet;
    const waiting = this.waiting[line];
    const since = this.changed[line];
    // A number that lasts no time at all, of those who are called as they come, is no queue.
    if (time > since) {
      row[this.integral + line] += waiting * (time - since);
      if (waiting > row[this.most + line]) row[this.most + line] = waiting;
      this.changed[line] = time;
    }
    this.waiting[line] = waiting + by;
  }
}
