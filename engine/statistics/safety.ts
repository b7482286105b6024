/**
 * Threats to staff: how many are to be expected, by the time that services take at places of each kind, and how long it
 * takes until help is there. Nothing is drawn: the rates of the scenario are integrated over the day, with whoever
 * would come at each moment. Times are exact between the starts and ends of services.
 */
import type { Model } from '../model/model.ts';
import { CLERK, type ClerkState, type Observer } from '../simulation/observer.ts';
import { FLAG } from '../simulation/visitors.ts';
import type { Sheet } from './sheet.ts';

/** By CLERK state: 1 where a clerk is in the back office, or about to be free. */
const IDLE = new Uint8Array(Object.keys(CLERK).length);
for (const state of [CLERK.free, CLERK.backOffice, CLERK.afterWork]) IDLE[state] = 1;

/** A space, and the service there with a clerk who can be threatened, which goes on or was the last. */
class Threatened {
  readonly space: number;
  /** Seconds until help is there: by space, from a colleague at a service in that; and from the nearest back office. */
  readonly helpFrom: Float64Array;
  readonly helpFromOffice: number;
  type = 0;
  /** Its position among those that go on, or -1. */
  index = -1;
  /** Whether it is measured, and has a guard; and, from that and the type now, threats a second. */
  isMeasured = false;
  isGuarded = false;
  rate = Number.NaN;
  /** From when on its threats are still to be added; and until when, with whom would have come, they are in `help`. */
  begun = Number.NaN;
  settled = Number.NaN;
  /** Seconds of the service, each times those until help is there. */
  help = Number.NaN;
  /** The colleague at a service from whom help is there first, or null for one from outside; and seconds until then. */
  nearest: Threatened | null = null;
  helpFromNearest = Number.NaN;

  constructor(space: number, helpFrom: Float64Array, helpFromOffice: number) {
    this.space = space;
    this.helpFrom = helpFrom;
    this.helpFromOffice = helpFromOffice;
  }
}

export class Safety implements Observer {
  private readonly sheet: Sheet;
  /** Threats a second of service, by space type: without a guard, and with one. */
  private readonly unguarded: Float64Array;
  private readonly guarded: number;
  /** Seconds until help is there from outside, where that is sooner than anybody in the house. */
  private readonly helpFromOutside: number;
  /** By space; and of those the first so many go on. */
  private readonly at: readonly Threatened[];
  private readonly active: Threatened[] = [];
  private activeCount = 0;
  /** Clerks who are in the back office, or about to be free, and would come from there. */
  private idle = 0;
  private readonly isIdle: Uint8Array;
  /** By clerk: a mask for IDLE, 0 for one who is not in the house. */
  private readonly isOnSite: Uint8Array;
  private readonly offsets: { all: number; type: number; span: number };

  constructor(model: Model, sheet: Sheet) {
    this.sheet = sheet;
    const { safety, spaceTypes, roles, spaces } = model.scenario;
    this.guarded = safety.guarded;
    this.helpFromOutside = safety.alarm + safety.outside;
    const helpFrom = (metres: number) => safety.alarm + Math.min(safety.outside, metres / safety.pace);
    this.unguarded = Float64Array.from(Object.values(spaceTypes), ({ secondDoor }) =>
      secondDoor ? safety.guarded : safety.incidents,
    );
    const offices = Object.values(spaces).flatMap(({ type }, space) =>
      spaceTypes[type].use === 'back-office' ? [space] : [],
    );
    const { staffDistance } = model;
    const row = Math.round(Math.sqrt(staffDistance.length));
    this.at = model.spaces.map((_, space) => {
      // Between spaces it is as far there as back.
      const help = staffDistance.slice(space * row, (space + 1) * row).map(helpFrom);
      const fromOffice = Math.min(this.helpFromOutside, ...offices.map((office) => help[office]));
      return new Threatened(space, help, fromOffice);
    });
    this.isIdle = new Uint8Array(model.clerks.length);
    const stayAway: readonly string[] = ['remote-expert', 'interpreter', 'guard'];
    const onSite = Object.values(roles).map(({ kind }) => !stayAway.includes(kind));
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
    for (const one of this.at) one.index = -1;
    this.activeCount = this.idle = 0;
    this.isIdle.fill(0);
  }

  serviceStarts(time: number, visitor: number, _stage: number, clerk: number, space: number): void {
    if (clerk < 0 || space < 0 || this.isOnSite[clerk] === 0) return;
    const { visitors } = this.sheet;
    const { active, activeCount } = this;
    const one = this.at[space];
    one.isMeasured = (visitors.flags[visitor] & FLAG.warmUp) === 0;
    one.isGuarded = visitors.guard[visitor] >= 0;
    one.rate = this.rateOf(one);
    one.begun = one.settled = time;
    one.help = 0;
    one.nearest = null;
    one.helpFromNearest = this.helpFromOutside;
    for (let k = 0; k < activeCount; k++) {
      const other = active[k];
      const help = one.helpFrom[other.space];
      if (help < one.helpFromNearest) {
        one.nearest = other;
        one.helpFromNearest = help;
      }
      if (help >= other.helpFromNearest) continue;
      this.settle(time, other);
      other.nearest = one;
      other.helpFromNearest = help;
    }
    one.index = this.activeCount++;
    active[one.index] = one;
  }

  serviceEnds(time: number, _visitor: number, _stage: number, _clerk: number, space: number): void {
    if (space < 0) return;
    const one = this.at[space];
    if (one.index < 0) return;
    this.addUp(time, one);
    const { active } = this;
    const moved = active[--this.activeCount];
    active[one.index] = moved;
    moved.index = one.index;
    one.index = -1;
    for (let k = 0; k < this.activeCount; k++) {
      if (active[k].nearest !== one) continue;
      this.settle(time, active[k]);
      this.findNearest(active[k]);
    }
  }

  clerkChanges(time: number, clerk: number, state: ClerkState): void {
    const idle = IDLE[state] & this.isOnSite[clerk];
    if (idle === this.isIdle[clerk]) return;
    const now = this.idle + idle - this.isIdle[clerk];
    // Only the first and the last of them change who would come.
    if (now === 0 || this.idle === 0) this.settleAll(time);
    this.idle = now;
    this.isIdle[clerk] = idle;
  }

  spaceChanges(time: number, space: number, _state: number, type: number): void {
    const one = this.at[space];
    if (type === one.type) return;
    if (one.index >= 0) this.addUp(time, one);
    one.type = type;
    one.rate = this.rateOf(one);
  }

  end(time: number): void {
    for (let k = 0; k < this.activeCount; k++) this.addUp(time, this.active[k]);
  }

  arrived(): void {}
  absent(): void {}
  walks(): void {}
  waits(): void {}
  called(): void {}
  givesUp(): void {}
  left(): void {}

  private rateOf({ isMeasured, isGuarded, type }: Threatened): number {
    return !isMeasured ? 0 : isGuarded ? this.guarded : this.unguarded[type];
  }

  private settleAll(time: number): void {
    for (let k = 0; k < this.activeCount; k++) this.settle(time, this.active[k]);
  }

  /** Before it changes who would come: until now, it was who would have come at present. */
  private settle(time: number, one: Threatened): void {
    const { helpFromNearest, helpFromOffice } = one;
    const help = this.idle > 0 && helpFromOffice < helpFromNearest ? helpFromOffice : helpFromNearest;
    one.help += (time - one.settled) * help;
    one.settled = time;
  }

  /** Adds the threats of the service since the last time. */
  private addUp(time: number, one: Threatened): void {
    this.settle(time, one);
    const incidents = one.rate * (time - one.begun);
    const help = one.rate * one.help;
    one.begun = time;
    one.help = 0;
    const { row } = this.sheet;
    const { all, span } = this.offsets;
    const type = this.offsets.type + one.type;
    row[all] += incidents;
    row[all + span] += help;
    row[type] += incidents;
    row[type + span] += help;
  }

  private findNearest(one: Threatened): void {
    const { active, activeCount } = this;
    one.nearest = null;
    one.helpFromNearest = this.helpFromOutside;
    for (let k = 0; k < activeCount; k++) {
      const other = active[k];
      const help = one.helpFrom[other.space];
      if (help >= one.helpFromNearest || other === one) continue;
      one.nearest = other;
      one.helpFromNearest = help;
    }
  }
}
