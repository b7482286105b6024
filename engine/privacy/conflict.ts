/** One conflict: an exposure that lasted at least as long as the sensitivity of the matter allows. */
export interface Conflict {
  /** An index of KIND_IDS. */
  readonly kind: number;
  /** When it began and ended, in seconds after midnight; with `seconds` of exposure between. */
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  /** Serial number of the visitor whose matter or presence it is. */
  readonly visitor: number;
  /** Serial number of the visitor who perceives it; -1 where a clerk or an unknown person does. */
  readonly witness: number;
  /** How many people perceive it, and the probability that they do, or are such as must not. */
  readonly persons: number;
  readonly probability: number;
  /** Index of the matter; -1 for a visitor's presence. */
  readonly matter: number;
  /** The space where it happens; -1 on the way, and for a visitor's presence. */
  readonly space: number;
  /**
   * The vantage from which it is perceived, or -1: the one for the longest with no other meanwhile, and of a way the spot where
   * talk is understood best, or else which is nearest to what is perceived.
   */
  readonly vantage: number;
  /** Metres from there: to the thing or face that is seen, or in the plan to the middle between those who talk; or -1. */
  readonly metres: number;
  /** Of a visitor's presence: the vantage at which it is seen from there; -1 otherwise. */
  readonly seenAt: number;
  /** The clerk, or -1. */
  readonly clerk: number;
  /** The clerk who interprets, where that is who perceives it; or -1. */
  readonly interpreter: number;
  /** Of talk: the speech transmission index, and the share of sentences understood; 0 otherwise. */
  readonly sti: number;
  readonly understood: number;
  /** An index of CAUSES. */
  readonly cause: number;
  /** How long the visitor had waited for the service, in seconds. */
  readonly waited: number;
  /** Under a shortage: the proper space that had been busy for longest, and since when; -1 where there is none. */
  readonly busy: number;
  readonly busySince: number;
}

/** What a conflict has that is not talk, of no service and under no shortage; to be spread into one. */
export const PLAIN = {
  vantage: -1,
  metres: -1,
  seenAt: -1,
  clerk: -1,
  interpreter: -1,
  sti: 0,
  understood: 0,
  waited: 0,
  busy: -1,
  busySince: 0,
} as const satisfies Partial<Conflict>;
