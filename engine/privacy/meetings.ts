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
import { PLAIN } from './conflict.ts';
import { beginOf, Course } from './course.ts';
import { FreeExposures, type OpenExposure, OpenExposures, Stretch } from './open-exposures.ts';
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
  /** By visitor: by whom it is seen. */
  private readonly open: OpenExposures[] = [];
  private readonly free = new FreeExposures();
  private readonly stretch = new Stretch();
  private readonly hides = new Course();
  private readonly sees = new Course();
  /** Those inside who must not be found, by anybody or by an opponent. */
  private sought = new Int32Array(16);
  private soughtCount = 0;
  /** By visitor: its position among them, or -1; and from when on it is a conflict. */
  private soughtAt = new Int32Array(64).fill(-1);
  private limit = new Float64Array(64);
  /** By stage: what the presence limit of its matter is. */
  private readonly stageLimit: Float64Array;
  /** What an exposure counts for; filled in anew for each. */
  private readonly scene = { cause: LAYOUT, matter: -1, space: -1, type: -1 };

  constructor(shared: Shared, presence: Presence, seeing: Seeing) {
    this.shared = shared;
    this.presence = presence;
    this.seeing = seeing;
    const { scenario, ids, stages } = shared.model;
    const { presence: limits } = shared.limits;
    this.stageLimit = Float64Array.from(stages, ({ matter }) => (matter < 0 ? NEVER : limits[matter]));
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
    for (const open of this.open) open.close();
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
    for (let slot = this.open.length; slot <= visitor; slot++) this.open.push(new OpenExposures(this.free));
    this.soughtAt[visitor] = -1;
    if ((this.visitors.flags[visitor] & FLAG.warmUp) !== 0) return;
    const limit = this.hiddenFrom(visitor);
    const isOpponent = this.against[this.visitors.source[visitor]] >= 0;
    if (limit === NEVER && !isOpponent) return;
    this.limit[visitor] = limit;
    this.soughtAt[visitor] = this.soughtCount;
    if (this.soughtCount >= this.sought.length) this.sought = reach(this.sought, this.soughtCount, 0);
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
      if (inside[k].visitor !== visitor) this.meet(time, visitor, inside[k].visitor);
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
        if (inside[m].visitor !== this.sought[k]) this.meet(time, this.sought[k], inside[m].visitor);
      }
    }
    for (let k = 0; k < this.soughtCount; k++) this.close(this.sought[k]);
    this.soughtCount = 0;
  }

  /** Seconds after which being seen is a conflict; infinite for one who need not hide. */
  private hiddenFrom(visitor: number): number {
    const { stage, stageCount, stagesMax, flags } = this.visitors;
    let limit = (flags[visitor] & FLAG.protected) !== 0 ? this.shared.limits.presenceStrictest : NEVER;
    const first = visitor * stagesMax;
    for (let at = first; at < first + stageCount[visitor]; at++)
      limit = Math.min(limit, this.stageLimit[stage[at]]);
    return limit;
  }

  private meet(time: number, sought: number, witness: number): void {
    const { visitors } = this;
    if (visitors.party[sought] === visitors.party[witness]) return;
    if (this.areOpponents(sought, witness)) {
      // Whoever sees whom, it counts once: for the first of those who are measured.
      if (this.soughtAt[witness] < 0 || visitors.serial[sought] < visitors.serial[witness])
        this.overlap(time, sought, witness, OPPONENTS);
    } else if (this.limit[sought] < NEVER && this.acquaintances > 0) {
      this.overlap(time, sought, witness, RECOGNISED);
    }
  }

  private areOpponents(one: number, other: number): boolean {
    const { source, ordinal } = this.visitors;
    return this.against[source[one]] === source[other] && ordinal[one] === ordinal[other];
  }

  /** Goes through both present stays, from piece to piece of either. */
  private overlap(time: number, sought: number, witness: number, kind: number): void {
    const { of, vantages } = this.presence;
    let from = Math.max(beginOf(of[sought], vantages), beginOf(of[witness], vantages));
    if (from >= time) return;
    const { hides, sees, open, stretch, visitors } = this;
    hides.take(of[sought], vantages, from);
    sees.take(of[witness], vantages, from);
    const { tell, tellStretch } = this.shared;
    const { points } = vantages;
    const people = kind === OPPONENTS ? 1 : 1 + visitors.companions[witness];
    const known = kind === OPPONENTS ? 1 : this.acquaintances;
    let one: OpenExposure | null = null;
    let space = -1;
    let other = -1;
    /** Seen between the two spaces, and not added yet. */
    let seconds = 0;
    while (from < time) {
      if (hides.until <= from) hides.goTo(from);
      if (sees.until <= from) sees.goTo(from);
      const face = hides.vantage;
      const eye = sees.vantage;
      if (face < 0 || eye < 0) break;
      const to = Math.min(time, Math.min(hides.until, sees.until));
      // It takes only one of two opponents to see the other.
      if (this.seeing.recognises(eye, face) || (kind === OPPONENTS && this.seeing.recognises(face, eye))) {
        if (one === null) {
          one = open[sought].of(kind, visitors.serial[witness]);
          stretch.probability = 1 - (1 - known) ** people;
        }
        stretch.from = from;
        stretch.to = to;
        stretch.seconds = to - from;
        if (tell !== null) one.follow(stretch, people, eye, face);
        one.lengthen(stretch);
        if (points[face].space !== space || points[eye].space !== other) {
          if (seconds > 0) this.add(kind, sought, space, other, seconds * people * known);
          seconds = 0;
          space = points[face].space;
          other = points[eye].space;
        }
        seconds += to - from;
        tellStretch?.(kind, space, from, to, (to - from) * people * known);
      }
      from = to;
    }
    if (seconds > 0) this.add(kind, sought, space, other, seconds * people * known);
  }

  private add(kind: number, sought: number, space: number, other: number, exposure: number): void {
    const { scene } = this;
    const { exposures, services } = this.shared;
    scene.matter = this.visitors.firstMatter[sought];
    scene.space = space;
    scene.type = space < 0 ? -1 : services.at[space].type;
    exposures.add(kind, scene, exposure, 0, 0);
    exposures.addToPair(exposures.pairOf(space, other), exposure);
  }

  private close(sought: number): void {
    const { open, scene, visitors } = this;
    const limit = this.limit[sought];
    for (let one = open[sought].first; one !== null; one = one.next) {
      const { kind } = one;
      if (kind === RECOGNISED && one.seconds < limit) continue;
      const matter = visitors.firstMatter[sought];
      scene.matter = matter;
      scene.space = scene.type = -1;
      this.shared.exposures.add(kind, scene, 0, 0, one.probability);
      this.shared.tell?.({
        ...PLAIN,
        ...this.told(one),
        kind,
        visitor: visitors.serial[sought],
        matter,
        space: -1,
        cause: LAYOUT,
      });
    }
    open[sought].close();
  }

  private told(one: OpenExposure) {
    const told = one.told();
    return { ...told, metres: this.seeing.metresBetween(told.vantage, told.seenAt) };
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
