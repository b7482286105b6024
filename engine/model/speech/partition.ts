/**
 * What stands between a talker and a listener, by its name or by measured bands: nothing, a screen, a semi-closed
 * booth, a pod, a glazed or a full room, with its door closed or open. Gives the loss that `receivedLevels` takes.
 */

import { type Bands, bandsOf } from './bands.ts';
import { type ScreenCrossing, screenLoss } from './barrier.ts';
import { reductionOfRoom, roomGain } from './closed-room.ts';
import type { PathLoss } from './propagation.ts';
import { differenceOfRating, inSeries, withOpening } from './sound-insulation.ts';
import { type PodClass, reductionOfPod, reductionOfSpeechLevel } from './speech-level-reduction.ts';

/** Walls round a talker or a listener. Numbers that are left out are the defaults below. */
export type Enclosure =
  /** Walls on three sides, no door: D_S,A in dB. */
  | { readonly type: 'semi-closed booth'; readonly reduction?: number }
  /** Of a class of ISO 23351-1. */
  | { readonly type: 'pod'; readonly class: PodClass; readonly openShare?: number }
  /** Demountable glass walls, and walls to the structural ceiling: R'w or D_nT,w in dB with the door closed. */
  | { readonly type: 'glazed room' | 'full room'; readonly rating?: number; readonly openShare?: number }
  /** Measured level difference, dB from 125 Hz to 8 kHz, with the door closed. */
  | { readonly type: 'measured'; readonly difference: readonly number[]; readonly openShare?: number };

/** A screen, its height in metres above the floor. */
export interface Screen {
  readonly type: 'screen';
  readonly height: number;
}

export type Partition = { readonly type: 'none' } | Screen | Enclosure;

/** D_S,A of a semi-closed booth, dB: an assumption, the lower end of 10 to 15. */
export const BOOTH_REDUCTION = 10;

/**
 * Ratings of rooms with their doors closed, dB. Glazed: the middle of the 25 to 35 dB that demountable office
 * partitions give. Full: the D_nT,w 40 that a closed service room needs at least. Assumptions both.
 */
export const ROOM_RATINGS = { 'glazed room': 30, 'full room': 40 } as const;

/** Level difference by band of an enclosure, dB, and of pods and booths the reduction of power; of `openShare` of its wall area nothing is taken. */
export function enclosureDifference(enclosure: Enclosure): Float64Array {
  switch (enclosure.type) {
    case 'semi-closed booth':
      return reductionOfSpeechLevel(enclosure.reduction ?? BOOTH_REDUCTION);
    case 'pod':
      return withOpening(reductionOfPod(enclosure.class), enclosure.openShare ?? 0);
    case 'measured':
      return withOpening(bandsOf(enclosure.difference), enclosure.openShare ?? 0);
    default:
      return withOpening(
        differenceOfRating(enclosure.rating ?? ROOM_RATINGS[enclosure.type]),
        enclosure.openShare ?? 0,
      );
  }
}

/** How much sound builds up within an enclosure of this size, as for `roomGain`: pods and booths are measured with what does, and have 1. */
export const enclosureGain = ({ type }: Enclosure, size?: readonly [number, number]): number =>
  type === 'pod' || type === 'semi-closed booth' || size === undefined ? 1 : roomGain(size);

/** Reduction of the power of speech by an enclosure, dB by band. */
export const enclosureReduction = (enclosure: Enclosure, size?: readonly [number, number]): Float64Array =>
  reductionOfRoom(enclosureDifference(enclosure), enclosureGain(enclosure, size));

/** Where a path crosses a screen: all of the crossing but the screen's height. */
export type Crossing = Omit<ScreenCrossing, 'screenHeight'>;

/** The loss of one partition on a path. The crossing is asked for screens only, the size of the space for rooms. */
export function partitionLoss(
  partition: Partition,
  crossing: Crossing,
  size?: readonly [number, number],
): PathLoss {
  if (partition.type === 'none') return {};
  if (partition.type === 'screen') {
    return { screen: screenLoss({ ...crossing, screenHeight: partition.height }) };
  }
  return { enclosure: enclosureReduction(partition, size) };
}

/**
 * Two partitions on one path. Enclosures add (see `inSeries` for the limits); of two screens only the larger loss of
 * each band counts, which is the safe side.
 */
export function bothLosses(first: PathLoss, second: PathLoss): PathLoss {
  const screen = either(first.screen, second.screen, (a, b) => a.map((loss, k) => Math.max(loss, b[k])));
  const enclosure = either(first.enclosure, second.enclosure, inSeries);
  return { ...(screen && { screen }), ...(enclosure && { enclosure }) };
}

function either(
  first: Bands | undefined,
  second: Bands | undefined,
  both: (first: Bands, second: Bands) => Bands,
): Bands | undefined {
  return first !== undefined && second !== undefined ? both(first, second) : (first ?? second);
}
