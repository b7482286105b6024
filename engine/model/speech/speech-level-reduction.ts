/**
 * Speech level reduction D_S,A of pods and booths after ISO 23351-1:2020: how much less A-weighted sound power of
 * standard speech comes out than goes in. The classes A+ to D, and bands for a product of which only this is known.
 */
import { aWeightedLevel, type Bands, reducedBy } from './bands.ts';
import { lastWhere } from './bisection.ts';
import { INSULATION_SHAPE } from './sound-insulation.ts';
import { ISO_3382_3_SPEECH, NORMAL_SPEECH_LEVEL } from './speech-spectrum.ts';

/** Single number D_S,A in dB of a level reduction by band. */
export const speechLevelReduction = (reduction: Bands): number =>
  NORMAL_SPEECH_LEVEL - aWeightedLevel(reducedBy(ISO_3382_3_SPEECH, reduction));

/**
 * Classes from the best down, and the least D_S,A of each in dB: ISO 23351-1:2020, as makers of pods quote it. Some
 * quote other edges (A+ 32, A 28, B 24), hence data.
 */
export const POD_CLASSES = [
  { name: 'A+', least: 33 },
  { name: 'A', least: 30 },
  { name: 'B', least: 25 },
  { name: 'C', least: 20 },
  { name: 'D', least: 15 },
] as const;

export type PodClass = (typeof POD_CLASSES)[number]['name'];

/** The class of a D_S,A in dB; undefined below the lowest. */
export const podClassOf = (reduction: number): PodClass | undefined =>
  POD_CLASSES.find(({ least }) => reduction >= least)?.name;

/**
 * Level reduction by band of a product with this D_S,A, in dB. Its shape, that of ISO 717-1 but never below 0, is an
 * assumption for products of which no bands are published.
 */
export function reductionOfSpeechLevel(reduction: number): Float64Array {
  if (!(reduction >= 0)) throw new RangeError(`a speech level reduction is 0 dB or more, got ${reduction}`);
  const at = (shift: number): Float64Array => INSULATION_SHAPE.map((offset) => Math.max(0, shift + offset));
  const lowest = -Math.max(...INSULATION_SHAPE);
  const tooLittle = (shift: number): boolean => speechLevelReduction(at(shift)) < reduction;
  return at(lastWhere(tooLittle, lowest, reduction - Math.min(...INSULATION_SHAPE) + 1));
}

/** Level reduction by band of a pod that just makes its class: the safe side. */
export function reductionOfPod(name: PodClass): Float64Array {
  const found = POD_CLASSES.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no pod class ${name}; there are A+, A, B, C and D`);
  return reductionOfSpeechLevel(found.least);
}
