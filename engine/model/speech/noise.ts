/**
 * What hides speech at a listener: background noise of a given A-weighted level and slope (ventilation, masking,
 * the street), and babble, the speech of everybody else who talks.
 */
import { atAWeightedLevel, BAND_COUNT, type Bands, sumOfSpectra } from './bands.ts';

/**
 * Slope of background noise, dB an octave: an assumption, common for masking in offices. It matters: at 4 m in a free
 * field and 40 dB(A), STI is 0.57 with -3, 0.66 with -5 and 0.71 with -6. Listeners like -7 to -9 best (Hongisto and
 * Oliva, "Preferred sound masking spectrum", Euronoise 2018), which hides less.
 */
export const NOISE_SLOPE = -5;

/** One steady source of background noise, as it is at the listener. */
export interface NoiseSource {
  /** dB(A). */
  readonly level: number;
  /** dB an octave; NOISE_SLOPE if not given. */
  readonly slope?: number;
}

/** Octave-band levels of a noise that changes by the same number of dB from band to band. */
export const noiseSpectrum = ({ level, slope = NOISE_SLOPE }: NoiseSource): Float64Array =>
  atAWeightedLevel(
    Float64Array.from({ length: BAND_COUNT }, (_, k) => slope * k),
    level,
  );

/** All steady sources together, band by band: ventilation, and sound masking where it is fitted. */
export const backgroundNoise = (sources: readonly NoiseSource[]): Float64Array =>
  sumOfSpectra(sources.map(noiseSpectrum));

/**
 * Levels of all other talkers at a listener, by band, as a steady noise of the same energy. Real voices leave gaps in
 * which more is understood: IEC 60268-16:2020, 7.13 and 8.9.3, does not cover fluctuating noise. One or two talkers
 * therefore mask less than this says, a roomful as much.
 *
 * @param talkers levels of each talker at the listener
 * @param talker the one who is listened to, left out
 */
export const babble = (talkers: readonly Bands[], talker: number): Float64Array =>
  sumOfSpectra(talkers.filter((_, k) => k !== talker));
