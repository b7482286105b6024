/**
 * What services are like from where others are: understood how well, in reach of a loop, to be read or recognised. It
 * depends on the design alone, is worked out when first asked for, and kept.
 */
import type { Hearing } from '../model/hearing.ts';
import { type Seeing, VIEW } from '../model/seeing.ts';
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';
import type { Vantages, WayPieces } from '../model/vantage.ts';
import { reach } from '../statistics/sheet.ts';
import type { Exposures } from './exposures.ts';
import { Reaches } from './reaches.ts';
import type { SensitivityLimits } from './sensitivity-limits.ts';
import type { ServiceAt } from './services.ts';

/** Positions in a tally: seconds of what is perceived, or what is perceived in each second. */
export const TALLY = {
  /** Understood over the limit; the same weighted by the share of sentences understood. */
  heard: 0,
  understood: 1,
  /** Within reach of a hearing loop; and heard as well. */
  inLoop: 2,
  heardInLoop: 3,
  /** The screen, or else papers, can be read. */
  screen: 4,
  papers: 5,
  /** The face can be recognised. */
  face: 6,
  /** Besides: the highest STI, without babble and 0 where it is not over the limit; and where that is, or else first. */
  bestSti: 7,
  bestVantage: 8,
  /** The pair of the two spaces, as in `Exposures.pairOf`. */
  bestPair: 9,
} as const;
export const TALLIES = 10;
/** Those of them that are seconds. */
const TIMES = 7;

/** After the tally, in the row of a piece of a way: where it begins and ends, as shares of the way. */
export const BEGINS = TALLIES;
export const ENDS = TALLIES + 1;
/** In the row of a way as a whole: the rows of so many pieces follow it. */
export const PIECES = TALLIES;
export const ROW = TALLIES + 2;

/** Two rows that are written over, for what is put together of others. */
export const SUM = 0;
export const AMID = ROW;

/** In place of an id: all may be perceived by anybody. */
export const PUBLIC = -1;
/** In place of a row: nothing is perceived; or it has not been asked for. */
export const SILENT = -1;
export const UNKNOWN = -2;

/** What a service is, as far as it matters to those who perceive it. */
type Perceived = Pick<ServiceAt, 'space' | 'matter' | 'manner' | 'clerk'>;

/** Room is made for so many times as many rows: to move them takes longer than what nobody uses yet. */
const GROWTH = 4;
/** Bits in a number of a mask; and all of them set. */
export const WORD = 32;
export const WORD_BITS = 5;
const ALL = -1;

const UNLIMITED = Number.POSITIVE_INFINITY;

export class ImpressionTable {
  /**
   * A tally of each second at a place, on a piece of a way, and on the whole of it: all that is ever looked at together
   * lies together, since there are many and each is looked at often. Rows are named by where they begin.
   */
  rows = new Float64Array(64 * ROW);
  private used = 2 * ROW;
  private readonly vantages: Vantages;
  private readonly hearing: Hearing | null;
  private readonly seeing: Seeing | null;
  private readonly limits: SensitivityLimits;
  private readonly exposures: Exposures;
  private readonly reaches: Reaches;
  private readonly manners: number;
  /** By matter: one number for all that allow the same; and how many there are. */
  private readonly allowing: Int32Array;
  private readonly allowed: number;
  /** By kind of service, of which its space is part: its id, PUBLIC or UNKNOWN; and how many ids there are. */
  private readonly ids: Int32Array;
  private idCount = 0;
  /**
   * Where somebody is or walks is a spot: first nowhere, then the places, then no way, then the ways. By spot × stride + id: the
   * row, SILENT or UNKNOWN. Most of a hall is out of hearing of most spots.
   */
  private rowAt: Int32Array;
  private readonly noWay: number;
  private spots: number;
  /** Room for so many ids. */
  private stride = 64;
  /** How many numbers of 32 bits hold a bit for each id. */
  words = this.stride / WORD;
  /** By spot × words + word: the bits of all ids of which something is perceived there, or may be. */
  private masks: Int32Array;

  constructor(
    vantages: Vantages,
    hearing: Hearing | null,
    seeing: Seeing | null,
    limits: SensitivityLimits,
    exposures: Exposures,
  ) {
    this.vantages = vantages;
    this.hearing = hearing;
    this.seeing = seeing;
    this.limits = limits;
    this.exposures = exposures;
    this.reaches = new Reaches(vantages);
    this.manners = hearing?.manners.length ?? 1;
    const kinds: string[] = [];
    this.allowing = Int32Array.from(limits.sti, (sti, matter) => {
      const kind = `${sti} ${this.isSeeable(matter)} ${this.isFaceTelling(matter)}`;
      if (!kinds.includes(kind)) kinds.push(kind);
      return kinds.indexOf(kind);
    });
    this.allowed = Math.max(1, kinds.length);
    this.ids = new Int32Array(2 * vantages.firstSeat.length * this.manners * this.allowed).fill(UNKNOWN);
    this.noWay = vantages.places + 1;
    this.spots = this.noWay + 64;
    this.rowAt = new Int32Array(this.spots * this.stride).fill(UNKNOWN);
    this.masks = new Int32Array(this.spots * this.words).fill(ALL);
    this.silenceNowhere();
  }

  /** The spot of a place, -1 for none. */
  spotAt(place: number): number {
    return place + 1;
  }

  /** The spot of a way, -1 for none, that has been let in. */
  spotOn(way: number): number {
    return this.noWay + 1 + way;
  }

  /** Somebody is to walk on the way. */
  admit(way: number): void {
    const spot = this.spotOn(way);
    if (spot < this.spots) return;
    this.spots = 2 * spot;
    this.rowAt = reach(this.rowAt, this.spots * this.stride - 1, UNKNOWN);
    this.masks = reach(this.masks, this.spots * this.words - 1, ALL);
  }

  /** A number for what the service is like from elsewhere, or PUBLIC. */
  idOf(service: Perceived): number {
    const { space, matter, manner, clerk } = service;
    const row = (space * this.manners + manner) * this.allowed + this.allowing[matter];
    const kind = 2 * row + (clerk < 0 ? 0 : 1);
    if (this.ids[kind] === UNKNOWN) this.ids[kind] = this.newId(service);
    return this.ids[kind];
  }

  private newId(service: Perceived): number {
    const { space, matter, manner } = service;
    if (!this.isHearable(service) && !this.isSeeable(matter)) return PUBLIC;
    const id = this.idCount++;
    this.reaches.add(
      space,
      this.isHearable(service) ? (this.hearing?.reach(manner, space, this.limits.sti[matter]) ?? 0) : 0,
      this.isSeeable(matter) ? (this.seeing?.reach(space, ['screen', 'paper']) ?? 0) : 0,
      this.isSeeable(matter) ? (this.seeing?.reach(space, ['face']) ?? 0) : 0,
    );
    if (id >= this.stride) this.widen();
    return id;
  }

  /** Of the ids from `word` × WORD on: those of which something is perceived at the spot, or may be. */
  mask(spot: number, word: number): number {
    return this.masks[spot * this.words + word];
  }

  /** The row of what is perceived at the place or on the whole way, SILENT or UNKNOWN. */
  row(spot: number, id: number): number {
    return this.rowAt[spot * this.stride + id];
  }

  /** The row that was UNKNOWN, of a service with the id; or SILENT. */
  findAt(place: number, id: number, service: Perceived): number {
    const row = this.from(service, id, place, this.isFaceTelling(service.matter));
    this.keep(this.spotAt(place), id, row);
    return row;
  }

  findOn(way: WayPieces, id: number, service: Perceived): number {
    const row = this.reaches.isBeyond(id, way) ? SILENT : this.along(service, id, way);
    this.keep(this.spotOn(way.id), id, row);
    return row;
  }

  private keep(spot: number, id: number, row: number): void {
    this.rowAt[spot * this.stride + id] = row;
    if (row === SILENT) this.masks[spot * this.words + (id >> WORD_BITS)] &= ~(1 << (id % WORD));
  }

  /** A row for the whole, and then one for each piece on which anything is perceived. */
  private along(service: Perceived, id: number, { at, ends }: WayPieces): number {
    const whole = this.add();
    const isTelling = this.isFaceTelling(service.matter);
    const { reaches } = this;
    for (let k = reaches.next(id, at, 0); k < at.length; k = reaches.next(id, at, k + 1)) {
      // Of what is only seen, it counts from where on the way anything was made out first.
      const isFirst = this.used === whole + ROW;
      const row = this.from(service, id, at[k], isTelling || isFirst);
      if (row === SILENT) continue;
      this.rows[row + BEGINS] = k === 0 ? 0 : ends[k - 1];
      this.rows[row + ENDS] = ends[k];
    }
    const pieces = (this.used - whole) / ROW - 1;
    if (pieces === 0) {
      this.used = whole;
      return SILENT;
    }
    const { rows } = this;
    rows[whole + PIECES] = pieces;
    clear(rows, whole, whole + ROW);
    for (let row = whole + ROW; row < this.used; row += ROW)
      tally(rows, whole, rows[row + ENDS] - rows[row + BEGINS], row);
    if (!isTelling && isFaceOnly(rows, whole)) {
      this.used = whole;
      return SILENT;
    }
    return whole;
  }

  /** A further row, of the service from the vantage; SILENT too where it is the face alone, unless that counts. */
  private from(service: Perceived, id: number, vantage: number, countsFace: boolean): number {
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
    if (sti === 0 && !isInLoop && view === VIEW.nothing) return SILENT;
    const row = this.add();
    const { rows } = this;
    rows[row + TALLY.inLoop] = Number(isInLoop);
    rows[row + TALLY.screen] = Number(view === VIEW.screen);
    rows[row + TALLY.papers] = Number(view === VIEW.paper);
    const hasFace = seeing !== null && view !== VIEW.nothing && seeing.makesOut('face', space, vantage);
    rows[row + TALLY.face] = Number(hasFace);
    rows[row + TALLY.bestVantage] = vantage;
    rows[row + TALLY.bestPair] = this.exposures.pairOf(space, this.vantages.points[vantage].space);
    setSti(rows, row, sti);
    return row;
  }

  private isHearable({ matter, clerk }: Perceived): boolean {
    return this.hearing !== null && clerk >= 0 && this.limits.sti[matter] < 1;
  }

  private isSeeable(matter: number): boolean {
    const { sight, seen } = this.limits;
    return this.seeing !== null && (sight[matter] < UNLIMITED || seen[matter] < UNLIMITED);
  }

  /** Whether it counts to be recognised where one is served. */
  private isFaceTelling(matter: number): boolean {
    return this.limits.seen[matter] < UNLIMITED;
  }

  private add(): number {
    const row = this.used;
    this.used += ROW;
    if (this.used > this.rows.length) this.rows = reach(this.rows, GROWTH * this.used, 0);
    return row;
  }

  /** Makes room for twice as many ids. */
  private widen(): void {
    this.rowAt = wider(this.rowAt, this.stride, UNKNOWN);
    this.masks = wider(this.masks, this.words, ALL);
    this.stride *= 2;
    this.words *= 2;
    this.silenceNowhere();
  }

  /** Nobody perceives anything who is nowhere. */
  private silenceNowhere(): void {
    const { stride, words } = this;
    for (const spot of [0, this.noWay]) {
      this.rowAt.fill(SILENT, spot * stride, (spot + 1) * stride);
      this.masks.fill(0, spot * words, (spot + 1) * words);
    }
  }
}

/** Whether nothing is perceived but who it is. */
function isFaceOnly(rows: Float64Array, row: number): boolean {
  const { heard, inLoop, screen, papers } = TALLY;
  return rows[row + heard] + rows[row + inLoop] + rows[row + screen] + rows[row + papers] === 0;
}

/** The same table with rows of twice the length. */
function wider(narrow: Int32Array, length: number, fill: number): Int32Array {
  const wide = new Int32Array(narrow.length * 2).fill(fill);
  for (let at = 0; at < narrow.length; at += length) wide.set(narrow.subarray(at, at + length), 2 * at);
  return wide;
}

/** Sets the STI at a vantage, 0 where it is not over the limit, and what of the tally follows from it. */
export function setSti(rows: Float64Array, row: number, sti: number): void {
  rows[row + TALLY.bestSti] = sti;
  rows[row + TALLY.heard] = sti > 0 ? 1 : 0;
  rows[row + TALLY.understood] = sti > 0 ? sentencesUnderstood(sti) : 0;
  rows[row + TALLY.heardInLoop] = sti > 0 ? rows[row + TALLY.inLoop] : 0;
}

/** Clears a row, before others are added to it; the given one is the best for now. */
export function clear(rows: Float64Array, sum: number, first: number): void {
  rows.fill(0, sum, sum + TALLY.bestVantage);
  rows[sum + TALLY.bestVantage] = rows[first + TALLY.bestVantage];
  rows[sum + TALLY.bestPair] = rows[first + TALLY.bestPair];
}

/** Adds seconds, or a share, of a row to another. */
export function tally(rows: Float64Array, sum: number, seconds: number, row: number): void {
  for (let k = 0; k < TIMES; k++) rows[sum + k] += seconds * rows[row + k];
  if (rows[row + TALLY.bestSti] <= rows[sum + TALLY.bestSti]) return;
  rows[sum + TALLY.bestSti] = rows[row + TALLY.bestSti];
  rows[sum + TALLY.bestVantage] = rows[row + TALLY.bestVantage];
  rows[sum + TALLY.bestPair] = rows[row + TALLY.bestPair];
}
