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
  AMID,
  BEGINS,
  clear,
  ENDS,
  ImpressionTable,
  type Perceived,
  PIECES,
  PUBLIC,
  ROW,
  SILENT,
  SUM,
  setSti,
  TALLIES,
  TALLY,
  tally,
  UNKNOWN,
} from './impressions.ts';
import { ENTRY, LINK, OpenExposures, Stretch } from './open-exposures.ts';
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
  private readonly stretch = new Stretch();
  /** Whether the service is over, so that what is counted of it and a visitor next may be the last; and whether it is. */
  private isEnding = false;
  private isLast = false;
  /** By kind × matters + matter: seconds after which perceiving it is a conflict. */
  private readonly limits: Float64Array;
  private readonly matters: number;

  constructor(shared: Shared, presence: Presence, babble: Babble | null) {
    this.shared = shared;
    this.presence = presence;
    this.babble = babble;
    const { hearing, seeing, scenario, spaces } = shared.model;
    this.hearing = hearing;
    this.open = new OpenExposures();
    this.table = new ImpressionTable(presence.vantages, hearing, seeing, shared.limits, shared.exposures);
    this.hearingAids = Float64Array.from(Object.values(scenario.profiles), (profile) => profile.hearingAids);
    this.tells = Uint8Array.from(Object.values(scenario.spaceTypes), (type) => Number(type.tells));
    this.acquaintances = scenario.encounters.acquaintances;
    this.watch = new Watch(spaces.length, this.table, presence, shared.services);
    this.sums = new Float64Array(spaces.length * PERCEIVED.length * SUMS);
    const { talk, sight, seen } = shared.limits;
    this.limits = Float64Array.from([talk, sight, sight, seen].flatMap((limit) => [...limit]));
    this.matters = talk.length;
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

  /** The visitor has set out. */
  walks(visitor: number): void {
    this.table.admit(this.presence.wayId[visitor]);
  }

  /** The stay of a visitor is over: all services that it could perceive until now. */
  moves(time: number, visitor: number): void {
    const { watch } = this;
    watch.findFor(visitor);
    for (let k = 0; k < watch.count; k++) this.perceive(watch.found[k], visitor, time);
  }

  /** What else is said changes: all who could perceive a service until now. */
  settleAll(time: number): void {
    const { active, activeCount } = this.shared.services;
    for (let k = 0; k < activeCount; k++) this.settle(time, active[k]);
  }

  /** All who could perceive the service in the space until now. */
  private settle(time: number, space: number): void {
    if (!this.watch.has(space)) return;
    const { watch } = this;
    watch.findIn(space);
    for (let k = 0; k < watch.count; k++) this.perceive(space, watch.found[k], time);
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
    const { links, rows } = open;
    for (let entry = open.firstOf(space); entry >= 0; entry = links[entry + LINK.next]) {
      const kind = links[entry + LINK.kind];
      if (rows[entry + ENTRY.seconds] < this.limits[kind * this.matters + matter]) continue;
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
      exposures.add(PERCEIVED[kind], services.scene(space), sums[at], sums[at + 1], sums[at + 2]);
      sums[at] = sums[at + 1] = sums[at + 2] = 0;
    }
  }

  /** What the visitor has perceived of the service since that was settled: on its way there, and then at the place. */
  private perceive(space: number, visitor: number, now: number): void {
    const { presence, table } = this;
    const { services } = this.shared;
    if (services.visitor[space] === visitor) return;
    const settled = services.settled[space];
    const arrival = presence.since[visitor];
    const id = this.watch.idOf(space);
    const stayed = now > arrival ? table.row(table.spotAt(presence.place[visitor]), id) : SILENT;
    if (arrival > settled) {
      const passed = table.row(table.spotOn(presence.wayId[visitor]), id);
      this.isLast = this.isEnding && stayed === SILENT;
      if (passed !== SILENT) this.passes(space, visitor, passed, Math.min(now, arrival));
    }
    this.isLast = this.isEnding;
    if (stayed !== SILENT) this.stays(space, visitor, stayed, now);
  }

  private stays(space: number, visitor: number, known: number, now: number): void {
    const { stretch, table } = this;
    const from = Math.max(this.shared.services.settled[space], this.presence.since[visitor]);
    if (now <= from) return;
    const row =
      known === UNKNOWN
        ? table.findAt(this.presence.place[visitor], this.watch.idOf(space), this.serviceIn(space))
        : known;
    if (row === SILENT) return;
    stretch.from = from;
    stretch.to = now;
    stretch.scale = now - from;
    if (this.babble === null) {
      this.expose(space, visitor, row);
      return;
    }
    clear(table.rows, SUM, row);
    this.addPiece(space, row);
    stretch.scale = 1;
    this.expose(space, visitor, SUM);
  }

  private passes(space: number, visitor: number, known: number, to: number): void {
    const { wayStart, since, wayId, vantages } = this.presence;
    const { stretch, table } = this;
    const start = wayStart[visitor];
    const until = since[visitor];
    const from = Math.max(this.shared.services.settled[space], start);
    if (to <= from) return;
    const row =
      known === UNKNOWN
        ? table.findOn(vantages.wayOf(wayId[visitor]), this.watch.idOf(space), this.serviceIn(space))
        : known;
    if (row === SILENT) return;
    stretch.from = from;
    stretch.to = to;
    if (from === start && to === until && this.babble === null) {
      stretch.scale = until - start;
      this.expose(space, visitor, row);
      return;
    }
    this.addPieces(visitor, space, row);
    stretch.scale = 1;
    this.expose(space, visitor, SUM);
  }

  /** In a part of the time of its way only, or piece by piece as what else is said changes. */
  private addPieces(visitor: number, space: number, whole: number): void {
    const { rows } = this.table;
    const { stretch } = this;
    const { from, to } = stretch;
    const start = this.presence.wayStart[visitor];
    const length = this.presence.since[visitor] - start;
    clear(rows, SUM, whole + ROW);
    const last = whole + rows[whole + PIECES] * ROW;
    for (let row = whole + ROW; row <= last; row += ROW) {
      const seconds =
        Math.min(to, start + rows[row + ENDS] * length) - Math.max(from, start + rows[row + BEGINS] * length);
      if (seconds <= 0) continue;
      stretch.scale = seconds;
      this.addPiece(space, row);
    }
  }

  /** Adds what is perceived from one vantage, in the seconds of the scale, to the sum. */
  private addPiece(space: number, row: number): void {
    const { rows } = this.table;
    const { scale } = this.stretch;
    if (this.babble === null || rows[row + TALLY.bestSti] === 0) {
      tally(rows, SUM, scale, row);
      return;
    }
    rows.copyWithin(AMID, row, row + TALLIES);
    setSti(rows, AMID, this.stiAmidBabble(this.babble, space, rows[row + TALLY.bestVantage]));
    tally(rows, SUM, scale, AMID);
  }

  /** 0 where it is not over the limit. */
  private stiAmidBabble(babble: Babble, space: number, vantage: number): number {
    const { services, limits } = this.shared;
    const sti = this.hearing?.stiAmid(services.manner[space], space, vantage, babble.at(vantage, space)) ?? 0;
    return sti > limits.sti[services.matter[space]] ? sti : 0;
  }

  /** Counts a row, times the scale, of the service in the space and the visitor who perceives it. */
  private expose(space: number, visitor: number, row: number): void {
    const { rows } = this.table;
    if (rows[row + TALLY.heard] + rows[row + TALLY.inLoop] > 0) this.exposeTalk(space, visitor, row);
    if (rows[row + TALLY.screen] + rows[row + TALLY.papers] + rows[row + TALLY.face] === 0) return;
    const { services, limits } = this.shared;
    const matter = services.matter[space];
    if (limits.sight[matter] < UNLIMITED) {
      this.exposeSight(SCREEN, TALLY.screen, 1, space, visitor, row);
      this.exposeSight(PAPERS, TALLY.papers, 1, space, visitor, row);
    }
    if (limits.seen[matter] < UNLIMITED && this.tells[services.type[space]] === 1)
      this.exposeSight(TELLING_PLACE, TALLY.face, this.acquaintances, space, visitor, row);
  }

  private exposeTalk(space: number, visitor: number, row: number): void {
    const { stretch, visitors } = this;
    const { rows } = this.table;
    const { scale } = stretch;
    const byAid = this.hearingAids[visitors.profile[visitor]];
    const companions = visitors.companions[visitor];
    const bySound = 1 - byAid + companions;
    const heard = scale * rows[row + TALLY.heard];
    const inLoop = byAid > 0 ? scale * rows[row + TALLY.inLoop] : 0;
    const exposure = heard * bySound + inLoop * byAid;
    if (exposure === 0) return;
    stretch.exposure = exposure;
    stretch.understood = scale * rows[row + TALLY.understood] * bySound + inLoop * byAid;
    stretch.seconds = heard + (inLoop > 0 ? inLoop - scale * rows[row + TALLY.heardInLoop] : 0);
    stretch.probability = heard === 0 ? byAid : companions > 0 ? 1 : bySound + (inLoop > 0 ? byAid : 0);
    stretch.strength = heard > 0 ? rows[row + TALLY.bestSti] : 1;
    this.count(TALK, space, visitor, row);
  }

  /** Seen by people each of whom is such as must not with the given probability. */
  private exposeSight(
    kind: number,
    seen: number,
    probability: number,
    space: number,
    visitor: number,
    row: number,
  ): void {
    const share = this.table.rows[row + seen];
    if (share === 0 || probability === 0) return;
    const { stretch } = this;
    const persons = 1 + this.visitors.companions[visitor];
    stretch.seconds = stretch.scale * share;
    stretch.exposure = stretch.seconds * persons * probability;
    stretch.understood = stretch.strength = 0;
    stretch.probability = probability === 1 ? 1 : 1 - (1 - probability) ** persons;
    this.count(kind, space, visitor, row);
  }

  private count(kind: number, space: number, visitor: number, row: number): void {
    const { open, visitors, stretch, sums } = this;
    const { exposures, services, tell, tellStretch } = this.shared;
    const { rows } = this.table;
    exposures.addToPair(rows[row + TALLY.bestPair], stretch.exposure);
    const at = (space * PERCEIVED.length + kind) * SUMS;
    sums[at] += stretch.exposure;
    sums[at + 1] += stretch.understood;
    if (tellStretch !== null) tellStretch(PERCEIVED[kind], space, stretch.from, stretch.to, stretch.exposure);
    const witness = visitors.serial[visitor];
    if (this.isLast && open.find(space, kind, witness) < 0) {
      // Nothing comes to it any more: it is judged at once.
      if (stretch.seconds >= this.limits[kind * this.matters + services.matter[space]])
        sums[at + 2] += stretch.probability;
      return;
    }
    const entry = open.entry(space, kind, witness);
    if (tell !== null)
      open.trace(entry, stretch, 1 + visitors.companions[visitor], rows[row + TALLY.bestVantage]);
    open.lengthen(entry, stretch);
  }

  private conflict(entry: number, space: number): Conflict {
    const { services } = this.shared;
    const { links, rows } = this.open;
    const kind = links[entry + LINK.kind];
    const isTalk = kind === TALK;
    return {
      ...this.open.told(entry),
      kind: PERCEIVED[kind],
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
