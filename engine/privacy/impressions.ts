/**
 * What services are like from where others are: understood how well, in reach of a loop, to be read or recognised. It
 * depends on the design alone, is worked out when first asked for, and kept.
 */
import type { Hearing } from '../model/hearing.ts';
import { type Seeing, VIEW } from '../model/seeing.ts';
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';
import type { Vantages, WayPieces } from '../model/vantage.ts';
import { reach } from '../statistics/sheet.ts';
import type { SensitivityLimits } from './sensitivity-limits.ts';

/** Positions in a tally: seconds of what is perceived, or shares of a way. */
export const TALLY = {
  /** Understood over the limit; the same weighted by the share of sentences understood. */
  heard: 0,
  understood: 1,
  /** Within reach of a hearing loop; and heard as well. */
  inLoop: 2,
  heardInLoop: 3,
  /** The screen, or else papers, can be read; or else the face recognised. */
  screen: 4,
  papers: 5,
  face: 6,
} as const;
export const TALLIES = 7;

/** From some vantages, as columns; only those from which anything is perceived. */
export interface Impressions {
  /** Which of the vantages asked for: places, or positions among the pieces of a way. */
  readonly list: Int32Array;
  readonly vantage: Int32Array;
  /** The STI without babble; 0 where it is not over the limit. */
  readonly sti: Float64Array;
  readonly understood: Float64Array;
  readonly isInLoop: Uint8Array;
  /** Values of VIEW. */
  readonly view: Uint8Array;
}

/** On a way, piece by piece. */
export interface WayImpressions extends Impressions {
  /** Where each piece begins and ends, as shares of the way. */
  readonly begins: Float64Array;
  readonly ends: Float64Array;
}

/** In place of a slot: nothing is perceived on the way, or it has not been asked for. */
const SILENT = -1;
export const UNKNOWN_SLOT = -2;
/** Of a slot: shares of the way by TALLY; then the highest STI, and the vantage where that is, or the first one. */
const BEST_STI = TALLIES;
const BEST_VANTAGE = TALLIES + 1;
const SLOT = TALLIES + 2;

/** Of services of one kind in one space. */
export interface SpaceImpressions {
  /** Dense, in the order in which they were asked for. */
  readonly id: number;
  readonly atPlaces: Impressions;
  /** By place: its position in `atPlaces`, or -1. */
  readonly positionOf: Int32Array;
}

/** What a service is, as far as it matters to those who perceive it. */
export interface Perceived {
  readonly space: number;
  readonly matter: number;
  readonly manner: number;
  readonly isTalk: boolean;
}

const NONE = new Int32Array(0);
const UNLIMITED = Number.POSITIVE_INFINITY;

export class ImpressionTable {
  private readonly vantages: Vantages;
  private readonly hearing: Hearing | null;
  private readonly seeing: Seeing | null;
  private readonly limits: SensitivityLimits;
  private readonly manners: number;
  private readonly sensitivities: number;
  private readonly known = new Map<number, SpaceImpressions>();
  /** By way, and by id of impressions: its slot. Most of a hall is out of hearing of most ways. */
  private readonly slots: Int32Array[] = [];
  /** By slot × SLOT: ways as wholes, close together, since there are many and each is looked at often. */
  private wholes = new Float64Array(64 * SLOT);
  private readonly pieces: WayImpressions[] = [];

  constructor(vantages: Vantages, hearing: Hearing | null, seeing: Seeing | null, limits: SensitivityLimits) {
    this.vantages = vantages;
    this.hearing = hearing;
    this.seeing = seeing;
    this.limits = limits;
    this.manners = hearing?.manners.length ?? 1;
    this.sensitivities = limits.sensitivity.reduce((most, one) => Math.max(most, one + 1), 1);
  }

  /** Null where all of it may be perceived by anybody. */
  of(service: Perceived): SpaceImpressions | null {
    const { space, matter, manner, isTalk } = service;
    if (!this.isHearable(service) && !this.isSeeable(matter)) return null;
    const sensitivity = this.limits.sensitivity[matter];
    const key = ((space * this.manners + manner) * this.sensitivities + sensitivity) * 2 + (isTalk ? 1 : 0);
    let found = this.known.get(key);
    if (found === undefined) {
      const { places } = this.vantages;
      const atPlaces = this.from(
        service,
        Int32Array.from({ length: places }, (_, place) => place),
      );
      const positionOf = new Int32Array(places).fill(-1);
      atPlaces.list.forEach((place, position) => {
        positionOf[place] = position;
      });
      found = { id: this.known.size, atPlaces, positionOf };
      this.known.set(key, found);
    }
    return found;
  }

  /** By id of impressions, as far as it goes: the slot of what is perceived on the way, or a negative number. */
  slotsOn(way: WayPieces): Int32Array {
    return this.slots[way.id] ?? NONE;
  }

  /** Sets a tally to what is perceived on the whole way, if it takes so many seconds. */
  tallyWhole(slot: number, seconds: number, to: Float64Array): void {
    const from = slot * SLOT;
    for (let k = 0; k < TALLIES; k++) to[k] = this.wholes[from + k] * seconds;
  }

  bestSti(slot: number): number {
    return this.wholes[slot * SLOT + BEST_STI];
  }

  bestVantage(slot: number): number {
    return this.wholes[slot * SLOT + BEST_VANTAGE];
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
    return slot;
  }

  private addWhole(pieces: Impressions, way: WayPieces): number {
    const ends = Float64Array.from(pieces.list, (piece) => way.ends[piece]);
    const begins = Float64Array.from(pieces.list, (piece) => (piece === 0 ? 0 : way.ends[piece - 1]));
    const whole = new Float64Array(SLOT);
    let best = 0;
    for (let k = 0; k < pieces.list.length; k++) {
      tally(
        whole,
        ends[k] - begins[k],
        pieces.sti[k],
        pieces.understood[k],
        pieces.isInLoop[k],
        pieces.view[k],
      );
      if (pieces.sti[k] > pieces.sti[best]) best = k;
    }
    whole[BEST_STI] = pieces.sti[best];
    whole[BEST_VANTAGE] = pieces.vantage[best];
    const slot = this.pieces.push({ ...pieces, begins, ends }) - 1;
    this.wholes = reach(this.wholes, slot * SLOT + SLOT - 1, 0);
    this.wholes.set(whole, slot * SLOT);
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
    const found: number[] = [];
    vantages.forEach((vantage, k) => {
      if (hearing !== null && this.isHearable(service)) {
        const index = hearing.sti(manner, space, vantage);
        if (index > limits.sti[matter]) sti[k] = index;
        if (hearing.isInLoop(space, vantage)) isInLoop[k] = 1;
      }
      if (seeing !== null && this.isSeeable(matter)) view[k] = seeing.view(space, vantage);
      if (sti[k] > 0 || isInLoop[k] === 1 || view[k] !== VIEW.nothing) found.push(k);
    });
    const list = Int32Array.from(found);
    const picked = Float64Array.from(list, (k) => sti[k]);
    return {
      list,
      vantage: Int32Array.from(list, (k) => vantages[k]),
      sti: picked,
      understood: picked.map((index) => (index > 0 ? sentencesUnderstood(index) : 0)),
      isInLoop: Uint8Array.from(list, (k) => isInLoop[k]),
      view: Uint8Array.from(list, (k) => view[k]),
    };
  }
}

/** Adds seconds, or a share, to a tally. */
export function tally(
  to: Float64Array,
  seconds: number,
  sti: number,
  understood: number,
  isInLoop: number,
  view: number,
): void {
  if (sti > 0) {
    to[TALLY.heard] += seconds;
    to[TALLY.understood] += seconds * understood;
  }
  if (isInLoop === 1) {
    to[TALLY.inLoop] += seconds;
    if (sti > 0) to[TALLY.heardInLoop] += seconds;
  }
  if (view === VIEW.screen) to[TALLY.screen] += seconds;
  else if (view === VIEW.paper) to[TALLY.papers] += seconds;
  else if (view === VIEW.face) to[TALLY.face] += seconds;
}
