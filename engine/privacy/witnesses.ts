/**
 * Who hears and sees what goes on in services. Exact: the time that a service and a stay at a place have in common is
 * added once, when the first of the two ends, and on the way piece by piece.
 *
 * Witnesses are other visitors with their companions. The visitor's own companions are with it, and staff is bound to
 * secrecy: neither counts. A greeting is talk about the first matter of the visit.
 */
import type { Hearing } from '../model/hearing.ts';
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';
import type { WayPieces } from '../model/vantage.ts';
import type { Visitors } from '../simulation/visitors.ts';
import { KIND_IDS } from '../statistics/scopes.ts';
import type { Babble } from './babble.ts';
import type { Conflict } from './conflict.ts';
import {
  type Impressions,
  ImpressionTable,
  type Perceived,
  type SpaceImpressions,
  TALLIES,
  TALLY,
  tally,
  UNKNOWN_SLOT,
  type WayImpressions,
} from './impressions.ts';
import { OpenExposures } from './open-exposures.ts';
import type { Presence } from './presence.ts';
import type { Shared } from './shared.ts';

const TALK = KIND_IDS.indexOf('talk');
const SCREEN = KIND_IDS.indexOf('screen');
const PAPERS = KIND_IDS.indexOf('papers');
const TELLING_PLACE = KIND_IDS.indexOf('telling-place');
const UNLIMITED = Number.POSITIVE_INFINITY;

export class Witnesses {
  private readonly shared: Shared;
  private readonly presence: Presence;
  private readonly hearing: Hearing | null;
  private readonly babble: Babble | null;
  private readonly table: ImpressionTable;
  private readonly open = new OpenExposures();
  /** Spaces with a service that has a limit to what may be perceived; by space: its position among them, or -1. */
  private readonly watched: Int32Array;
  private watchedCount = 0;
  private readonly watchedAt: Int32Array;
  /** By position among them: what the service is like from elsewhere. */
  private readonly impressions: SpaceImpressions[] = [];
  private readonly impressionId: Int32Array;
  /** By profile: the share who hear through a hearing aid. */
  private readonly hearingAids: Float64Array;
  /** By space type: whether being there tells what for. */
  private readonly tells: Uint8Array;
  private readonly acquaintances: number;
  /** What one visitor has perceived of one service in one stay or on one way: from where best, and how strongly. */
  private readonly perceived = new Float64Array(TALLIES);
  private bestVantage = -1;
  private bestSti = 0;

  constructor(shared: Shared, presence: Presence, babble: Babble | null) {
    this.shared = shared;
    this.presence = presence;
    this.babble = babble;
    const { hearing, seeing, scenario, spaces } = shared.model;
    this.hearing = hearing;
    this.table = new ImpressionTable(presence.vantages, hearing, seeing, shared.limits);
    this.hearingAids = Float64Array.from(Object.values(scenario.profiles), (profile) => profile.hearingAids);
    this.tells = Uint8Array.from(Object.values(scenario.spaceTypes), (type) => Number(type.tells));
    this.acquaintances = scenario.encounters.acquaintances;
    this.watched = new Int32Array(spaces.length);
    this.watchedAt = new Int32Array(spaces.length);
    this.impressionId = new Int32Array(spaces.length);
  }

  begin(): void {
    this.open.clear();
    this.watchedAt.fill(-1);
    this.watchedCount = 0;
  }

  /** A service has started; nothing is done for one of which all may be perceived. */
  starts(space: number): void {
    const impressions = this.table.of(this.serviceIn(space));
    if (impressions === null) return;
    this.watchedAt[space] = this.watchedCount;
    this.impressions[this.watchedCount] = impressions;
    this.impressionId[this.watchedCount] = impressions.id;
    this.watched[this.watchedCount++] = space;
  }

  /** The stay of a visitor is over: all services that it could perceive until now. */
  moves(time: number, visitor: number): void {
    const place = this.presence.place[visitor];
    const isOnWay = this.presence.isOnWay(visitor);
    if (place < 0 && !isOnWay) return;
    if (isOnWay) this.passesAll(time, visitor);
    if (place >= 0) {
      for (let k = 0; k < this.watchedCount; k++) {
        const position = this.impressions[k].positionOf[place];
        if (position >= 0) this.stays(time, k, visitor, position);
      }
    }
    this.presence.endWay(visitor);
  }

  /** What else is said changes: all who could perceive a service until now. */
  settleAll(time: number): void {
    for (let k = 0; k < this.watchedCount; k++) this.settle(time, this.watched[k]);
  }

  /** The service in the space is over: all who could perceive it until now. */
  settle(time: number, space: number): void {
    const at = this.watchedAt[space];
    if (at < 0) return;
    const { first, next, walkers } = this.presence;
    const { list } = this.impressions[at].atPlaces;
    for (let k = 0; k < list.length; k++) {
      for (let visitor = first[list[k]]; visitor >= 0; visitor = next[visitor])
        this.stays(time, at, visitor, k);
    }
    for (let k = 0; k < this.presence.walkerCount; k++) {
      const pieces = this.presence.way[walkers[k]];
      if (pieces !== null) this.passes(time, at, walkers[k], pieces, this.table.slotsOn(pieces));
    }
    this.shared.services.settled[space] = time;
  }

  /** Accounts for the ways that are over, so that nobody is kept on one for as long as it sits. */
  endWays(time: number): void {
    const { presence } = this;
    for (let k = presence.walkerCount - 1; k >= 0; k--) {
      const visitor = presence.walkers[k];
      if (presence.since[visitor] > time) continue;
      this.passesAll(time, visitor);
      presence.endWay(visitor);
    }
  }

  /** The service is over, and has been settled: which exposures were conflicts. */
  closes(space: number): void {
    const at = this.watchedAt[space];
    if (at < 0) return;
    const { services, limits, tell } = this.shared;
    const { open } = this;
    const matter = services.matter[space];
    for (let entry = open.firstOf(space); entry >= 0; entry = open.next[entry]) {
      const kind = open.kind[entry];
      const limit = kind === TALK ? limits.talk : kind === TELLING_PLACE ? limits.seen : limits.sight;
      if (open.seconds[entry] < limit[matter]) continue;
      this.shared.exposures.addConflict(kind, services.scene(space), open.probability[entry]);
      if (tell !== null) tell(this.conflict(entry, space));
    }
    open.close(space);
    const last = --this.watchedCount;
    const moved = this.watched[last];
    this.watched[at] = moved;
    this.impressions[at] = this.impressions[last];
    this.impressionId[at] = this.impressionId[last];
    this.watchedAt[moved] = at;
    this.watchedAt[space] = -1;
  }

  private stays(time: number, at: number, visitor: number, position: number): void {
    const { services } = this.shared;
    const space = this.watched[at];
    const from = Math.max(services.settled[space], this.presence.since[visitor]);
    if (time <= from || services.visitor[space] === visitor) return;
    const { atPlaces } = this.impressions[at];
    this.perceived.fill(0);
    this.bestSti = 0;
    this.bestVantage = atPlaces.vantage[position];
    this.perceives(time - from, space, atPlaces, position);
    this.expose(from, time, space, visitor);
  }

  /** On its way, of all services. */
  private passesAll(time: number, visitor: number): void {
    const pieces = this.presence.way[visitor];
    if (pieces === null) return;
    const slots = this.table.slotsOn(pieces);
    for (let k = 0; k < this.watchedCount; k++) this.passes(time, k, visitor, pieces, slots);
  }

  private passes(time: number, at: number, visitor: number, pieces: WayPieces, slots: Int32Array): void {
    const id = this.impressionId[at];
    // Most are silent, which is seen at once.
    let slot = id < slots.length ? slots[id] : UNKNOWN_SLOT;
    if (slot === UNKNOWN_SLOT) slot = this.table.onWay(this.serviceIn(this.watched[at]), id, pieces);
    if (slot < 0) return;
    const { wayStart, since } = this.presence;
    const { services } = this.shared;
    const space = this.watched[at];
    const start = wayStart[visitor];
    const until = since[visitor];
    const from = Math.max(services.settled[space], start);
    const to = Math.min(time, until);
    if (to <= from || services.visitor[space] === visitor) return;
    this.bestVantage = this.table.bestVantage(slot);
    if (from === start && to === until && this.babble === null) {
      this.table.tallyWhole(slot, until - start, this.perceived);
      this.bestSti = this.table.bestSti(slot);
    } else this.passesPartly(from, to, visitor, space, this.table.piecesOf(slot));
    this.expose(from, to, space, visitor);
  }

  /** From one time to another of its way only, or piece by piece as what else is said changes. */
  private passesPartly(
    from: number,
    to: number,
    visitor: number,
    space: number,
    pieces: WayImpressions,
  ): void {
    const start = this.presence.wayStart[visitor];
    const length = this.presence.since[visitor] - start;
    const { begins, ends } = pieces;
    this.perceived.fill(0);
    this.bestSti = 0;
    for (let k = 0; k < begins.length; k++) {
      const seconds = Math.min(to, start + ends[k] * length) - Math.max(from, start + begins[k] * length);
      if (seconds > 0) this.perceives(seconds, space, pieces, k);
    }
  }

  /** Adds what is perceived from one vantage to the present tally. */
  private perceives(seconds: number, space: number, from: Impressions, position: number): void {
    const vantage = from.vantage[position];
    let sti = from.sti[position];
    let understood = from.understood[position];
    if (sti > 0 && this.babble !== null) {
      sti = this.stiAmidBabble(this.babble, space, vantage);
      understood = sentencesUnderstood(sti);
    }
    tally(this.perceived, seconds, sti, understood, from.isInLoop[position], from.view[position]);
    if (sti <= this.bestSti) return;
    this.bestSti = sti;
    this.bestVantage = vantage;
  }

  /** 0 where it is not over the limit. */
  private stiAmidBabble(babble: Babble, space: number, vantage: number): number {
    const { services, limits } = this.shared;
    const sti = this.hearing?.stiAmid(services.manner[space], space, vantage, babble.at(vantage, space)) ?? 0;
    return sti > limits.sti[services.matter[space]] ? sti : 0;
  }

  /** Counts the present tally, of the service in the space and the visitor who perceives it. */
  private expose(from: number, to: number, space: number, visitor: number): void {
    const { perceived } = this;
    const { services, limits } = this.shared;
    const heard = perceived[TALLY.heard];
    if (heard > 0 || perceived[TALLY.inLoop] > 0) this.exposeTalk(from, to, space, visitor);
    const screen = perceived[TALLY.screen];
    const papers = perceived[TALLY.papers];
    const face = perceived[TALLY.face];
    if (screen + papers + face === 0) return;
    const persons = 1 + this.visitors.companions[visitor];
    const isLimited = limits.sight[services.matter[space]] < UNLIMITED;
    if (isLimited && screen > 0)
      this.count(SCREEN, from, to, space, visitor, screen, screen * persons, 0, 1, 0);
    if (isLimited && papers > 0)
      this.count(PAPERS, from, to, space, visitor, papers, papers * persons, 0, 1, 0);
    this.exposePlace(from, to, space, visitor, isLimited ? face : screen + papers + face);
  }

  private exposeTalk(from: number, to: number, space: number, visitor: number): void {
    const { perceived, visitors } = this;
    const byAid = this.hearingAids[visitors.profile[visitor]];
    const companions = visitors.companions[visitor];
    const bySound = 1 - byAid + companions;
    const heard = perceived[TALLY.heard];
    const inLoop = byAid > 0 ? perceived[TALLY.inLoop] : 0;
    const exposure = heard * bySound + inLoop * byAid;
    if (exposure === 0) return;
    const understood = perceived[TALLY.understood] * bySound + inLoop * byAid;
    const seconds = heard + (inLoop > 0 ? inLoop - perceived[TALLY.heardInLoop] : 0);
    const probability = heard === 0 ? byAid : companions > 0 ? 1 : bySound + (inLoop > 0 ? byAid : 0);
    const sti = heard > 0 ? this.bestSti : 1;
    this.count(TALK, from, to, space, visitor, seconds, exposure, understood, probability, sti);
  }

  /** Seen by an acquaintance where it tells what for. */
  private exposePlace(from: number, to: number, space: number, visitor: number, seconds: number): void {
    const { services, limits } = this.shared;
    const known = this.acquaintances;
    if (seconds === 0 || known === 0 || this.tells[services.type[space]] === 0) return;
    if (limits.seen[services.matter[space]] === UNLIMITED) return;
    const persons = 1 + this.visitors.companions[visitor];
    const exposure = seconds * persons * known;
    const probability = 1 - (1 - known) ** persons;
    this.count(TELLING_PLACE, from, to, space, visitor, seconds, exposure, 0, probability, 0);
  }

  private count(
    kind: number,
    from: number,
    to: number,
    space: number,
    visitor: number,
    seconds: number,
    exposure: number,
    understood: number,
    probability: number,
    strength: number,
  ): void {
    const { open, visitors, presence } = this;
    const other = presence.vantages.points[this.bestVantage].space;
    this.shared.exposures.add(kind, this.shared.services.scene(space), other, exposure, understood);
    const entry = open.entry(space, kind, visitors.serial[visitor]);
    const before = open.seconds[entry] > 0 ? open.probability[entry] : 0;
    open.persons[entry] = 1 + visitors.companions[visitor];
    open.probability[entry] = Math.max(before, probability);
    open.lengthen(entry, from, to, seconds, strength, this.bestVantage);
  }

  private conflict(entry: number, space: number): Conflict {
    const { services } = this.shared;
    const { open } = this;
    const isTalk = open.kind[entry] === TALK;
    return {
      kind: open.kind[entry],
      from: open.from[entry],
      to: open.to[entry],
      seconds: open.seconds[entry],
      visitor: services.serial[space],
      witness: open.witness[entry],
      persons: open.persons[entry],
      probability: open.probability[entry],
      matter: services.matter[space],
      space,
      vantage: open.vantage[entry],
      clerk: services.clerk[space],
      sti: isTalk ? open.strength[entry] : 0,
      understood: isTalk ? sentencesUnderstood(open.strength[entry]) : 0,
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
