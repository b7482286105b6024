/**
 * What clerks do with their time, by role and hour of the day. Busy is preparing, serving, after-work and
 * assisting; on duty is that, back-office work and being free, without breaks; overtime is being on duty after the
 * end of one's shift.
 */
import type { Model } from '../model/model.ts';
import { CLERK, type ClerkState } from '../simulation/observer.ts';
import { addByHour } from './hours.ts';
import { HOURS } from './scopes.ts';
import type { Sheet } from './sheet.ts';

const BUSY = 1;
const ON_DUTY = 2;

/** By CLERK state. */
const COUNTS = new Uint8Array(8);
COUNTS[CLERK.free] = ON_DUTY;
COUNTS[CLERK.backOffice] = ON_DUTY;
for (const state of [CLERK.preparing, CLERK.serving, CLERK.afterWork, CLERK.assisting]) {
  COUNTS[state] = ON_DUTY | BUSY;
}

export class Clerks {
  private readonly sheet: Sheet;
  private readonly role: Int32Array;
  private readonly shiftEnd: Float64Array;
  private readonly roles: number;
  private readonly stateTime: number;
  private readonly overtime: number;
  private readonly busy: number;
  private readonly busyHours: number;
  private readonly duty: number;
  private readonly dutyHours: number;
  private readonly state: Uint8Array;
  private readonly since: Float64Array;

  constructor(model: Model, sheet: Sheet) {
    this.sheet = sheet;
    this.role = model.clerkRole;
    this.shiftEnd = Float64Array.from(model.clerks, (clerk) => clerk.end);
    this.roles = model.ids.roles.length;
    const { layout } = sheet;
    this.stateTime = layout.base('offTime');
    this.overtime = layout.base('overtime');
    this.busy = layout.offset('busyTime', 'role');
    this.busyHours = layout.offset('busyTime', 'roleHour');
    this.duty = layout.offset('dutyTime', 'role');
    this.dutyHours = layout.offset('dutyTime', 'roleHour');
    this.state = new Uint8Array(model.clerks.length);
    this.since = new Float64Array(model.clerks.length);
  }

  /** Every clerk is off until something else is told of it. */
  begin(time: number): void {
    this.state.fill(CLERK.off);
    this.since.fill(Math.max(time, this.sheet.from));
  }

  change(time: number, clerk: number, state: ClerkState): void {
    const before = this.state[clerk];
    const since = this.since[clerk];
    this.state[clerk] = state;
    if (time <= since) return;
    this.since[clerk] = time;
    if (before === CLERK.off) return;
    const { row } = this.sheet;
    const role = this.role[clerk];
    row[this.stateTime + before * this.roles + role] += time - since;
    const counts = COUNTS[before];
    if ((counts & ON_DUTY) === 0) return;
    row[this.duty + role] += time - since;
    addByHour(row, this.dutyHours + role * HOURS, since, time, 1);
    row[this.overtime + role] += Math.max(0, time - Math.max(since, this.shiftEnd[clerk]));
    if ((counts & BUSY) === 0) return;
    row[this.busy + role] += time - since;
    addByHour(row, this.busyHours + role * HOURS, since, time, 1);
  }

  end(time: number): void {
    for (let clerk = 0; clerk < this.state.length; clerk++) {
      this.change(time, clerk, this.state[clerk] as ClerkState);
    }
  }
}
