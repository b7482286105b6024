/**
 * The share of sentences that a listener understands at a given STI: a logistic curve. Standards qualify STI by such
 * shares in steps only; each curve here says which published figures it goes through.
 */

/** 1/(1 + exp(-slope (STI - midpoint))). */
export interface SentenceCurve {
  /** STI at which half of the sentences are understood. */
  readonly midpoint: number;
  /** Per unit of STI; the steepest rise is a quarter of it. */
  readonly slope: number;
}

const logit = (share: number): number => Math.log(share / (1 - share));

/** The curve through two points (STI, share), with 0 < share < 1. */
export function curveThrough(
  [firstSti, firstShare]: readonly [number, number],
  [secondSti, secondShare]: readonly [number, number],
): SentenceCurve {
  const slope = (logit(secondShare) - logit(firstShare)) / (secondSti - firstSti);
  return { midpoint: firstSti - logit(firstShare) / slope, slope };
}

/**
 * The curve of a speech reception threshold, measured in noise with the spectrum of the speech, where
 * STI = (SNR + 15)/30.
 *
 * @param ratio signal-to-noise ratio in dB at which half is understood
 * @param steepness rise there, as a share for each dB
 */
export const curveOfReceptionThreshold = (ratio: number, steepness: number): SentenceCurve => ({
  midpoint: (ratio + 15) / 30,
  slope: 4 * 30 * steepness,
});

/**
 * ISO 9921:2003, ratings of intelligibility: "bad", below STI 0.30, is a sentence score below 70 %; "poor", from 0.30
 * to 0.45, is 70 to 100 %; "fair" and better are 100 % (as its convenor, H. Steeneken, shows them in "Standardization
 * of the Speech Transmission Index"). Assumptions: the logistic shape, and 99 % for the table's 100 % at 0.45. Half is
 * then understood at STI 0.27, 16 % at 0.20.
 */
export const ISO_9921_SENTENCES: SentenceCurve = curveThrough([0.3, 0.7], [0.45, 0.99]);

/**
 * Everyday sentences, normal hearing: half at -5 dB, 18 % for each dB (Plomp 1978 and Duquesnoy 1983, cited by Festen,
 * "Speech-reception threshold in a fluctuating background sound"). Laxer on privacy than ISO 9921.
 */
export const EVERYDAY_SENTENCES: SentenceCurve = curveOfReceptionThreshold(-5, 0.18);

/**
 * Finnish sentences of known words and form: half at -10.1 dB, 16.7 % for each dB (Dietz et al., "The development and
 * evaluation of the Finnish Matrix Sentence Test", Acta Oto-Laryngologica 134, 2014). For a listener who knows what
 * is talked about, such as names and numbers: half is understood at STI 0.16 already.
 */
export const FINNISH_MATRIX_SENTENCES: SentenceCurve = curveOfReceptionThreshold(-10.1, 0.167);

/**
 * Expected share of sentences understood, 0 to 1, by a native listener of normal hearing. Rises with STI; nothing is
 * understood at STI 0, where every band is 15 dB or more below what hides it.
 */
export const sentencesUnderstood = (
  sti: number,
  { midpoint, slope }: SentenceCurve = ISO_9921_SENTENCES,
): number => (sti <= 0 ? 0 : 1 / (1 + Math.exp(-slope * (sti - midpoint))));
