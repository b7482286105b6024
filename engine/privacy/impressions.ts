/**
 * What services are like from where others are: understood how well, in reach of a loop, to be read or recognised. It
 * depends on what can be perceived where alone, is worked out when first asked for, and kept for all designs that have that in common.
 */
import type { Hearing } from '../model/hearing.ts';
import type { Model } from '../model/model.ts';
import { type Seeing, VIEW } from '../model/seeing.ts';
import type { Vantages, WayPieces } from '../model/vantage.ts';
import { reach } from '../statistics/sheet.ts';
import { add, clear, ROW, setSti, TALLY, whatIn } from './impression.ts';
import { Pairs } from './pairs.ts';
import type { Stay } from './presence.ts';
import { Reaches } from './reaches.ts';
import { SensitivityLimits } from './sensitivity-limits.ts';
import { ServiceKind, SILENT } from './service-kind.ts';
import type { ServiceAt } from './services.ts';

/** What a service is, as far as it matters to those who perceive it. */
type Perceptible = Pick<ServiceAt, 'space' | 'matter' | 'manner' | 'clerk'>;

/** Bits in a number of a mask; and all of them set. */
export const WORD = 32;
export const WORD_BITS = 5;
const ALL = -1;
/** The spot of who is at no place. */
const NOWHERE = 0;

const UNLIMITED = Number.POSITIVE_INFINITY;

/** By where services are perceived from: the last ones, by how one hears and sees there. */
const tables = new WeakMap<Vantages, ImpressionTable[]>();
const KEPT = 2;

/** That of the model, with the vantages that it has. */
export function impressionsOf(model: Model, vantages: Vantages): ImpressionTable {
  const known = tables.get(vantages) ?? [];
  tables.set(vantages, known);
  const same = known.find(({ hearing, seeing }) => hearing === model.hearing && seeing === model.seeing);
  if (same !== undefined) return same;
  const table = new ImpressionTable(model, vantages);
  if (known.push(table) > KEPT) known.shift();
  return table;
}

export class ImpressionTable {
  /** Of each second at a place, and on the whole of a way; and on pieces of ways. */
  rows = new Float64Array(64 * ROW);
  pieces = new Float64Array(64 * ROW);
  private rowsUsed = 0;
  private piecesUsed = 0;
  private readonly vantages: Vantages;
  readonly hearing: Hearing | null;
  readonly seeing: Seeing | null;
  private readonly limits: SensitivityLimits;
  private readonly pairs: Pairs;
  private readonly reaches: Reaches;
  private readonly manners: number;
  /** By matter: one number for all that allow the same; and how many there are. */
  private readonly allowing: Int32Array;
  private readonly allowed: number;
  /** By space, manner, what the matter allows, and whether anybody talks: the kind; null if all may be perceived by anybody. */
  private readonly kindOf: (ServiceKind | null | undefined)[];
  /** All of them; and by space. */
  private readonly kinds: ServiceKind[] = [];
  private readonly kindsIn: readonly ServiceKind[][];
  /** Where somebody is or walks is a spot: first nowhere, then the places, then no way, then the ways. */
  private readonly noWay: number;
  private spots: number;
  /** By spot and word: a bit for each space, 32 in a word, set where anything of any of its kinds is perceived, or may be. */
  private masks: Int32Array;
  /** How many words there are of a mask. */
  readonly words: number;

  constructor(model: Model, vantages: Vantages) {
    const { hearing, seeing } = model;
    this.vantages = vantages;
    this.hearing = hearing;
    this.seeing = seeing;
    this.limits = new SensitivityLimits(model);
    this.pairs = new Pairs(model);
    this.reaches = new Reaches(vantages);
    this.manners = hearing?.manners.length ?? 1;
    const kinds: string[] = [];
    this.allowing = Int32Array.from(this.limits.sti, (sti, matter) => {
      const kind = `${sti} ${this.isReadable(matter)} ${this.isFaceTelling(matter)}`;
      if (!kinds.includes(kind)) kinds.push(kind);
      return kinds.indexOf(kind);
    });
    this.allowed = Math.max(1, kinds.length);
    this.kindOf = new Array(2 * vantages.firstSeat.length * this.manners * this.allowed).fill(undefined);
    this.noWay = vantages.places + 1;
    this.spots = this.noWay + 64;
    const spaces = vantages.firstSeat.length;
    this.kindsIn = Array.from({ length: spaces }, () => []);
    this.words = (spaces >> WORD_BITS) + 1;
    this.masks = new Int32Array(this.spots * this.words).fill(ALL);
  }

  /** Somebody is to walk to the place on the way: makes room for it, and says which spots they are. */
  admit(stay: Stay): void {
    stay.spotAt = this.spotAt(stay.place);
    stay.spotOn = this.spotOn(stay.way);
    if (stay.spotOn < this.spots) return;
    this.spots = 2 * stay.spotOn;
    for (const kind of this.kinds) kind.makeRoom(this.spots);
    this.masks = reach(this.masks, this.spots * this.words - 1, ALL);
  }

  private spotAt(place: number): number {
    return NOWHERE + 1 + place;
  }

  private spotOn(way: number): number {
    return this.noWay + 1 + way;
  }

  /** The kind of the service; null if all of it may be perceived by anybody. */
  of(service: Perceptible): ServiceKind | null {
    const { space, matter, manner, clerk } = service;
    const row = (space * this.manners + manner) * this.allowed + this.allowing[matter];
    const position = 2 * row + (clerk < 0 ? 0 : 1);
    const known = this.kindOf[position];
    if (known !== undefined) return known;
    const kind = this.isHearable(service) || this.isSeeable(matter) ? this.newKind(service) : null;
    this.kindOf[position] = kind;
    return kind;
  }

  private newKind(service: Perceptible): ServiceKind {
    const { space, matter, manner } = service;
    const kind = new ServiceKind(this.kinds.length, space);
    this.kinds.push(kind);
    this.kindsIn[space].push(kind);
    kind.makeRoom(this.spots);
    this.reaches.add(
      space,
      this.isHearable(service) ? (this.hearing?.reach(manner, space, this.limits.sti[matter]) ?? 0) : 0,
      this.isSeeable(matter) ? (this.seeing?.reach(space, ['screen', 'paper']) ?? 0) : 0,
      this.isSeeable(matter) ? (this.seeing?.reach(space, ['face']) ?? 0) : 0,
    );
    // What was known of its space is not known of it.
    const bit = 1 << (space % WORD);
    for (let at = space >> WORD_BITS; at < this.masks.length; at += this.words) this.masks[at] |= bit;
    for (const spot of [NOWHERE, this.noWay]) this.keep(spot, kind, SILENT);
    return kind;
  }

  /** Of the spaces from `word` × WORD on: those of whose services something is perceived at the spot, or may be. */
  mask(spot: number, word: number): number {
    return this.masks[spot * this.words + word];
  }

  /** What was UNKNOWN of a kind, and is of the given service: at the place of the stay, or on its way. As in `ServiceKind.at`. */
  findAt({ place, spotAt }: Stay, kind: ServiceKind, service: Perceptible): number {
    return this.keep(spotAt, kind, this.atPlace(service, kind.id, place));
  }

  findOn({ way, spotOn }: Stay, kind: ServiceKind, service: Perceptible): number {
    const pieces = this.vantages.wayOf(way);
    const isBeyond = this.reaches.isBeyond(kind.id, pieces);
    return this.keep(spotOn, kind, isBeyond ? SILENT : this.onWay(service, kind.id, pieces));
  }

  private keep(spot: number, { at, space }: ServiceKind, found: number): number {
    at[spot] = found;
    if (found === SILENT && this.kindsIn[space].every((kind) => kind.at[spot] === SILENT))
      this.masks[spot * this.words + (space >> WORD_BITS)] &= ~(1 << (space % WORD));
    return found;
  }

  private atPlace(service: Perceptible, id: number, place: number): number {
    const row = this.rowsUsed;
    this.rows = reach(this.rows, row + ROW - 1, 0);
    if (!this.perceives(this.rows, row, service, id, place, this.isFaceTelling(service.matter)))
      return SILENT;
    return this.named(row, service);
  }

  /** On the way as a whole, and on each piece on which anything is perceived. */
  private onWay(service: Perceptible, id: number, { at, ends }: WayPieces): number {
    const isTelling = this.isFaceTelling(service.matter);
    const { reaches } = this;
    const first = this.piecesUsed;
    let last = first;
    for (let k = reaches.next(id, at, 0); k < at.length; k = reaches.next(id, at, k + 1)) {
      this.pieces = reach(this.pieces, last + ROW - 1, 0);
      const { pieces } = this;
      // Of what is only seen, it counts from where on the way anything was made out first.
      if (!this.perceives(pieces, last, service, id, at[k], isTelling || last === first)) continue;
      pieces[last + TALLY.begins] = k === 0 ? 0 : ends[k - 1];
      pieces[last + TALLY.ends] = ends[k];
      last += ROW;
    }
    if (last === first) return SILENT;
    const whole = this.rowsUsed;
    this.rows = reach(this.rows, whole + ROW - 1, 0);
    const { rows, pieces } = this;
    clear(rows, whole, pieces, first);
    for (let piece = first; piece < last; piece += ROW)
      add(rows, whole, pieces[piece + TALLY.ends] - pieces[piece + TALLY.begins], pieces, piece);
    rows[whole + TALLY.firstPiece] = first;
    rows[whole + TALLY.lastPiece] = last;
    const found = this.named(whole, service);
    if (found !== SILENT) this.piecesUsed = last;
    return found;
  }

  /** The row that was written last, with what is in it; SILENT, and the row given up, if that is nothing that counts. */
  private named(row: number, { matter }: Perceptible): number {
    const what = whatIn(this.rows, row, this.isReadable(matter), this.isFaceTelling(matter));
    if (what === 0) return SILENT;
    this.rowsUsed += ROW;
    return row | what;
  }

  /** Writes a row, of the service from the vantage; false where nothing is perceived, or the face alone and that counts not. */
  private perceives(
    rows: Float64Array,
    row: number,
    service: Perceptible,
    id: number,
    vantage: number,
    countsFace: boolean,
  ): boolean {
    const { space, matter, manner } = service;
    const { hearing, seeing, reaches } = this;
    const distance = reaches.distance(id, vantage);
    let sti = 0;
    let isInLoop = false;
    let view: number = VIEW.nothing;
    if (hearing !== null && distance <= reaches.hearing[id] && this.isHearable(service)) {
      const index = hearing.sti(manner, space, vantage);
      if (index > this.limits.sti[matter]) sti = index;
      isInLoop = hearing.isInLoop(space, vantage);
    }
    const isSeen = distance <= reaches.reading[id] || (countsFace && distance <= reaches.face[id]);
    if (seeing !== null && isSeen && this.isSeeable(matter)) view = seeing.view(space, vantage);
    if (view === VIEW.face && !countsFace) view = VIEW.nothing;
    if (sti === 0 && !isInLoop && view === VIEW.nothing) return false;
    rows[row + TALLY.inLoop] = Number(isInLoop);
    rows[row + TALLY.screen] = Number(view === VIEW.screen);
    rows[row + TALLY.papers] = Number(view === VIEW.paper);
    const hasFace = seeing !== null && view !== VIEW.nothing && seeing.makesOut('face', space, vantage);
    const isRead = view !== VIEW.face && this.isReadable(matter);
    rows[row + TALLY.face] = Number(hasFace);
    rows[row + TALLY.faceOnly] = Number(hasFace && !isRead);
    rows[row + TALLY.bestVantage] = vantage;
    rows[row + TALLY.bestPair] = this.pairs.of(space, this.vantages.points[vantage].space);
    setSti(rows, row, sti);
    return true;
  }

  private isHearable({ matter, clerk }: Perceptible): boolean {
    return this.hearing !== null && clerk >= 0 && this.limits.sti[matter] < 1;
  }

  private isSeeable(matter: number): boolean {
    return this.seeing !== null && (this.isReadable(matter) || this.isFaceTelling(matter));
  }

  /** Whether it counts to read its screen or papers. */
  private isReadable(matter: number): boolean {
    return this.limits.sight[matter] < UNLIMITED;
  }

  /** Whether it counts to be recognised where one is served. */
  private isFaceTelling(matter: number): boolean {
    return this.limits.seen[matter] < UNLIMITED;
  }
}
