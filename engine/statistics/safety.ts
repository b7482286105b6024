/**
 * Threats to staff: how many are to be expected, by the time that services take at places of each kind, and how long it
 * takes until help is there. Nothing is drawn: the rates of the scenario are integrated over the day, with whoever
 * would come at each moment. Times are exact between the starts and ends of services.
 */
import type { Model } from '../model/model.ts';
import { CLERK, type ClerkState, type Observer } from '../simulation/observer.ts';
import { FLAG, type Visitors } from '../simulation/visitors.ts';
import type { Sheet } from './sheet.ts';

/** The distance of a colleague where there is none. */
const ALONE = Number.POSITIVE_INFINITY;

export class Safety implements Observer {
  private readonly sheet: Sheet;
  /** Threats a second of service, by space type: without a guard, and with one. */
  private readonly unguarded: Float64Array;
  private readonly guarded: number;
  private readonly alarm: number;
  private readonly pace: number;
  private readonly outside: number;
  /** In metres, by from × row + to. */
  private readonly distance: Float64Array;
  private readonly row: number;
  /** Spaces with a clerk at a service now; by space: its position among them, or -1. */
  private readonly staffed: Int32Array;
  private staffedCount = 0;
  private readonly staffedAt: Int32Array;
  /** By space, of its service: the rate of threats; the nearest colleague at another, or -1, and how far off it is. */
  private readonly rate: Float64Array;
  /** From when on its threats are still to be added; and until when, with whom would have come, they are in `help`. */
  private readonly begun: Float64Array;
  private readonly settled: Float64Array;
  /** Seconds of the service, each times those until help is there. */
  private readonly help: Float64Array;
  private readonly nearest: Int32Array;
  private readonly nearestDistance: Float64Array;
  /** By space: seconds until help is there from that colleague, or from the nearest back office. */
  private readonly helpFromNearest: Float64Array;
  private readonly helpFromOffice: Float64Array;
  private readonly type: Int32Array;
  /** Clerks who are in the back office, or about to be free, and would come from there. */
  private idle = 0;
  private readonly isIdle: Uint8Array;
  private readonly isOnSite: Uint8Array;
  private readonly offsets: { all: number; type: number; span: number };

  constructor(model: Model, sheet: Sheet) {
    this.sheet = sheet;
    this.distance = model.staffDistance;
    this.row = Math.round(Math.sqrt(this.distance.length));
    const { safety, spaceTypes, roles, spaces } = model.scenario;
    this.guarded = safety.guarded;
    this.unguarded = Float64Array.from(Object.values(spaceTypes), ({ secondDoor }) =>
      secondDoor ? safety.guarded : safety.incidents,
    );
    this.alarm = safety.alarm;
    this.pace = safety.pace;
    this.outside = safety.outside;
    const offices = Object.values(spaces).flatMap(({ type }, space) =>
      spaceTypes[type].use === 'back-office' ? [space] : [],
    );
    this.helpFromOffice = Float64Array.from(model.spaces, (_, space) =>
      this.helpFrom(
        offices.reduce((least, office) => Math.min(least, this.distance[office * this.row + space]), ALONE),
      ),
    );
    const count = model.spaces.length;
    this.staffed = new Int32Array(count);
    this.staffedAt = new Int32Array(count);
    this.rate = new Float64Array(count);
    this.begun = new Float64Array(count);
    this.settled = new Float64Array(count);
    this.help = new Float64Array(count);
    this.nearest = new Int32Array(count);
    this.nearestDistance = new Float64Array(count);
    this.helpFromNearest = new Float64Array(count);
    this.type = new Int32Array(count);
    this.isIdle = new Uint8Array(model.clerks.length);
    const onSite = Object.values(roles).map(({ kind }) => kind !== 'remote-expert' && kind !== 'interpreter');
    this.isOnSite = Uint8Array.from(model.clerks, ({ role }) => Number(onSite[role]));
    const { layout } = sheet;
    this.offsets = {
      all: layout.offset('incidents', 'all'),
      type: layout.offset('incidents', 'spaceType'),
      span: layout.span('safety'),
    };
  }

  /** Whether the scenario says how often there are threats. */
  static isMeasured({ scenario: { safety, floor } }: Model): boolean {
    return floor !== undefined && safety.incidents + safety.guarded > 0;
  }

  begin(): void {
    this.staffedAt.fill(-1);
    this.staffedCount = this.idle = 0;
    this.isIdle.fill(0);
  }

  serviceStarts(time: number, visitor: number, _stage: number, clerk: number, space: number): void {
    if (clerk < 0 || space < 0 || this.isOnSite[clerk] === 0) return;
    const isMeasured = (this.visitors.flags[visitor] & FLAG.warmUp) === 0;
    const hasGuard = this.visitors.guard[visitor] >= 0;
    this.rate[space] = !isMeasured ? 0 : hasGuard ? this.guarded : this.unguarded[this.type[space]];
    this.begun[space] = this.settled[space] = time;
    this.help[space] = 0;
    const { staffed, staffedCount, nearestDistance, distance, row } = this;
    let nearest = -1;
    let least = ALONE;
    for (let k = 0; k < staffedCount; k++) {
      const other = staffed[k];
      const away = distance[other * row + space];
      if (away < least) {
        nearest = other;
        least = away;
      }
      const metres = distance[space * row + other];
      if (metres >= nearestDistance[other]) continue;
      this.settle(time, other);
      this.comesFrom(space, other, metres);
    }
    this.comesFrom(nearest, space, least);
    this.staffedAt[space] = this.staffedCount;
    this.staffed[this.staffedCount++] = space;
  }

  serviceEnds(time: number, _visitor: number, _stage: number, _clerk: number, space: number): void {
    if (space < 0 || this.staffedAt[space] < 0) return;
    this.addUp(time, space);
    const at = this.staffedAt[space];
    const moved = this.staffed[--this.staffedCount];
    this.staffed[at] = moved;
    this.staffedAt[moved] = at;
    this.staffedAt[space] = -1;
    for (let k = 0; k < this.staffedCount; k++) {
      const other = this.staffed[k];
      if (this.nearest[other] !== space) continue;
      this.settle(time, other);
      this.findNearest(other);
    }
  }

  clerkChanges(time: number, clerk: number, state: ClerkState): void {
    const idle = state === CLERK.free || state === CLERK.backOffice || state === CLERK.afterWork ? 1 : 0;
    if (this.isOnSite[clerk] === 0 || idle === this.isIdle[clerk]) return;
    // Only the first and the last of them change who would come.
    if (this.idle + idle - this.isIdle[clerk] === 0 || this.idle === 0) this.settleAll(time);
    this.idle += idle - this.isIdle[clerk];
    this.isIdle[clerk] = idle;
  }

  spaceChanges(time: number, space: number, _state: number, type: number): void {
    if (type === this.type[space]) return;
    if (this.staffedAt[space] >= 0) this.addUp(time, space);
    this.type[space] = type;
  }

  end(time: number): void {
    for (let k = 0; k < this.staffedCount; k++) this.addUp(time, this.staffed[k]);
  }

  arrived(): void {}
  absent(): void {}
  walks(): void {}
  waits(): void {}
  called(): void {}
  givesUp(): void {}
  left(): void {}

  private settleAll(time: number): void {
    for (let k = 0; k < this.staffedCount; k++) this.settle(time, this.staffed[k]);
  }

  /** Before it changes who would come: until now, it was who would have come at present. */
  private settle(time: number, space: number): void {
    const nearest = this.helpFromNearest[space];
    const help = this.idle > 0 ? Math.min(nearest, this.helpFromOffice[space]) : nearest;
    this.help[space] += (time - this.settled[space]) * help;
    this.settled[space] = time;
  }

  /** Adds the threats of the service since the last time. */
  private addUp(time: number, space: number): void {
    this.settle(time, space);
    const incidents = this.rate[space] * (time - this.begun[space]);
    const help = this.rate[space] * this.help[space];
    this.begun[space] = time;
    this.help[space] = 0;
    const { row } = this.sheet;
    const { all, span } = this.offsets;
    const type = this.offsets.type + this.type[space];
    row[all] += incidents;
    row[all + span] += help;
    row[type] += incidents;
    row[type + span] += help;
  }

  /** Seconds until help is there from a colleague so many metres off; from outside where that is sooner. */
  private helpFrom(metres: number): number {
    return this.alarm + Math.min(this.outside, metres / this.pace);
  }

  /** The nearest colleague at a service is there now. */
  private comesFrom(nearest: number, space: number, metres: number): void {
    this.nearest[space] = nearest;
    this.nearestDistance[space] = metres;
    this.helpFromNearest[space] = this.helpFrom(metres);
  }

  private findNearest(space: number): void {
    const { staffed, staffedCount, distance, row } = this;
    let nearest = -1;
    let least = ALONE;
    for (let k = 0; k < staffedCount; k++) {
      const other = staffed[k];
      const metres = distance[other * row + space];
      if (other === space || metres >= least) continue;
      nearest = other;
      least = metres;
    }
    this.comesFrom(nearest, space, least);
  }

  private get visitors(): Visitors {
    return this.sheet.visitors;
  }
}
