/**
 * Who sees somebody who must not be found here: a visitor under non-disclosure, or with a matter that says so, seen by
 * acquaintances; and opponents in one dispute, seen by each other. Exact, as for services: by the time that
 * two stays have in common.
 *
 * Those who came in together know of each other. Staff does not count.
 */
import type { Seeing } from '../model/seeing.ts';
import { FLAG, type Visitors } from '../simulation/visitors.ts';
import { CAUSES, KIND_IDS } from '../statistics/scopes.ts';
import { reach } from '../statistics/sheet.ts';
import { ENTRY, newStretch, OpenExposures, STRETCH } from './open-exposures.ts';
import type { Presence } from './presence.ts';
import type { Shared } from './shared.ts';

const RECOGNISED = KIND_IDS.indexOf('recognised');
const OPPONENTS = KIND_IDS.indexOf('opponents');
const LAYOUT = CAUSES.indexOf('layout');
const NEVER = Number.POSITIVE_INFINITY;

export class Meetings {
  private readonly shared: Shared;
  private readonly presence: Presence;
  private readonly seeing: Seeing;
  private readonly acquaintances: number;
  /** By source: the one whose visitors are its opponents, or -1. */
  private readonly against: Int32Array;
  private readonly open = new OpenExposures();
  private readonly stretch = newStretch();
  /** Those inside who must not be found, by anybody or by an opponent. */
  private sought = new Int32Array(16);
  private soughtCount = 0;
  /** By visitor: its position among them, or -1; and from when on it is a conflict. */
  private soughtAt = new Int32Array(64).fill(-1);
  private limit = new Float64Array(64);

  constructor(shared: Shared, presence: Presence, seeing: Seeing) {
    this.shared = shared;
    this.presence = presence;
    this.seeing = seeing;
    const { scenario, ids } = shared.model;
    this.acquaintances = scenario.encounters.acquaintances;
    this.against = new Int32Array(ids.arrivals.length).fill(-1);
    Object.values(scenario.arrivals).forEach(({ against }, source) => {
      if (against === undefined) return;
      const other = ids.arrivals.indexOf(against);
      this.against[source] = other;
      if (this.against[other] < 0) this.against[other] = source;
    });
  }

  begin(): void {
    this.open.clear();
    this.soughtAt.fill(-1);
    this.soughtCount = 0;
  }

  /** Whether somebody who must not be found is inside. */
  get isOnGuard(): boolean {
    return this.soughtCount > 0;
  }

  comesIn(visitor: number): void {
    if (visitor >= this.soughtAt.length) {
      this.soughtAt = reach(this.soughtAt, visitor, -1);
      this.limit = reach(this.limit, visitor, 0);
    }
    this.soughtAt[visitor] = -1;
    if ((this.visitors.flags[visitor] & FLAG.warmUp) !== 0) return;
    const limit = this.hiddenFrom(visitor);
    const isOpponent = this.against[this.visitors.source[visitor]] >= 0;
    if (limit === NEVER && !isOpponent) return;
    this.limit[visitor] = limit;
    this.soughtAt[visitor] = this.soughtCount;
    this.sought = reach(this.sought, this.soughtCount, 0);
    this.sought[this.soughtCount++] = visitor;
  }

  /** A visitor's stay is over: what it saw of those sought, and who saw it. */
  moves(time: number, visitor: number): void {
    for (let k = 0; k < this.soughtCount; k++) {
      if (this.sought[k] !== visitor) this.meet(time, this.sought[k], visitor);
    }
    if (visitor >= this.soughtAt.length || this.soughtAt[visitor] < 0) return;
    const { inside, insideCount } = this.presence;
    for (let k = 0; k < insideCount; k++) {
      if (inside[k] !== visitor) this.meet(time, visitor, inside[k]);
    }
  }

  /** After its last stay. */
  goesOut(visitor: number): void {
    if (visitor >= this.soughtAt.length || this.soughtAt[visitor] < 0) return;
    this.close(visitor);
    const last = this.sought[--this.soughtCount];
    this.sought[this.soughtAt[visitor]] = last;
    this.soughtAt[last] = this.soughtAt[visitor];
    this.soughtAt[visitor] = -1;
  }

  /** The day is over: all who are still inside. */
  end(time: number): void {
    const { inside, insideCount } = this.presence;
    for (let k = 0; k < this.soughtCount; k++) {
      for (let m = 0; m < insideCount; m++) {
        if (inside[m] !== this.sought[k]) this.meet(time, this.sought[k], inside[m]);
      }
    }
    for (let k = 0; k < this.soughtCount; k++) this.close(this.sought[k]);
    this.soughtCount = 0;
  }

  /** Seconds after which being seen is a conflict; infinite for one who need not hide. */
  private hiddenFrom(visitor: number): number {
    const { limits, model } = this.shared;
    const { visitors } = this;
    let limit = (visitors.flags[visitor] & FLAG.protected) !== 0 ? limits.presenceStrictest : NEVER;
    for (let k = 0; k < visitors.stageCount[visitor]; k++) {
      const { matter } = model.stages[visitors.stage[visitor * visitors.stagesMax + k]];
      if (matter >= 0) limit = Math.min(limit, limits.presence[matter]);
    }
    return limit;
  }

  private meet(time: number, sought: number, witness: number): void {
    const { visitors } = this;
    if (visitors.party[sought] === visitors.party[witness]) return;
    if (this.areOpponents(sought, witness)) {
      // Both see each other, which counts once.
      if (visitors.serial[sought] < visitors.serial[witness]) this.overlap(time, sought, witness, OPPONENTS);
    } else if (this.limit[sought] < NEVER && this.acquaintances > 0) {
      this.overlap(time, sought, witness, RECOGNISED);
    }
  }

  private areOpponents(one: number, other: number): boolean {
    const { source, ordinal } = this.visitors;
    return this.against[source[one]] === source[other] && ordinal[one] === ordinal[other];
  }

  /** Each piece of the one's present stay with each of the other's. */
  private overlap(time: number, sought: number, witness: number, kind: number): void {
    const { way, wayStart, since, place } = this.presence;
    const pieces = way[sought];
    const start = wayStart[sought];
    // What the other has been doing began after this one had arrived, as a rule.
    const isLater = (way[witness] === null ? since[witness] : wayStart[witness]) >= since[sought];
    if (pieces !== null && pieces !== undefined && !isLater) {
      const length = since[sought] - start;
      let from = start;
      for (let k = 0; k < pieces.at.length; k++) {
        const to = start + length * pieces.ends[k];
        this.within(from, Math.min(to, time), pieces.at[k], sought, witness, kind);
        from = to;
      }
    }
    if (place[sought] >= 0) this.within(since[sought], time, place[sought], sought, witness, kind);
  }

  /** The one is at a vantage from one time to another. */
  private within(from: number, to: number, at: number, sought: number, witness: number, kind: number): void {
    if (to <= from) return;
    const { way, wayStart, since, place } = this.presence;
    const pieces = way[witness];
    const start = wayStart[witness];
    if (pieces !== null && pieces !== undefined && from < since[witness] && to > start) {
      const length = since[witness] - start;
      let begins = start;
      for (let k = 0; k < pieces.at.length; k++) {
        const ends = start + length * pieces.ends[k];
        this.see(Math.max(from, begins), Math.min(to, ends), pieces.at[k], at, sought, witness, kind);
        begins = ends;
      }
    }
    if (place[witness] >= 0)
      this.see(Math.max(from, since[witness]), to, place[witness], at, sought, witness, kind);
  }

  private see(
    from: number,
    to: number,
    eye: number,
    face: number,
    sought: number,
    witness: number,
    kind: number,
  ): void {
    if (to <= from || !this.seeing.recognises(eye, face)) return;
    const { visitors, open } = this;
    const persons = 1 + visitors.companions[witness];
    const known = kind === OPPONENTS ? 1 : this.acquaintances;
    const people = kind === OPPONENTS ? 1 : persons;
    const { space } = this.presence.vantages.points[face];
    const scene = { cause: LAYOUT, matter: visitors.firstMatter[sought], space, type: this.typeOf(space) };
    const other = this.presence.vantages.points[eye].space;
    const { stretch } = this;
    stretch[STRETCH.from] = from;
    stretch[STRETCH.to] = to;
    stretch[STRETCH.seconds] = to - from;
    stretch[STRETCH.probability] = 1 - (1 - known) ** people;
    const exposure = (to - from) * people * known;
    this.shared.exposures.add(kind, scene, exposure, 0);
    this.shared.exposures.addToPair(this.shared.exposures.pairOf(space, other), exposure);
    const entry = open.entry(sought, kind, visitors.serial[witness]);
    open.rows[entry + ENTRY.persons] = people;
    open.lengthen(entry, stretch, eye);
  }

  private close(sought: number): void {
    const { open, visitors } = this;
    const { rows } = open;
    const limit = this.limit[sought];
    for (let entry = open.firstOf(sought); entry >= 0; entry = rows[entry + ENTRY.next]) {
      if (rows[entry + ENTRY.kind] === RECOGNISED && rows[entry + ENTRY.seconds] < limit) continue;
      const matter = visitors.firstMatter[sought];
      const scene = { cause: LAYOUT, matter, space: -1, type: -1 };
      this.shared.exposures.addConflict(rows[entry + ENTRY.kind], scene, rows[entry + ENTRY.probability]);
      this.shared.tell?.({
        kind: rows[entry + ENTRY.kind],
        from: rows[entry + ENTRY.from],
        to: rows[entry + ENTRY.to],
        seconds: rows[entry + ENTRY.seconds],
        visitor: visitors.serial[sought],
        witness: rows[entry + ENTRY.witness],
        persons: rows[entry + ENTRY.persons],
        probability: rows[entry + ENTRY.probability],
        matter,
        space: -1,
        vantage: rows[entry + ENTRY.vantage],
        clerk: -1,
        sti: 0,
        understood: 0,
        cause: LAYOUT,
        waited: 0,
        busy: -1,
        busySince: 0,
      });
    }
    open.close(sought);
  }

  private typeOf(space: number): number {
    return space < 0 ? -1 : this.shared.services.type[space];
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
