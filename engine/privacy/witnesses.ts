/**
 * Who hears and sees what goes on in services. Exact: the time that a service and a stay at a place have in common is
 * added once, when the first of the two ends, and on the way piece by piece.
 *
 * Witnesses are other visitors with their companions. The visitor's own companions are with it, and staff is bound to
 * secrecy: neither counts. A greeting is talk about the first matter of the visit.
 */
import type { Hearing } from '../model/hearing.ts';
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';
import type { Visitors } from '../simulation/visitors.ts';
import { KIND_IDS } from '../statistics/scopes.ts';
import type { Babble } from './babble.ts';
import type { Conflict } from './conflict.ts';
import {
  BEGINS,
  clear,
  ENDS,
  ImpressionTable,
  type Perceived,
  PIECES,
  PUBLIC,
  ROW,
  SILENT,
  setSti,
  TALLIES,
  TALLY,
  tally,
  UNKNOWN,
} from './impressions.ts';
import { ENTRY, newStretch, OpenExposures, STRETCH } from './open-exposures.ts';
import type { Presence } from './presence.ts';
import type { Shared } from './shared.ts';
import { Watch } from './watch.ts';

/** What is perceived here, numbered densely; and the index of each in KIND_IDS. */
const TALK = 0;
const SCREEN = 1;
const PAPERS = 2;
const TELLING_PLACE = 3;
const PERCEIVED = (['talk', 'screen', 'papers', 'telling-place'] as const).map((kind) =>
  KIND_IDS.indexOf(kind),
);
/** Of a service and kind: seconds, seconds understood, conflicts. */
const SUMS = 3;
const UNLIMITED = Number.POSITIVE_INFINITY;

export class Witnesses {
  private readonly shared: Shared;
  private readonly presence: Presence;
  private readonly hearing: Hearing | null;
  private readonly babble: Babble | null;
  private readonly table: ImpressionTable;
  private readonly open: OpenExposures;
  private readonly watch: Watch;
  /** By (space × kinds + kind) × SUMS: of its service, until it is over. */
  private readonly sums: Float64Array;
  /** By profile: the share who hear through a hearing aid. */
  private readonly hearingAids: Float64Array;
  /** By space type: whether being there tells what for. */
  private readonly tells: Uint8Array;
  private readonly acquaintances: number;
  /** What one visitor has perceived of one service in one stay or on one way. */
  private readonly perceived = new Float64Array(TALLIES);
  private readonly stretch = newStretch();
  private readonly amid = new Float64Array(ROW);
  /** Whether the service is over, so that what is counted of it and a visitor next may be the last; and whether it is. */
  private isEnding = false;
  private isLast = false;
  /** The time of the present event. */
  private readonly now = new Float64Array(1);

  constructor(shared: Shared, presence: Presence, babble: Babble | null) {
    this.shared = shared;
    this.presence = presence;
    this.babble = babble;
    const { hearing, seeing, scenario, spaces } = shared.model;
    this.hearing = hearing;
    this.open = new OpenExposures(shared.tell !== null);
    this.table = new ImpressionTable(presence.vantages, hearing, seeing, shared.limits, shared.exposures);
    this.hearingAids = Float64Array.from(Object.values(scenario.profiles), (profile) => profile.hearingAids);
    this.tells = Uint8Array.from(Object.values(scenario.spaceTypes), (type) => Number(type.tells));
    this.acquaintances = scenario.encounters.acquaintances;
    this.watch = new Watch(spaces.length, this.table, presence);
    this.sums = new Float64Array(spaces.length * PERCEIVED.length * SUMS);
  }

  begin(): void {
    this.open.clear();
    this.watch.begin();
    this.sums.fill(0);
  }

  /** A service has started; nothing is done for one of which all may be perceived. */
  starts(space: number): void {
    const id = this.table.idOf(this.serviceIn(space));
    if (id !== PUBLIC) this.watch.begins(space, id);
  }

  /** The stay of a visitor is over: all services that it could perceive until now. */
  moves(time: number, visitor: number): void {
    this.now[0] = time;
    this.watch.findFor(visitor);
    this.perceiveFound();
  }

  /** What else is said changes: all who could perceive a service until now. */
  settleAll(time: number): void {
    const { active, activeCount } = this.shared.services;
    for (let k = 0; k < activeCount; k++) this.settle(time, active[k]);
  }

  /** All who could perceive the service in the space until now. */
  private settle(time: number, space: number): void {
    if (!this.watch.has(space)) return;
    this.now[0] = time;
    this.watch.findIn(space);
    this.perceiveFound();
    this.shared.services.settled[space] = time;
  }

  /** The space of a service is about to have another type: what was perceived until now counts for the present one. */
  typeChanges(time: number, space: number): void {
    if (!this.watch.has(space)) return;
    this.settle(time, space);
    this.addUp(space);
  }

  /** The service is over: who could perceive it until now, and which exposures were conflicts. */
  ends(time: number, space: number): void {
    if (!this.watch.has(space)) return;
    const { services, tell } = this.shared;
    const { open } = this;
    const matter = services.matter[space];
    this.isEnding = tell === null;
    this.settle(time, space);
    this.isEnding = false;
    const { rows } = open;
    for (let entry = open.firstOf(space); entry >= 0; entry = rows[entry + ENTRY.next]) {
      const kind = rows[entry + ENTRY.kind];
      if (rows[entry + ENTRY.seconds] < this.limitOf(kind, matter)) continue;
      this.sums[(space * PERCEIVED.length + kind) * SUMS + 2] += rows[entry + ENTRY.probability];
      if (tell !== null) tell(this.conflict(entry, space));
    }
    open.close(space);
    this.addUp(space);
    this.watch.ends(space);
  }

  /** Adds what has been perceived of the service to the figures. */
  private addUp(space: number): void {
    const { exposures, services } = this.shared;
    const { sums } = this;
    for (let kind = 0; kind < PERCEIVED.length; kind++) {
      const at = (space * PERCEIVED.length + kind) * SUMS;
      if (sums[at] === 0) continue;
      const scene = services.scene(space);
      exposures.add(PERCEIVED[kind], scene, sums[at], sums[at + 1]);
      if (sums[at + 2] > 0) exposures.addConflict(PERCEIVED[kind], scene, sums[at + 2]);
      sums[at] = sums[at + 1] = sums[at + 2] = 0;
    }
  }

  /** What has been perceived of services since they were settled: on the way there, and then at the place. */
  private perceiveFound(): void {
    const { presence, watch } = this;
    const { settled } = this.shared.services;
    const now = this.now[0];
    for (let k = 0; k < watch.found; k++) {
      const space = watch.space[k];
      const visitor = watch.visitor[k];
      const passed = watch.passed[k];
      const stayed = watch.stayed[k];
      const arrival = presence.since[visitor];
      this.isLast = this.isEnding && stayed === SILENT;
      if (passed !== SILENT && arrival > settled[space]) this.passes(space, visitor, passed);
      this.isLast = this.isEnding;
      if (stayed !== SILENT && now > arrival) this.stays(space, visitor, stayed);
    }
  }

  private stays(space: number, visitor: number, known: number): void {
    const { services } = this.shared;
    const { stretch, table } = this;
    const now = this.now[0];
    const from = Math.max(services.settled[space], this.presence.since[visitor]);
    if (now <= from || services.visitor[space] === visitor) return;
    const row =
      known === UNKNOWN
        ? table.findAt(this.presence.place[visitor], this.watch.idOf(space), this.serviceIn(space))
        : known;
    if (row === SILENT) return;
    stretch[STRETCH.from] = from;
    stretch[STRETCH.to] = now;
    stretch[STRETCH.scale] = now - from;
    if (this.babble === null) this.expose(space, visitor, table.rows, row);
    else {
      clear(this.perceived, 0, table.rows, row);
      this.addPiece(space, row);
      stretch[STRETCH.scale] = 1;
      this.expose(space, visitor, this.perceived, 0);
    }
  }

  private passes(space: number, visitor: number, known: number): void {
    const { wayStart, since, wayId, vantages } = this.presence;
    const { services } = this.shared;
    const { stretch, table } = this;
    const start = wayStart[visitor];
    const until = since[visitor];
    const from = Math.max(services.settled[space], start);
    const to = Math.min(this.now[0], until);
    if (to <= from || services.visitor[space] === visitor) return;
    const row =
      known === UNKNOWN
        ? table.findOn(vantages.wayOf(wayId[visitor]), this.watch.idOf(space), this.serviceIn(space))
        : known;
    if (row === SILENT) return;
    stretch[STRETCH.from] = from;
    stretch[STRETCH.to] = to;
    if (from === start && to === until && this.babble === null) {
      stretch[STRETCH.scale] = until - start;
      this.expose(space, visitor, table.rows, row);
    } else {
      this.addPieces(visitor, space, row);
      stretch[STRETCH.scale] = 1;
      this.expose(space, visitor, this.perceived, 0);
    }
  }

  /** In a part of the time of its way only, or piece by piece as what else is said changes. */
  private addPieces(visitor: number, space: number, whole: number): void {
    const { rows } = this.table;
    const { stretch } = this;
    const start = this.presence.wayStart[visitor];
    const length = this.presence.since[visitor] - start;
    const from = stretch[STRETCH.from];
    const to = stretch[STRETCH.to];
    clear(this.perceived, 0, rows, whole + ROW);
    const last = whole + rows[whole + PIECES] * ROW;
    for (let row = whole + ROW; row <= last; row += ROW) {
      const seconds =
        Math.min(to, start + rows[row + ENDS] * length) - Math.max(from, start + rows[row + BEGINS] * length);
      if (seconds <= 0) continue;
      stretch[STRETCH.scale] = seconds;
      this.addPiece(space, row);
    }
  }

  /** Adds what is perceived from one vantage, in the seconds of the scale, to the tally. */
  private addPiece(space: number, row: number): void {
    const { rows } = this.table;
    const seconds = this.stretch[STRETCH.scale];
    if (this.babble === null || rows[row + TALLY.bestSti] === 0) {
      tally(this.perceived, 0, seconds, rows, row);
      return;
    }
    const { amid } = this;
    for (let k = 0; k < TALLIES; k++) amid[k] = rows[row + k];
    setSti(amid, 0, this.stiAmidBabble(this.babble, space, amid[TALLY.bestVantage]));
    tally(this.perceived, 0, seconds, amid, 0);
  }

  /** 0 where it is not over the limit. */
  private stiAmidBabble(babble: Babble, space: number, vantage: number): number {
    const { services, limits } = this.shared;
    const sti = this.hearing?.stiAmid(services.manner[space], space, vantage, babble.at(vantage, space)) ?? 0;
    return sti > limits.sti[services.matter[space]] ? sti : 0;
  }

  /** Counts a tally, times the scale, of the service in the space and the visitor who perceives it. */
  private expose(space: number, visitor: number, rows: Float64Array, row: number): void {
    if (rows[row + TALLY.heard] + rows[row + TALLY.inLoop] > 0) this.exposeTalk(space, visitor, rows, row);
    if (rows[row + TALLY.screen] + rows[row + TALLY.papers] + rows[row + TALLY.face] === 0) return;
    const { services, limits } = this.shared;
    const matter = services.matter[space];
    if (limits.sight[matter] < UNLIMITED) {
      this.exposeSight(SCREEN, TALLY.screen, 1, space, visitor, rows, row);
      this.exposeSight(PAPERS, TALLY.papers, 1, space, visitor, rows, row);
    }
    if (limits.seen[matter] < UNLIMITED && this.tells[services.type[space]] === 1)
      this.exposeSight(TELLING_PLACE, TALLY.face, this.acquaintances, space, visitor, rows, row);
  }

  private exposeTalk(space: number, visitor: number, rows: Float64Array, row: number): void {
    const { stretch, visitors } = this;
    const scale = stretch[STRETCH.scale];
    const byAid = this.hearingAids[visitors.profile[visitor]];
    const companions = visitors.companions[visitor];
    const bySound = 1 - byAid + companions;
    const heard = scale * rows[row + TALLY.heard];
    const inLoop = byAid > 0 ? scale * rows[row + TALLY.inLoop] : 0;
    const exposure = heard * bySound + inLoop * byAid;
    if (exposure === 0) return;
    stretch[STRETCH.exposure] = exposure;
    stretch[STRETCH.understood] = scale * rows[row + TALLY.understood] * bySound + inLoop * byAid;
    stretch[STRETCH.seconds] = heard + (inLoop > 0 ? inLoop - scale * rows[row + TALLY.heardInLoop] : 0);
    stretch[STRETCH.probability] =
      heard === 0 ? byAid : companions > 0 ? 1 : bySound + (inLoop > 0 ? byAid : 0);
    stretch[STRETCH.strength] = heard > 0 ? rows[row + TALLY.bestSti] : 1;
    this.count(TALK, space, visitor, rows, row);
  }

  /** Seen by people each of whom is such as must not with the given probability. */
  private exposeSight(
    kind: number,
    seen: number,
    probability: number,
    space: number,
    visitor: number,
    rows: Float64Array,
    row: number,
  ): void {
    if (rows[row + seen] === 0 || probability === 0) return;
    const { stretch } = this;
    const persons = 1 + this.visitors.companions[visitor];
    const seconds = stretch[STRETCH.scale] * rows[row + seen];
    stretch[STRETCH.seconds] = seconds;
    stretch[STRETCH.exposure] = seconds * persons * probability;
    stretch[STRETCH.understood] = stretch[STRETCH.strength] = 0;
    stretch[STRETCH.probability] = probability === 1 ? 1 : 1 - (1 - probability) ** persons;
    this.count(kind, space, visitor, rows, row);
  }

  private count(kind: number, space: number, visitor: number, rows: Float64Array, row: number): void {
    const { open, visitors, stretch } = this;
    const exposure = stretch[STRETCH.exposure];
    this.shared.exposures.addToPair(rows[row + TALLY.bestPair], exposure);
    const at = (space * PERCEIVED.length + kind) * SUMS;
    this.sums[at] += exposure;
    this.sums[at + 1] += stretch[STRETCH.understood];
    const { tellStretch } = this.shared;
    if (tellStretch !== null)
      tellStretch(PERCEIVED[kind], space, stretch[STRETCH.from], stretch[STRETCH.to], exposure);
    const witness = visitors.serial[visitor];
    if (this.isLast && !open.has(space, kind, witness)) {
      // Nothing comes to it any more: it is judged at once.
      if (stretch[STRETCH.seconds] >= this.limitOf(kind, this.shared.services.matter[space]))
        this.sums[at + 2] += stretch[STRETCH.probability];
      return;
    }
    const entry = open.entry(space, kind, witness);
    open.rows[entry + ENTRY.persons] = 1 + visitors.companions[visitor];
    open.lengthen(entry, stretch, rows[row + TALLY.bestVantage]);
  }

  /** Seconds after which perceiving something of the matter is a conflict. */
  private limitOf(kind: number, matter: number): number {
    const { limits } = this.shared;
    return (kind === TALK ? limits.talk : kind === TELLING_PLACE ? limits.seen : limits.sight)[matter];
  }

  private conflict(entry: number, space: number): Conflict {
    const { services } = this.shared;
    const { rows } = this.open;
    const isTalk = rows[entry + ENTRY.kind] === TALK;
    return {
      ...this.open.told(entry),
      kind: PERCEIVED[rows[entry + ENTRY.kind]],
      visitor: services.serial[space],
      matter: services.matter[space],
      space,
      clerk: services.clerk[space],
      sti: isTalk ? rows[entry + ENTRY.strength] : 0,
      understood: isTalk ? sentencesUnderstood(rows[entry + ENTRY.strength]) : 0,
      cause: services.cause[space],
      waited: services.waited[space],
      busy: services.busy[space],
      busySince: services.busySince[space],
    };
  }

  private serviceIn(space: number): Perceived {
    const { services } = this.shared;
    return {
      space,
      matter: services.matter[space],
      manner: services.manner[space],
      isTalk: services.clerk[space] >= 0,
    };
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
