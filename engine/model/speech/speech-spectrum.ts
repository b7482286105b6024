/**
 * The talker: octave-band levels of speech at 1 m from the mouth in a free field, by vocal effort, and of a remote
 * call that a loudspeaker plays. All talkers are omnidirectional, as in ISO 3382-3: that is the safe side behind and
 * beside a real talker, who is a few dB weaker there, not in front.
 */
import { atAWeightedLevel, aWeightedLevel, type Bands, shifted } from './bands.ts';

/** Normal effort, omnidirectional, 57.4 dB(A): ISO 3382-3:2012. */
export const ISO_3382_3_SPEECH: Bands = Float64Array.of(49.9, 54.3, 58, 52, 44.8, 38.8, 33.5);

/** A male talker in front of the mouth, 60 dB(A): ISO 9921, Table H.2, from IEC 60268-16:2011, Table A.4. */
export const ISO_9921_SPEECH: Bands = Float64Array.of(62.9, 62.9, 59.2, 53.2, 47.2, 41.2, 35.2);

/** The A-weighted level of ISO 3382-3 speech at 1 m, dB(A). */
export const NORMAL_SPEECH_LEVEL = aWeightedLevel(ISO_3382_3_SPEECH);

/**
 * Vocal effort as a change of the normal level, dB. Steps of 6 dB are those of ISO 9921:2003, Annex A: relaxed 54,
 * normal 60, raised 66, loud 72 dB(A) at 1 m. "Hushed" is not in the standard: that it is its relaxed voice is an
 * assumption, on the safe side. ANSI S3.5-1997, Table 3, has +7.1 dB(A) for raised and +14.6 for loud, with a spectrum
 * that tilts upwards (here its shape is kept), and UNI 11532-2:2020 takes 70 dB(A), +10, in rooms from 250 m³: who
 * must be sure gives speechSpectrum a margin.
 */
export const VOCAL_EFFORTS = { hushed: -6, normal: 0, raised: 6, loud: 12 } as const;

export type VocalEffort = keyof typeof VOCAL_EFFORTS;

/**
 * Levels of speech at 1 m, dB.
 *
 * @param margin dB on top of the effort, for a design that must be on the safe side
 * @param normal the spectrum of normal effort that the effort shifts
 */
export const speechSpectrum = (
  effort: VocalEffort,
  margin = 0,
  normal: Bands = ISO_3382_3_SPEECH,
): Float64Array => shifted(normal, VOCAL_EFFORTS[effort] + margin);

/**
 * Levels at 1 m of a remote call on a loudspeaker that plays at so many dB(A) there. That it has the spectrum of live
 * speech is an assumption: a telephone's narrow band is understood less well. A headset plays nothing to the room.
 */
export const remoteCallSpectrum = (level: number, shape: Bands = ISO_3382_3_SPEECH): Float64Array =>
  atAWeightedLevel(shape, level);
