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
import { ENTRY, INTEGER, OpenExposures, Stretch } from './open-exposures.ts';
import type { Presence, Stay } from './presence.ts';
import type { ServiceAt } from './services.ts';
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
  private readonly conflictFrom: Float64Array;
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
    this.watch = new Watch(spaces.length, this.table, presence);
    this.sums = new Float64Array(spaces.length * PERCEIVED.length * SUMS);
    const { talk, sight, seen } = shared.limits;
    this.conflictFrom = Float64Array.from([talk, sight, sight, seen].flatMap((limit) => [...limit]));
    this.matters = talk.length;
  }

  begin(): void {
    this.open.clear();
    this.watch.begin();
    this.sums.fill(0);
  }

  /** A service has started; nothing is done for one of which all may be perceived. */
  starts(space: number): void {
    const service = this.shared.services.at[space];
    const id = this.table.idOf(service);
    if (id !== PUBLIC) this.watch.begins(service, id);
  }

  /** The visitor has set out. */
  walks(visitor: number): void {
    this.table.admit(this.presence.of[visitor].way);
  }

  /** The stay of a visitor is over: all services that it could perceive until now. */
  moves(time: number, visitor: number): void {
    const { watch } = this;
    const stay = this.presence.of[visitor];
    watch.findFor(stay);
    for (let k = 0; k < watch.count; k++) this.perceive(watch.services[k], stay, time);
  }

  /** What else is said changes: all who could perceive a service until now. */
  settleAll(time: number): void {
    const { active, activeCount } = this.shared.services;
    for (let k = 0; k < activeCount; k++) if (this.watch.has(active[k].space)) this.settle(time, active[k]);
  }

  /** All who could perceive the service until now. */
  private settle(time: number, service: ServiceAt): void {
    const { watch } = this;
    watch.findIn(service);
    for (let k = 0; k < watch.count; k++) this.perceive(service, watch.stays[k], time);
    service.settled = time;
  }

  /** The space of a service is about to have another type: what was perceived until now counts for the present one. */
  typeChanges(time: number, space: number): void {
    if (!this.watch.has(space)) return;
    const service = this.shared.services.at[space];
    this.settle(time, service);
    this.addUp(service);
  }

  /** The service is over: who could perceive it until now, and which exposures were conflicts. */
  ends(time: number, space: number): void {
    if (!this.watch.has(space)) return;
    const { tell } = this.shared;
    const { open } = this;
    const service = this.shared.services.at[space];
    this.isEnding = tell === null;
    this.settle(time, service);
    this.isEnding = false;
    const { integers, rows } = open;
    for (let entry = open.firstOf(space); entry >= 0; entry = integers[entry + INTEGER.next]) {
      const kind = integers[entry + INTEGER.kind];
      if (rows[entry + ENTRY.seconds] < this.conflictFrom[kind * this.matters + service.matter]) continue;
      this.sums[(space * PERCEIVED.length + kind) * SUMS + 2] += rows[entry + ENTRY.probability];
      if (tell !== null) tell(this.conflict(entry, service));
    }
    open.close(space);
    this.addUp(service);
    this.watch.ends(space);
  }

  /** Adds what has been perceived of the service to the figures. */
  private addUp(service: ServiceAt): void {
    const { exposures } = this.shared;
    const { sums } = this;
    const first = service.space * PERCEIVED.length * SUMS;
    for (let kind = 0; kind < PERCEIVED.length; kind++) {
      const at = first + kind * SUMS;
      // After a change of type there may be a conflict of which nothing more was perceived.
      if (sums[at] === 0 && sums[at + 2] === 0) continue;
      exposures.add(PERCEIVED[kind], service, sums[at], sums[at + 1], sums[at + 2]);
      sums[at] = sums[at + 1] = sums[at + 2] = 0;
    }
  }

  /** What the visitor has perceived of the service since that was settled: on its way there, and then at the place. */
  private perceive(service: ServiceAt, stay: Stay, now: number): void {
    if (service.visitor === stay.visitor) return;
    const { stretch, table } = this;
    const { settled } = service;
    const { since, setOut } = stay;
    const id = this.watch.idOf(service.space);
    let atPlace = now > since ? table.row(table.spotAt(stay.place), id) : SILENT;
    if (since > settled) {
      let onWay = table.row(table.spotOn(stay.way), id);
      const from = Math.max(settled, setOut);
      const to = Math.min(now, since);
      if (onWay !== SILENT && to > from) {
        if (onWay === UNKNOWN) onWay = table.findOn(this.presence.vantages.wayOf(stay.way), id, service);
        this.isLast = this.isEnding && atPlace === SILENT;
        stretch.from = from;
        stretch.to = to;
        stretch.scale = to - from;
        if (onWay !== SILENT) {
          const isWhole = from === setOut && to === since && this.babble === null;
          this.expose(service, stay.visitor, isWhole ? onWay : this.sumOfPieces(service, stay, onWay));
        }
      }
    }
    if (atPlace === SILENT) return;
    if (atPlace === UNKNOWN) atPlace = table.findAt(stay.place, id, service);
    const from = Math.max(settled, since);
    if (atPlace === SILENT || now <= from) return;
    this.isLast = this.isEnding;
    stretch.from = from;
    stretch.to = now;
    stretch.scale = now - from;
    this.expose(service, stay.visitor, this.babble === null ? atPlace : this.sumOfPlace(service, atPlace));
  }

  /** The row of seconds, amid what else is said, at the place. */
  private sumOfPlace(service: ServiceAt, row: number): number {
    clear(this.table.rows, SUM, row);
    this.addPiece(service, row);
    this.stretch.scale = 1;
    return SUM;
  }

  /** The row of seconds in a part of the time of a way only, or piece by piece as what else is said changes. */
  private sumOfPieces(service: ServiceAt, { setOut, since }: Stay, whole: number): number {
    const { rows } = this.table;
    const { stretch } = this;
    const { from, to } = stretch;
    const length = since - setOut;
    clear(rows, SUM, whole + ROW);
    const last = whole + rows[whole + PIECES] * ROW;
    for (let row = whole + ROW; row <= last; row += ROW) {
      const seconds =
        Math.min(to, setOut + rows[row + ENDS] * length) -
        Math.max(from, setOut + rows[row + BEGINS] * length);
      if (seconds <= 0) continue;
      stretch.scale = seconds;
      this.addPiece(service, row);
    }
    stretch.scale = 1;
    return SUM;
  }

  /** Adds what is perceived from one vantage, in the seconds of the scale, to the sum. */
  private addPiece(service: ServiceAt, row: number): void {
    const { rows } = this.table;
    const { scale } = this.stretch;
    if (this.babble === null || rows[row + TALLY.bestSti] === 0) {
      tally(rows, SUM, scale, row);
      return;
    }
    rows.copyWithin(AMID, row, row + TALLIES);
    setSti(rows, AMID, this.stiAmidBabble(this.babble, service, rows[row + TALLY.bestVantage]));
    tally(rows, SUM, scale, AMID);
  }

  /** 0 where it is not over the limit. */
  private stiAmidBabble(babble: Babble, { space, manner, matter }: ServiceAt, vantage: number): number {
    const sti = this.hearing?.stiAmid(manner, space, vantage, babble.at(vantage, space)) ?? 0;
    return sti > this.shared.limits.sti[matter] ? sti : 0;
  }

  /** Counts a row, times the scale, of the service and the visitor who perceives it. */
  private expose(service: ServiceAt, visitor: number, row: number): void {
    const { stretch, visitors } = this;
    const { rows } = this.table;
    const { scale } = stretch;
    const companions = visitors.companions[visitor];
    if (rows[row + TALLY.heard] + rows[row + TALLY.inLoop] > 0) {
      const byAid = this.hearingAids[visitors.profile[visitor]];
      const bySound = 1 - byAid + companions;
      const heard = scale * rows[row + TALLY.heard];
      const inLoop = byAid > 0 ? scale * rows[row + TALLY.inLoop] : 0;
      const exposure = heard * bySound + inLoop * byAid;
      if (exposure > 0) {
        stretch.exposure = exposure;
        stretch.understood = scale * rows[row + TALLY.understood] * bySound + inLoop * byAid;
        stretch.seconds = heard + (inLoop > 0 ? inLoop - scale * rows[row + TALLY.heardInLoop] : 0);
        stretch.probability = heard === 0 ? byAid : companions > 0 ? 1 : bySound + (inLoop > 0 ? byAid : 0);
        stretch.strength = heard > 0 ? rows[row + TALLY.bestSti] : 1;
        this.count(TALK, service, visitor, row);
      }
    }
    if (rows[row + TALLY.screen] + rows[row + TALLY.papers] + rows[row + TALLY.face] === 0) return;
    const { sight, seen } = this.shared.limits;
    if (sight[service.matter] < UNLIMITED) {
      this.exposeSight(SCREEN, TALLY.screen, service, visitor, row);
      this.exposeSight(PAPERS, TALLY.papers, service, visitor, row);
    }
    if (seen[service.matter] < UNLIMITED && this.tells[service.type] === 1)
      this.exposeSight(TELLING_PLACE, TALLY.face, service, visitor, row);
  }

  private exposeSight(kind: number, seen: number, service: ServiceAt, visitor: number, row: number): void {
    const share = this.table.rows[row + seen];
    // That somebody is such as must not see it.
    const probability = kind === TELLING_PLACE ? this.acquaintances : 1;
    if (share === 0 || probability === 0) return;
    const { stretch } = this;
    const persons = 1 + this.visitors.companions[visitor];
    stretch.seconds = stretch.scale * share;
    stretch.exposure = stretch.seconds * persons * probability;
    stretch.understood = stretch.strength = 0;
    stretch.probability = probability === 1 ? 1 : 1 - (1 - probability) ** persons;
    this.count(kind, service, visitor, row);
  }

  private count(kind: number, { space, matter }: ServiceAt, visitor: number, row: number): void {
    const { open, visitors, stretch, sums } = this;
    const { exposures, tell, tellStretch } = this.shared;
    const { rows } = this.table;
    const { exposure } = stretch;
    exposures.addToPair(rows[row + TALLY.bestPair], exposure);
    const at = (space * PERCEIVED.length + kind) * SUMS;
    sums[at] += exposure;
    sums[at + 1] += stretch.understood;
    if (tellStretch !== null) tellStretch(PERCEIVED[kind], space, stretch.from, stretch.to, exposure);
    const witness = visitors.serial[visitor];
    if (this.isLast && open.find(space, kind, witness) < 0) {
      // Nothing comes to it any more: it is judged at once.
      if (stretch.seconds >= this.conflictFrom[kind * this.matters + matter])
        sums[at + 2] += stretch.probability;
      return;
    }
    const entry = open.entry(space, kind, witness);
    if (tell !== null)
      open.trace(entry, stretch, 1 + visitors.companions[visitor], rows[row + TALLY.bestVantage]);
    open.lengthen(entry, stretch);
  }

  private conflict(entry: number, service: ServiceAt): Conflict {
    const { integers, rows } = this.open;
    const kind = integers[entry + INTEGER.kind];
    const isTalk = kind === TALK;
    return {
      ...this.open.told(entry),
      kind: PERCEIVED[kind],
      visitor: service.serial,
      matter: service.matter,
      space: service.space,
      clerk: service.clerk,
      sti: isTalk ? rows[entry + ENTRY.strength] : 0,
      understood: isTalk ? sentencesUnderstood(rows[entry + ENTRY.strength]) : 0,
      cause: service.cause,
      waited: service.waited,
      busy: service.busy,
      busySince: service.busySince,
    };
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
