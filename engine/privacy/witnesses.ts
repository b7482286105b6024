/**
 * Who hears and sees what goes on in services. Exact: the time that a service and a stay at a place have in common is
 * added once, when the first of the two ends, and on the way piece by piece.
 *
 * Witnesses are other visitors with their companions. Those who came with the visitor know of it, and staff is bound to
 * secrecy: neither counts. A greeting is talk about the first matter of the visit.
 */
import type { Hearing } from '../model/hearing.ts';
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';
import type { Babble } from './babble.ts';
import type { Conflict } from './conflict.ts';
import { add, clear, HAS, ROW, setSti, TALLY, WHAT } from './impression.ts';
import { type ImpressionTable, impressionsOf } from './impressions.ts';
import { conflictOf, FreeExposures, type OpenExposure, Stretch } from './open-exposures.ts';
import { PerceivedFrom } from './perceived-from.ts';
import type { Presence, Stay } from './presence.ts';
import { type ServiceKind, SILENT, UNKNOWN } from './service-kind.ts';
import type { ServiceAt } from './services.ts';
import type { Shared } from './shared.ts';
import { lowestSpace, Watch } from './watch.ts';
import { PAPERS, SCREEN, TALK, TELLING_PLACE, Watched } from './watched.ts';

/** Of the rows that are written over. */
const SUM = 0;
const AMID = ROW;

export class Witnesses {
  private readonly shared: Shared;
  private readonly presence: Presence;
  private readonly hearing: Hearing | null;
  private readonly babble: Babble | null;
  private readonly table: ImpressionTable;
  private readonly watch: Watch;
  private readonly from: PerceivedFrom;
  /** By space. */
  private readonly at: readonly Watched[];
  /** By profile: the share who hear through a hearing aid. */
  private readonly hearingAids: Float64Array;
  /** By space type: whether being there tells what for. */
  private readonly tells: Uint8Array;
  private readonly acquaintances: number;
  private readonly stretch = new Stretch();
  /** Two rows that are written over: what is put together of others, and one amid what else is said. */
  private readonly written = new Float64Array(2 * ROW);
  /** Whether the service is over, so that what is counted of it and a visitor next may be the last; and whether it is. */
  private isEnding = false;
  private isLast = false;
  /** The row of the way on which something is counted at the moment; -1 for a place. */
  private way = -1;

  constructor(shared: Shared, presence: Presence, babble: Babble | null) {
    this.shared = shared;
    this.presence = presence;
    this.babble = babble;
    const { hearing, seeing, scenario } = shared.model;
    this.hearing = hearing;
    this.table = impressionsOf(shared.model, presence.vantages);
    this.hearingAids = Float64Array.from(Object.values(scenario.profiles), (profile) => profile.hearingAids);
    this.tells = Uint8Array.from(Object.values(scenario.spaceTypes), (type) => Number(type.tells));
    this.acquaintances = scenario.encounters.acquaintances;
    this.from = new PerceivedFrom(this.table, hearing, seeing);
    const free = new FreeExposures();
    this.at = shared.services.at.map((service) => new Watched(service, free));
    this.watch = new Watch(this.table);
  }

  begin(): void {
    for (const watched of this.at) watched.clear();
    this.watch.begin();
  }

  comesIn(visitor: number): void {
    const { visitors } = this.shared.sheet;
    const stay = this.presence.of[visitor];
    stay.serial = visitors.serial[visitor];
    stay.party = visitors.party[visitor];
    stay.companions = visitors.companions[visitor];
    stay.byAid = this.hearingAids[visitors.profile[visitor]];
    this.table.admit(stay);
  }

  /** A service has started; nothing is done for one of which all may be perceived. */
  starts(time: number, space: number): void {
    const watched = this.at[space];
    const kind = this.table.of(watched.service);
    if (kind === null) return;
    const { talk, sight, seen } = this.shared.limits;
    const { perceived, service } = watched;
    perceived[TALK].conflictFrom = talk[service.matter];
    perceived[SCREEN].conflictFrom = perceived[PAPERS].conflictFrom = sight[service.matter];
    perceived[TELLING_PLACE].conflictFrom = seen[service.matter];
    watched.kind = kind;
    watched.settled = time;
    this.watch.begins(space);
  }

  /** The visitor has set out. */
  walks(visitor: number): void {
    this.table.admit(this.presence.of[visitor]);
  }

  /** The stay of a visitor is over: all services that it could perceive until now. */
  moves(time: number, visitor: number): void {
    const { watch } = this;
    const stay = this.presence.of[visitor];
    for (let word = 0; word < watch.words; word++) {
      for (let left = watch.perceptible(stay, word); left !== 0; left &= left - 1) {
        const watched = this.at[lowestSpace(left, word)];
        if (watched.kind !== null) this.perceive(watched, watched.kind, stay, time);
      }
    }
  }

  /** What else is said changes: all who could perceive a service until now. */
  settleAll(time: number): void {
    const { active, activeCount } = this.shared.services;
    for (let k = 0; k < activeCount; k++) {
      const watched = this.at[active[k].space];
      if (watched.kind !== null) this.settle(time, watched, watched.kind);
    }
  }

  /** All who could perceive the service until now. */
  private settle(time: number, watched: Watched, kind: ServiceKind): void {
    const { at } = kind;
    const { settled } = watched;
    const { inside, insideCount } = this.presence;
    for (let k = 0; k < insideCount; k++) {
      const stay = inside[k];
      if (at[stay.spotAt] !== SILENT || (stay.since > settled && at[stay.spotOn] !== SILENT))
        this.perceive(watched, kind, stay, time);
    }
    watched.settled = time;
  }

  /** The space of a service is about to have another type: what was perceived until now counts for the present one. */
  typeChanges(time: number, space: number): void {
    const watched = this.at[space];
    if (watched.kind === null) return;
    this.settle(time, watched, watched.kind);
    this.addUp(watched);
  }

  /** The service is over: who could perceive it until now, and which exposures were conflicts. */
  ends(time: number, space: number): void {
    const watched = this.at[space];
    const { kind } = watched;
    if (kind === null) return;
    const { tell } = this.shared;
    this.isEnding = tell === null;
    this.settle(time, watched, kind);
    this.isEnding = false;
    for (let one = watched.open.first; one !== null; one = one.next) {
      const perceived = watched.perceived[one.kind];
      const probability = conflictOf(one, perceived.conflictFrom);
      if (probability === 0) continue;
      perceived.conflicts += probability;
      if (tell !== null) tell(this.conflict(one, probability, watched));
    }
    this.addUp(watched);
    this.watch.ends(space);
    watched.ends();
  }

  /** Adds what has been perceived of the service to the figures. */
  private addUp({ perceived, service }: Watched): void {
    const { exposures } = this.shared;
    for (const one of perceived) {
      const { exposure, understood, conflicts } = one;
      // After a change of type there may be a conflict of which nothing more was perceived.
      if (exposure === 0 && conflicts === 0) continue;
      exposures.add(one.kind, service, exposure, understood, conflicts);
      one.clear();
    }
  }

  /** What the visitor has perceived of the service since that was settled: on its way there, and then at the place. */
  private perceive(watched: Watched, kind: ServiceKind, stay: Stay, now: number): void {
    if (watched.service.party === stay.party) return;
    const { settled } = watched;
    const { since } = stay;
    const atPlace = now > since ? kind.at[stay.spotAt] : SILENT;
    const onWay = since > settled ? kind.at[stay.spotOn] : SILENT;
    if (onWay !== SILENT) {
      this.isLast = this.isEnding && atPlace === SILENT;
      this.perceiveOnWay(watched, kind, stay, now, onWay);
    }
    if (atPlace === SILENT || now <= settled) return;
    const found = atPlace === UNKNOWN ? this.table.findAt(stay, kind, watched.service) : atPlace;
    if (found === SILENT) return;
    this.isLast = this.isEnding;
    const { stretch } = this;
    const from = Math.max(settled, since);
    stretch.from = from;
    stretch.to = now;
    stretch.scale = now - from;
    const { rows } = this.table;
    if (this.babble === null) this.expose(watched, stay, rows, found);
    else this.expose(watched, stay, this.sumOfPlace(watched, rows, found & ~WHAT), SUM | (found & WHAT));
  }

  private perceiveOnWay(watched: Watched, kind: ServiceKind, stay: Stay, now: number, onWay: number): void {
    const { since, setOut } = stay;
    const from = Math.max(watched.settled, setOut);
    const to = Math.min(now, since);
    if (to <= from) return;
    const found = onWay === UNKNOWN ? this.table.findOn(stay, kind, watched.service) : onWay;
    if (found === SILENT) return;
    const { stretch } = this;
    stretch.from = from;
    stretch.to = to;
    stretch.scale = to - from;
    const { rows } = this.table;
    const whole = found & ~WHAT;
    const isWhole = from === setOut && to === since && this.babble === null;
    this.way = whole;
    if (isWhole) this.expose(watched, stay, rows, found);
    else this.expose(watched, stay, this.sumOfPieces(watched, stay, rows, whole), SUM | (found & WHAT));
    this.way = -1;
  }

  /** In seconds, amid what else is said, at the place. */
  private sumOfPlace(watched: Watched, rows: Float64Array, row: number): Float64Array {
    clear(this.written, SUM, rows, row);
    this.addPiece(watched, rows, row);
    this.stretch.scale = 1;
    return this.written;
  }

  /** In seconds, of those pieces of the way that fall into the stretch. */
  private sumOfPieces(
    watched: Watched,
    { since, setOut }: Stay,
    rows: Float64Array,
    whole: number,
  ): Float64Array {
    const { stretch } = this;
    const { pieces } = this.table;
    const { from, to } = stretch;
    const length = since - setOut;
    const first = rows[whole + TALLY.firstPiece];
    const last = rows[whole + TALLY.lastPiece];
    clear(this.written, SUM, pieces, first);
    for (let piece = first; piece < last; piece += ROW) {
      const seconds =
        Math.min(to, setOut + pieces[piece + TALLY.ends] * length) -
        Math.max(from, setOut + pieces[piece + TALLY.begins] * length);
      if (seconds <= 0) continue;
      stretch.scale = seconds;
      this.addPiece(watched, pieces, piece);
    }
    stretch.scale = 1;
    return this.written;
  }

  /** Adds what is perceived from one vantage, in the seconds of the scale, to the sum. */
  private addPiece({ service }: Watched, rows: Float64Array, row: number): void {
    const { written } = this;
    const { scale } = this.stretch;
    if (this.babble === null || rows[row + TALLY.bestSti] === 0) {
      add(written, SUM, scale, rows, row);
      return;
    }
    written.set(rows.subarray(row, row + ROW), AMID);
    setSti(written, AMID, this.stiAmidBabble(this.babble, service, rows[row + TALLY.bestVantage]));
    add(written, SUM, scale, written, AMID);
  }

  /** 0 where it is not over the limit. */
  private stiAmidBabble(babble: Babble, { space, manner, matter }: ServiceAt, vantage: number): number {
    const sti = this.hearing?.stiAmid(manner, space, vantage, babble.at(vantage, space)) ?? 0;
    return sti > this.shared.limits.sti[matter] ? sti : 0;
  }

  /** Counts what is perceived in the scale, of the service and by who stays there; `found` is as in `ServiceKind.at`. */
  private expose(watched: Watched, stay: Stay, rows: Float64Array, found: number): void {
    const row = found & ~WHAT;
    if ((found & HAS.talk) !== 0) this.exposeTalk(watched, stay, rows, row);
    if ((found & HAS.read) !== 0) {
      this.exposeSight(SCREEN, TALLY.screen, watched, stay, rows, row);
      this.exposeSight(PAPERS, TALLY.papers, watched, stay, rows, row);
    }
    if ((found & HAS.face) !== 0 && this.tells[watched.service.type] === 1)
      this.exposeSight(TELLING_PLACE, TALLY.face, watched, stay, rows, row);
  }

  private exposeTalk(watched: Watched, stay: Stay, rows: Float64Array, row: number): void {
    const { stretch } = this;
    const { scale } = stretch;
    const { byAid, companions } = stay;
    const bySound = 1 - byAid + companions;
    const heard = scale * rows[row + TALLY.heard];
    const inLoop = byAid > 0 ? scale * rows[row + TALLY.inLoop] : 0;
    const exposure = heard * bySound + inLoop * byAid;
    if (exposure <= 0) return;
    stretch.exposure = exposure;
    stretch.understood = scale * rows[row + TALLY.understood] * bySound + inLoop * byAid;
    stretch.seconds = heard;
    stretch.probability = companions > 0 ? 1 : bySound;
    stretch.inLoop = inLoop;
    stretch.byAid = byAid;
    this.count(TALK, watched, stay, rows, row);
    stretch.inLoop = 0;
  }

  private exposeSight(
    kind: number,
    seen: number,
    watched: Watched,
    stay: Stay,
    rows: Float64Array,
    row: number,
  ): void {
    const share = rows[row + seen];
    // That somebody is such as must not see it.
    const probability = kind === TELLING_PLACE ? this.acquaintances : 1;
    if (share === 0 || probability === 0) return;
    const { stretch } = this;
    const persons = 1 + stay.companions;
    stretch.seconds = stretch.scale * share;
    // What can be read as well is exposed as that, though to be recognised has a limit of its own.
    const counted = kind === TELLING_PLACE ? rows[row + TALLY.faceOnly] : share;
    stretch.exposure = stretch.scale * counted * persons * probability;
    stretch.understood = 0;
    stretch.probability = probability === 1 ? 1 : 1 - (1 - probability) ** persons;
    this.count(kind, watched, stay, rows, row);
  }

  private count(
    kind: number,
    { perceived, open, service }: Watched,
    stay: Stay,
    rows: Float64Array,
    row: number,
  ): void {
    const { stretch } = this;
    const { exposures, tell, tellStretch } = this.shared;
    const { exposure } = stretch;
    const sum = perceived[kind];
    exposures.addToPair(rows[row + TALLY.bestPair], exposure);
    sum.exposure += exposure;
    sum.understood += stretch.understood;
    if (tellStretch !== null) tellStretch(sum.kind, service.space, stretch.from, stretch.to, exposure);
    if (this.isLast && open.find(kind, stay.serial) === null) {
      // Nothing comes to it any more: it is judged at once.
      sum.conflicts += conflictOf(stretch, sum.conflictFrom);
      return;
    }
    const one = open.of(kind, stay.serial);
    if (tell !== null) {
      stretch.strength = kind === TALK ? rows[row + TALLY.bestSti] : 0;
      one.follow(stretch, 1 + stay.companions, this.vantageOf(kind, service, stay, rows, row));
    }
    one.lengthen(stretch);
  }

  /** From where it is perceived: on a way where talk is understood best, or else what is nearest. */
  private vantageOf(kind: number, { space }: ServiceAt, stay: Stay, rows: Float64Array, row: number): number {
    const { way, stretch, from } = this;
    const best = rows[row + TALLY.bestVantage];
    if (way < 0 || (kind === TALK && rows[row + TALLY.heard] > 0)) return best;
    const nearest = from.nearestOn(kind, space, way, stay, stretch);
    // There is one, but for the rounding of shares of the way.
    return nearest < 0 ? best : nearest;
  }

  private conflict(one: OpenExposure, probability: number, { service, perceived }: Watched): Conflict {
    const { matter, space, clerk, cause, waited, busy, busySince } = service;
    const isTalk = one.kind === TALK;
    const isInLoop = one.isInLoopAlone(perceived[one.kind].conflictFrom);
    const told = one.told(isInLoop);
    const strength = one.strength(isInLoop);
    return {
      ...told,
      probability,
      metres: this.from.metres(one.kind, space, told.vantage),
      kind: perceived[one.kind].kind,
      visitor: service.serial,
      matter,
      space,
      clerk,
      interpreter: -1,
      sti: isTalk ? strength : 0,
      understood: isTalk ? sentencesUnderstood(strength) : 0,
      cause,
      waited,
      busy,
      busySince,
    };
  }
}
