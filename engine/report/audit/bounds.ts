/** What bounds a place for sound, and how much of speech it keeps in. */
import { partitionOf } from '../../model/hearing.ts';
import {
  type Enclosure,
  enclosureDifference,
  enclosureReduction,
  ROOM_RATINGS,
} from '../../model/speech/partition.ts';
import { weightedRating } from '../../model/speech/sound-insulation.ts';
import {
  type PodClass,
  podClassOf,
  speechLevelReduction,
} from '../../model/speech/speech-level-reduction.ts';
import type { Scenario } from '../../scenario/schema.ts';

export interface Bounds {
  /** In words: `open`, `screen 1.6 m`, `pod A`; of a room with its rating. */
  readonly name: string;
  /**
   * D_S,A in dB after ISO 23351-1, as the sound power of speech is lower outside than inside, which for a room is less than
   * its rating; null for what does not enclose: a screen only shades.
   */
  readonly reduction: number | null;
  /** The class that a pod with this D_S,A, to a tenth of a decibel, would have; null below the lowest. */
  readonly class: PodClass | null;
  /** Weighted rating as of R'w or D_nT,w, in dB (ISO 717-1); null where there is no reduction. */
  readonly rating: number | null;
}

export function boundsOf(
  type: Scenario['spaceTypes'][string],
  { size }: Pick<Scenario['spaces'][string], 'size'>,
): Bounds {
  const partition = partitionOf(type);
  if (partition.type === 'none') return { name: 'open', reduction: null, class: null, rating: null };
  if (partition.type === 'screen')
    return { name: `screen ${partition.height} m`, reduction: null, class: null, rating: null };
  const reduction = speechLevelReduction(enclosureReduction(partition, size));
  return {
    name: nameOf(partition),
    reduction,
    class: podClassOf(Math.round(10 * reduction) / 10) ?? null,
    rating: weightedRating(enclosureDifference(partition)),
  };
}

function nameOf(enclosure: Enclosure): string {
  const { type } = enclosure;
  if (type === 'semi-closed booth') return type;
  const name =
    type === 'pod'
      ? `pod ${enclosure.class}`
      : type === 'measured'
        ? 'measured walls'
        : `${type}, ${enclosure.rating ?? ROOM_RATINGS[type]} dB`;
  const { openShare = 0 } = enclosure;
  return openShare === 0 ? name : `${name}, ${Math.round(1000 * openShare) / 10} % open`;
}
