/**
 * Sound in the seven octave bands, 125 Hz to 8 kHz, in which IEC 60268-16 weighs speech. Levels are in dB re 20 µPa;
 * intensities are relative to that reference, 10^(L/10), so that they add.
 */

/** Midband frequencies in Hz. */
export const BAND_CENTRES = [125, 250, 500, 1000, 2000, 4000, 8000] as const;
export const BAND_COUNT = BAND_CENTRES.length;

/** One number for each octave band. Silence is a level of -Infinity, an intensity of 0. */
export type Bands = Readonly<Float64Array>;

/** A-weighting by octave band in dB: IEC 61672-1, Table 3. */
export const A_WEIGHTS: Bands = Float64Array.of(-16.1, -8.6, -3.2, 0, 1.2, 1, -1.1);

/** Seven given numbers as bands; a RangeError where there are not seven of them. */
export function bandsOf(values: readonly number[]): Float64Array {
  if (values.length !== BAND_COUNT || values.some(Number.isNaN)) {
    throw new RangeError(`seven octave bands, 125 Hz to 8 kHz, are needed, got [${values.join(', ')}]`);
  }
  return Float64Array.from(values);
}

export const intensityOf = (level: number): number => 10 ** (level / 10);

export const levelOf = (intensity: number): number => 10 * Math.log10(intensity);

export const intensitiesOf = (levels: Bands): Float64Array => levels.map(intensityOf);

export const levelsOf = (intensities: Bands): Float64Array => intensities.map(levelOf);

/** The level of all together, if they are incoherent: 10 lg of the sum of their intensities. */
export function energeticSum(levels: Iterable<number>): number {
  let sum = 0;
  for (const level of levels) sum += intensityOf(level);
  return levelOf(sum);
}

/** The energetic sum of spectra, band by band; silence if there are none. */
export function sumOfSpectra(spectra: readonly Bands[]): Float64Array {
  const sum = new Float64Array(BAND_COUNT);
  for (const levels of spectra) addIntensities(sum, 0, intensitiesOf(levels), 0);
  return levelsOf(sum);
}

/** Adds the seven intensities at `fromAt` to those at `intoAt`; both may be rows of a table. */
export function addIntensities(into: Float64Array, intoAt: number, from: Bands, fromAt: number): void {
  for (let k = 0; k < BAND_COUNT; k += 1) into[intoAt + k] += from[fromAt + k];
}

/** The A-weighted level of a spectrum, dB(A). */
export const aWeightedLevel = (levels: Bands): number =>
  energeticSum(levels.map((level, k) => level + A_WEIGHTS[k]));

/** The spectrum with every band changed by so many dB. */
export const shifted = (levels: Bands, change: number): Float64Array => levels.map((level) => level + change);

/** A spectrum of this shape that has the A-weighted level, dB(A). */
export const atAWeightedLevel = (shape: Bands, level: number): Float64Array =>
  shifted(shape, level - aWeightedLevel(shape));

/** What is left of a spectrum behind a level difference, both in dB. */
export const reducedBy = (levels: Bands, difference: Bands): Float64Array =>
  levels.map((level, k) => level - difference[k]);
