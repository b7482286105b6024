/**
 * Who hears and sees what goes on in services. Exact: the time that a service and a stay at a place have in common is
 * added once, when the first of the two ends, and on the way piece by piece.
 *
 * Witnesses are other visitors with their companions. The visitor's own companions are with it, and staff is bound to
 * secrecy: neither counts. A greeting is talk about the first matter of the visit.
 */
import type { Hearing } from '../model/hearing.ts';
import type { Model } from '../model/model.ts';
import { type Seeing, VIEW } from '../model/seeing.ts';
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';
import type { WayPieces } from '../model/vantage.ts';
import type { Visitors } from '../simulation/visitors.ts';
import { KIND_IDS } from '../statistics/scopes.ts';
import type { Sheet } from '../statistics/sheet.ts';
import type { Babble } from './babble.ts';
import type { Conflict } from './conflict.ts';
import type { Exposures, Scene } from './exposures.ts';
import { OpenExposures } from './open-exposures.ts';
import type { Presence } from './presence.ts';
import type { SensitivityLimits } from './sensitivity-limits.ts';
import type { Services } from './services.ts';

const TALK = KIND_IDS.indexOf('talk');
const SCREEN = KIND_IDS.indexOf('screen');
const PAPERS = KIND_IDS.indexOf('papers');
const TELLING_PLACE = KIND_IDS.indexOf('telling-place');
const UNLIMITED = Number.POSITIVE_INFINITY;

/** What the channels of privacy share within a day. */
export interface Shared {
  readonly model: Model;
  readonly sheet: Sheet;
  readonly limits: SensitivityLimits;
  readonly services: Services;
  readonly exposures: Exposures;
  readonly tell: ((conflict: Conflict) => void) | null;
}

/** From where services of one kind in one space are perceived at all. */
interface Perceiving {
  /** By place, and as a list. */
  readonly isPlace: Uint8Array;
  readonly places: Int32Array;
  /** By way: the pieces, once they have been asked for. */
  readonly pieces: (Int32Array | undefined)[];
}

const NO_PIECES = new Int32Array(0);

const indicesOf = (marks: ArrayLike<number>): Int32Array =>
  Int32Array.from(Array.from(marks).flatMap((mark, index) => (mark === 1 ? [index] : [])));

export class Witnesses {
  private readonly shared: Shared;
  private readonly presence: Presence;
  private readonly hearing: Hearing | null;
  private readonly seeing: Seeing | null;
  private readonly babble: Babble | null;
  private readonly open = new OpenExposures();
  /** By space, sensitivity and manner: from where its services are perceived. */
  private readonly perceiving = new Map<number, Perceiving>();
  /** Spaces with a service that has a limit to what may be perceived; by space: its position among them, or -1. */
  private readonly watched: Int32Array;
  private watchedCount = 0;
  private readonly watchedAt: Int32Array;
  /** By space, of its service. */
  private readonly from: (Perceiving | null)[];
  private readonly manners: number;
  private readonly sensitivities: number;
  /** By profile: the share who hear through a hearing aid. */
  private readonly hearingAids: Float64Array;
  /** By space type: whether being there tells what for. */
  private readonly tells: Uint8Array;
  private readonly acquaintances: number;

  constructor(shared: Shared, presence: Presence, babble: Babble | null) {
    this.shared = shared;
    this.presence = presence;
    this.babble = babble;
    const { hearing, seeing, scenario } = shared.model;
    this.hearing = hearing;
    this.seeing = seeing;
    this.manners = hearing?.manners.length ?? 1;
    this.sensitivities = Math.max(1, Object.keys(scenario.sensitivities).length);
    this.hearingAids = Float64Array.from(Object.values(scenario.profiles), (profile) => profile.hearingAids);
    this.tells = Uint8Array.from(Object.values(scenario.spaceTypes), (type) => Number(type.tells));
    this.acquaintances = scenario.encounters.acquaintances;
    const spaces = shared.model.spaces.length;
    this.watched = new Int32Array(spaces);
    this.watchedAt = new Int32Array(spaces);
    this.from = new Array(spaces).fill(null);
  }

  begin(): void {
    this.open.clear();
    this.watchedAt.fill(-1);
    this.watchedCount = 0;
  }

  /** A service has started; nothing is done for one of which all may be perceived. */
  starts(space: number): void {
    const matter = this.shared.services.matter[space];
    if (!this.isHearable(space, matter) && !this.isSeeable(matter)) return;
    this.from[space] = this.perceivingOf(space);
    this.watchedAt[space] = this.watchedCount;
    this.watched[this.watchedCount++] = space;
  }

  /** The stay of a visitor is over: all services that it could perceive until now. */
  moves(time: number, visitor: number): void {
    const place = this.presence.place[visitor];
    const isOnWay = this.presence.isOnWay(visitor);
    if (place < 0 && !isOnWay) return;
    for (let k = 0; k < this.watchedCount; k++) {
      const space = this.watched[k];
      if (isOnWay) this.passes(time, space, visitor);
      if (place >= 0 && this.from[space]?.isPlace[place] === 1) this.stays(time, space, visitor, place);
    }
    this.presence.endWay(visitor);
  }

  /** What else is said changes: all who could perceive a service until now. */
  settleAll(time: number): void {
    for (let k = 0; k < this.watchedCount; k++) this.settle(time, this.watched[k]);
  }

  /** The service in the space is over: all who could perceive it until now. */
  settle(time: number, space: number): void {
    const from = this.from[space];
    if (this.watchedAt[space] < 0 || from === null) return;
    const { first, next, walkers } = this.presence;
    const { places } = from;
    for (let k = 0; k < places.length; k++) {
      for (let visitor = first[places[k]]; visitor >= 0; visitor = next[visitor]) {
        this.stays(time, space, visitor, places[k]);
      }
    }
    for (let k = 0; k < this.presence.walkerCount; k++) this.passes(time, space, walkers[k]);
    this.shared.services.settled[space] = time;
  }

  /** Accounts for the ways that are over, so that nobody is kept on one for as long as it sits. */
  endWays(time: number): void {
    const { presence } = this;
    for (let k = presence.walkerCount - 1; k >= 0; k--) {
      const visitor = presence.walkers[k];
      if (presence.since[visitor] > time) continue;
      for (let m = 0; m < this.watchedCount; m++) this.passes(time, this.watched[m], visitor);
      presence.endWay(visitor);
    }
  }

  /** The service is over, and has been settled: which exposures were conflicts. */
  closes(space: number): void {
    if (this.watchedAt[space] < 0) return;
    const { services, limits, tell } = this.shared;
    const { open } = this;
    const matter = services.matter[space];
    for (let entry = open.firstOf(space); entry >= 0; entry = open.next[entry]) {
      const kind = open.kind[entry];
      const limit = kind === TALK ? limits.talk : kind === TELLING_PLACE ? limits.seen : limits.sight;
      if (open.seconds[entry] < limit[matter]) continue;
      this.shared.exposures.add(kind, this.scene(space), -1, 0, 0, open.probability[entry]);
      if (tell !== null) tell(this.conflict(entry, space));
    }
    open.close(space);
    const moved = this.watched[--this.watchedCount];
    this.watched[this.watchedAt[space]] = moved;
    this.watchedAt[moved] = this.watchedAt[space];
    this.watchedAt[space] = -1;
  }

  private stays(time: number, space: number, visitor: number, place: number): void {
    const from = Math.max(this.shared.services.settled[space], this.presence.since[visitor]);
    if (time > from) this.perceives(from, time, space, visitor, place);
  }

  private passes(time: number, space: number, visitor: number): void {
    const { way, wayStart, since } = this.presence;
    const pieces = way[visitor];
    if (pieces === null) return;
    const perceived = this.piecesOf(space, pieces);
    if (perceived.length === 0) return;
    const start = wayStart[visitor];
    const length = since[visitor] - start;
    const from = Math.max(this.shared.services.settled[space], start);
    for (let k = 0; k < perceived.length; k++) {
      const piece = perceived[k];
      const begins = piece === 0 ? start : start + length * pieces.ends[piece - 1];
      if (begins >= time) return;
      const overlapFrom = Math.max(from, begins);
      const overlapTo = Math.min(time, start + length * pieces.ends[piece]);
      if (overlapTo > overlapFrom) this.perceives(overlapFrom, overlapTo, space, visitor, pieces.at[piece]);
    }
  }

  private perceives(from: number, to: number, space: number, visitor: number, vantage: number): void {
    const { services } = this.shared;
    if (services.visitor[space] === visitor) return;
    const matter = services.matter[space];
    if (this.hearing !== null && this.isHearable(space, matter))
      this.hears(this.hearing, from, to, space, visitor, vantage);
    if (this.seeing !== null && this.isSeeable(matter))
      this.sees(this.seeing, from, to, space, visitor, vantage);
  }

  /** Whether there is talk, and a limit to who may understand it. */
  private isHearable(space: number, matter: number): boolean {
    const { services, limits } = this.shared;
    return this.hearing !== null && services.clerk[space] >= 0 && limits.sti[matter] < 1;
  }

  private isSeeable(matter: number): boolean {
    const { limits } = this.shared;
    return this.seeing !== null && (limits.sight[matter] < UNLIMITED || limits.seen[matter] < UNLIMITED);
  }

  private hears(hearing: Hearing, from: number, to: number, space: number, visitor: number, vantage: number) {
    const { services, limits } = this.shared;
    const { visitors } = this;
    const companions = visitors.companions[visitor];
    const byAid = this.hearingAids[visitors.profile[visitor]];
    const isInLoop = byAid > 0 && hearing.isInLoop(space, vantage);
    const sti = this.stiOf(hearing, space, vantage);
    const isHeard = sti > limits.sti[services.matter[space]];
    if (!isHeard && !isInLoop) return;
    const bySound = isHeard ? 1 - byAid + companions : 0;
    const persons = bySound + (isInLoop ? byAid : 0);
    if (persons === 0) return;
    const probability = isHeard && companions > 0 ? 1 : persons;
    const understood = bySound * sentencesUnderstood(sti) + (isInLoop ? byAid : 0);
    this.expose(TALK, from, to, space, visitor, vantage, isHeard ? sti : 1, persons, probability, understood);
  }

  private stiOf(hearing: Hearing, space: number, vantage: number): number {
    const { services, limits } = this.shared;
    const manner = services.manner[space];
    const sti = hearing.sti(manner, space, vantage);
    if (this.babble === null || sti <= limits.sti[services.matter[space]]) return sti;
    return hearing.stiAmid(manner, space, vantage, this.babble.at(vantage, space));
  }

  private sees(seeing: Seeing, from: number, to: number, space: number, visitor: number, vantage: number) {
    const { services, limits } = this.shared;
    const view = seeing.view(space, vantage);
    if (view === VIEW.nothing) return;
    const matter = services.matter[space];
    const persons = 1 + this.visitors.companions[visitor];
    if (view !== VIEW.face && limits.sight[matter] < UNLIMITED) {
      const kind = view === VIEW.screen ? SCREEN : PAPERS;
      this.expose(kind, from, to, space, visitor, vantage, 0, persons, 1, 0);
      return;
    }
    if (limits.seen[matter] === UNLIMITED || this.tells[services.type[space]] === 0) return;
    const known = this.acquaintances;
    if (known === 0) return;
    this.expose(
      TELLING_PLACE,
      from,
      to,
      space,
      visitor,
      vantage,
      0,
      persons * known,
      1 - (1 - known) ** persons,
      0,
    );
  }

  private expose(
    kind: number,
    from: number,
    to: number,
    space: number,
    visitor: number,
    vantage: number,
    strength: number,
    persons: number,
    probability: number,
    understood: number,
  ): void {
    const seconds = to - from;
    const other = this.presence.vantages.points[vantage].space;
    this.shared.exposures.add(kind, this.scene(space), other, seconds * persons, seconds * understood, 0);
    const { open } = this;
    const entry = open.entry(space, kind, this.visitors.serial[visitor]);
    open.persons[entry] = 1 + this.visitors.companions[visitor];
    open.probability[entry] = probability;
    open.lengthen(entry, from, to, strength, vantage);
  }

  /** Used anew for each exposure. */
  private readonly present = { cause: 0, matter: 0, space: 0, type: 0 };

  private scene(space: number): Scene {
    const { services } = this.shared;
    const { present } = this;
    present.cause = services.cause[space];
    present.matter = services.matter[space];
    present.space = space;
    present.type = services.type[space];
    return present;
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

  /** From where a service like that in the space could be heard over the limit, or seen. */
  private perceivingOf(space: number): Perceiving {
    const { services, limits } = this.shared;
    const sensitivity = Math.max(0, limits.sensitivity[services.matter[space]]);
    const isTalk = services.clerk[space] >= 0 ? 1 : 0;
    const manner = services.manner[space];
    const key = ((space * this.manners + manner) * this.sensitivities + sensitivity) * 2 + isTalk;
    let known = this.perceiving.get(key);
    if (known === undefined) {
      const isPlace = new Uint8Array(this.presence.vantages.places);
      for (let place = 0; place < isPlace.length; place++)
        isPlace[place] = this.reaches(space, place) ? 1 : 0;
      known = { isPlace, places: indicesOf(isPlace), pieces: [] };
      this.perceiving.set(key, known);
    }
    return known;
  }

  /** The pieces of the way from which it could be. */
  private piecesOf(space: number, way: WayPieces): Int32Array {
    const from = this.from[space];
    if (from === null) return NO_PIECES;
    const known = from.pieces[way.id];
    if (known !== undefined) return known;
    const pieces = indicesOf(way.at.map((vantage) => (this.reaches(space, vantage) ? 1 : 0)));
    from.pieces[way.id] = pieces;
    return pieces;
  }

  private reaches(space: number, vantage: number): boolean {
    const { services, limits } = this.shared;
    const matter = services.matter[space];
    const { hearing, seeing } = this;
    if (hearing !== null && this.isHearable(space, matter)) {
      if (hearing.sti(services.manner[space], space, vantage) > limits.sti[matter]) return true;
      if (hearing.isInLoop(space, vantage)) return true;
    }
    return seeing !== null && this.isSeeable(matter) && seeing.view(space, vantage) !== VIEW.nothing;
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
