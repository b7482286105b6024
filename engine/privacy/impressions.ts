/**
 * What services are like from where others are: understood how well, in reach of a loop, to be read or recognised. It
 * depends on the design alone, is worked out when first asked for, and kept.
 */
import type { Hearing } from '../model/hearing.ts';
import { type Seeing, VIEW } from '../model/seeing.ts';
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';
import type { Vantages, WayPieces } from '../model/vantage.ts';
import { reach } from '../statistics/sheet.ts';
import { STRETCH, type Stretch } from './open-exposures.ts';
import type { SensitivityLimits } from './sensitivity-limits.ts';

/** Positions in a tally: seconds of what is perceived, or shares of a way. */
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
  /** Besides: the highest STI, and the vantage where that is, or the first one. */
  bestSti: 7,
  bestVantage: 8,
  /** The space that this is in, or -1. */
  bestSpace: 9,
} as const;
export const TALLIES = 10;
/** Those of them that are seconds. */
const TIMES = 7;

/** From some vantages, as columns; only those from which anything is perceived. */
export interface Impressions {
  /** Which of the vantages asked for: places, or positions among the pieces of a way. */
  readonly list: Int32Array;
  readonly vantage: Int32Array;
  /** By vantage: the space that it is in, or -1. */
  readonly space: Int32Array;
  /** The STI without babble; 0 where it is not over the limit. */
  readonly sti: Float64Array;
  readonly understood: Float64Array;
  readonly isInLoop: Uint8Array;
  /** Values of VIEW. */
  readonly view: Uint8Array;
  /** 1 where the visitor's face is recognisable. */
  readonly showsFace: Uint8Array;
}

/** Room for one. */
export const oneImpression = (): Impressions => ({
  list: new Int32Array(1),
  vantage: new Int32Array(1),
  space: new Int32Array(1),
  sti: new Float64Array(1),
  understood: new Float64Array(1),
  isInLoop: new Uint8Array(1),
  view: new Uint8Array(1),
  showsFace: new Uint8Array(1),
});

/** On a way, piece by piece. */
export interface WayImpressions extends Impressions {
  /** Where each piece begins and ends, as shares of the way. */
  readonly begins: Float64Array;
  readonly ends: Float64Array;
}

/** In place of a slot: nothing is perceived on the way, or it has not been asked for. */
const SILENT = -1;
export const UNKNOWN_SLOT = -2;
/** Of services of one kind in one space. */
export interface SpaceImpressions {
  /** Dense, in the order in which they were asked for. */
  readonly id: number;
  readonly atPlaces: Impressions;
}

/** What a service is, as far as it matters to those who perceive it. */
export interface Perceived {
  readonly space: number;
  readonly matter: number;
  readonly manner: number;
  readonly isTalk: boolean;
}

/** Words of 32 bits. */
const SILENCE = 8;
const NONE = new Int32Array(0);
const UNLIMITED = Number.POSITIVE_INFINITY;

export class ImpressionTable {
  private readonly vantages: Vantages;
  private readonly hearing: Hearing | null;
  private readonly seeing: Seeing | null;
  private readonly limits: SensitivityLimits;
  private readonly manners: number;
  /** By matter: one number for all that allow the same; and how many there are. */
  private readonly allowing: Int32Array;
  private readonly allowed: number;
  private readonly known = new Map<number, SpaceImpressions>();
  /** By place, and by id of impressions: the position of the place in their `atPlaces`, or -1. */
  private readonly positions: Int32Array[] = [];
  /** By way, and by id of impressions: its slot. Most of a hall is out of hearing of most ways. */
  private readonly slots: Int32Array[] = [];
  /**
   * By way × SILENCE: a bit for each of the first ids of impressions, 1 where it is known that nothing is perceived. There
   * are thousands of pairs of a way and a place, nearly all of them silent: this keeps them in reach of the processor.
   */
  private silence = new Int32Array(64 * SILENCE);
  /** By slot × TALLIES, a tally of a way that takes a second: ways as wholes, close together, since there are many and each is looked at often. */
  private wholes = new Float64Array(64 * TALLIES);
  private readonly pieces: WayImpressions[] = [];

  constructor(vantages: Vantages, hearing: Hearing | null, seeing: Seeing | null, limits: SensitivityLimits) {
    this.vantages = vantages;
    this.hearing = hearing;
    this.seeing = seeing;
    this.limits = limits;
    this.manners = hearing?.manners.length ?? 1;
    const kinds: string[] = [];
    this.allowing = Int32Array.from(limits.sti, (sti, matter) => {
      const kind = `${sti} ${this.isSeeable(matter)}`;
      if (!kinds.includes(kind)) kinds.push(kind);
      return kinds.indexOf(kind);
    });
    this.allowed = Math.max(1, kinds.length);
  }

  /** Null where all of it may be perceived by anybody. */
  of(service: Perceived): SpaceImpressions | null {
    const { space, matter, manner, isTalk } = service;
    if (!this.isHearable(service) && !this.isSeeable(matter)) return null;
    const row = (space * this.manners + manner) * this.allowed + this.allowing[matter];
    const key = 2 * row + (isTalk ? 1 : 0);
    let found = this.known.get(key);
    if (found === undefined) {
      const { places } = this.vantages;
      const atPlaces = this.from(
        service,
        Int32Array.from({ length: places }, (_, place) => place),
      );
      found = { id: this.known.size, atPlaces };
      this.enterPositions(found);
      this.known.set(key, found);
    }
    return found;
  }

  /** By id of impressions: the position of the place among those from which they are had; or -1. */
  positionsAt(place: number): Int32Array {
    return this.positions[place] ?? NONE;
  }

  /** By id of impressions, as far as it goes: the slot of what is perceived on the way, or a negative number. */
  slotsOn(way: WayPieces): Int32Array {
    return this.slots[way.id] ?? NONE;
  }

  /** Whether it is known that nothing is perceived on the way. */
  isSilent(way: number, id: number): boolean {
    return id < 32 * SILENCE && (this.silence[way * SILENCE + (id >> 5)] & (1 << (id & 31))) !== 0;
  }

  /** Sets a tally to what is perceived on the whole way, in the seconds of the stretch. */
  tallyWhole(slot: number, stretch: Stretch, to: Float64Array): void {
    const from = slot * TALLIES;
    const seconds = stretch[STRETCH.seconds];
    for (let k = 0; k < TIMES; k++) to[k] = this.wholes[from + k] * seconds;
    to[TALLY.bestSti] = this.wholes[from + TALLY.bestSti];
    to[TALLY.bestVantage] = this.wholes[from + TALLY.bestVantage];
    to[TALLY.bestSpace] = this.wholes[from + TALLY.bestSpace];
  }

  piecesOf(slot: number): WayImpressions {
    return this.pieces[slot];
  }

  /** The slot of a service with these impressions on a way that was not known; negative where nothing is perceived. */
  onWay(service: Perceived, id: number, way: WayPieces): number {
    const pieces = this.from(service, way.at);
    const slot = pieces.list.length === 0 ? SILENT : this.addWhole(pieces, way);
    const slots = reach(this.slots[way.id] ?? new Int32Array(64).fill(UNKNOWN_SLOT), id, UNKNOWN_SLOT);
    slots[id] = slot;
    this.slots[way.id] = slots;
    if (slot < 0) this.markSilent(way.id, id);
    return slot;
  }

  private markSilent(way: number, id: number): void {
    if (id >= 32 * SILENCE) return;
    const word = way * SILENCE + (id >> 5);
    this.silence = reach(this.silence, way * SILENCE + SILENCE, 0);
    this.silence[word] |= 1 << (id & 31);
  }

  private enterPositions({ id, atPlaces }: SpaceImpressions): void {
    for (let place = 0; place < this.vantages.places; place++) {
      const row = reach(this.positions[place] ?? new Int32Array(64).fill(-1), id, -1);
      row[id] = -1;
      this.positions[place] = row;
    }
    for (let k = 0; k < atPlaces.list.length; k++) this.positions[atPlaces.list[k]][id] = k;
  }

  private addWhole(pieces: Impressions, way: WayPieces): number {
    const ends = Float64Array.from(pieces.list, (piece) => way.ends[piece]);
    const begins = Float64Array.from(pieces.list, (piece) => (piece === 0 ? 0 : way.ends[piece - 1]));
    const whole = new Float64Array(TALLIES);
    whole[TALLY.bestVantage] = pieces.vantage[0];
    whole[TALLY.bestSpace] = pieces.space[0];
    for (let k = 0; k < pieces.list.length; k++) tally(whole, ends[k] - begins[k], pieces, k);
    const slot = this.pieces.push({ ...pieces, begins, ends }) - 1;
    this.wholes = reach(this.wholes, slot * TALLIES + TALLIES - 1, 0);
    this.wholes.set(whole, slot * TALLIES);
    return slot;
  }

  private isHearable({ matter, isTalk }: Perceived): boolean {
    return this.hearing !== null && isTalk && this.limits.sti[matter] < 1;
  }

  private isSeeable(matter: number): boolean {
    const { sight, seen } = this.limits;
    return this.seeing !== null && (sight[matter] < UNLIMITED || seen[matter] < UNLIMITED);
  }

  private from(service: Perceived, vantages: Int32Array): Impressions {
    const { space, matter, manner } = service;
    const { hearing, seeing, limits } = this;
    const sti = new Float64Array(vantages.length);
    const isInLoop = new Uint8Array(vantages.length);
    const view = new Uint8Array(vantages.length);
    const showsFace = new Uint8Array(vantages.length);
    const found: number[] = [];
    const isHearable = this.isHearable(service);
    const isSeeable = this.isSeeable(matter);
    for (let k = 0; k < vantages.length; k++) {
      const vantage = vantages[k];
      if (hearing !== null && isHearable) {
        const index = hearing.sti(manner, space, vantage);
        if (index > limits.sti[matter]) sti[k] = index;
        if (hearing.isInLoop(space, vantage)) isInLoop[k] = 1;
      }
      if (seeing !== null && isSeeable) {
        view[k] = seeing.view(space, vantage);
        if (seeing.makesOut('face', space, vantage)) showsFace[k] = 1;
      }
      if (sti[k] > 0 || isInLoop[k] + view[k] + showsFace[k] > 0) found.push(k);
    }
    const list = Int32Array.from(found);
    const picked = Float64Array.from(list, (k) => sti[k]);
    return {
      list,
      vantage: Int32Array.from(list, (k) => vantages[k]),
      space: Int32Array.from(list, (k) => this.vantages.points[vantages[k]].space),
      sti: picked,
      understood: picked.map((index) => (index > 0 ? sentencesUnderstood(index) : 0)),
      isInLoop: Uint8Array.from(list, (k) => isInLoop[k]),
      view: Uint8Array.from(list, (k) => view[k]),
      showsFace: Uint8Array.from(list, (k) => showsFace[k]),
    };
  }
}

/** Adds seconds, or a share, of what is perceived from one of the vantages to a tally. */
export function tally(to: Float64Array, seconds: number, from: Impressions, position: number): void {
  const sti = from.sti[position];
  if (sti > 0) {
    to[TALLY.heard] += seconds;
    to[TALLY.understood] += seconds * from.understood[position];
  }
  if (sti > to[TALLY.bestSti]) {
    to[TALLY.bestSti] = sti;
    to[TALLY.bestVantage] = from.vantage[position];
    to[TALLY.bestSpace] = from.space[position];
  }
  if (from.isInLoop[position] === 1) {
    to[TALLY.inLoop] += seconds;
    if (sti > 0) to[TALLY.heardInLoop] += seconds;
  }
  const view = from.view[position];
  if (view === VIEW.screen) to[TALLY.screen] += seconds;
  else if (view === VIEW.paper) to[TALLY.papers] += seconds;
  if (from.showsFace[position] === 1) to[TALLY.face] += seconds;
}
