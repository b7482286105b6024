/**
 * What a service is like from where somebody else is, or on the way there: a row of numbers. Rows lie side by side, since there
 * are thousands, and what of one is looked at fits into one or two lines of a processor's cache.
 */
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';

/** Positions in a row: seconds of what is perceived; or, at a place, on a way or a piece of one, what is perceived in each second. */
export const TALLY = {
  /** But first the pair of the two spaces, as in `Exposures.pairOf`. */
  bestPair: 0,
  /** Understood over the limit; the same weighted by the share of sentences understood. */
  heard: 1,
  understood: 2,
  /** Within reach of a hearing loop. */
  inLoop: 3,
  /** The screen, or else papers, can be read. */
  screen: 4,
  papers: 5,
  /** The face can be recognised; and that while neither screen nor papers that count can be read. */
  face: 6,
  faceOnly: 7,
  /** The highest STI, without babble and 0 where it is not over the limit; and where that is, or else first. */
  bestSti: 8,
  bestVantage: 9,
  /** Of a piece of a way: where it begins and ends, as shares of the way. */
  begins: 10,
  ends: 11,
  /** Of a way as a whole: its pieces on which anything is perceived, from one row to before another. */
  firstPiece: 10,
  lastPiece: 11,
} as const;
/** A power of two, so that the number at which a row begins has room for what is in it. */
export const ROW = 16;
/** In place of a row, with its beginning: a bit for each that is perceived and counts. Talk is also what a loop carries. */
export const HAS = { talk: 1, read: 2, face: 4 } as const;
/** All bits of these. */
export const WHAT = ROW - 1;
/** Those that are seconds. */
const TIMES = { from: TALLY.heard, to: TALLY.faceOnly } as const;

/** Clears a row, before others are added to it; the given one is the best for now. */
export function clear(sums: Float64Array, sum: number, rows: Float64Array, first: number): void {
  for (let k = TIMES.from; k <= TIMES.to; k++) sums[sum + k] = 0;
  sums[sum + TALLY.bestSti] = 0;
  sums[sum + TALLY.bestVantage] = rows[first + TALLY.bestVantage];
  sums[sum + TALLY.bestPair] = rows[first + TALLY.bestPair];
}

/** Adds seconds, or a share, of a row to another. */
export function add(sums: Float64Array, sum: number, seconds: number, rows: Float64Array, row: number): void {
  for (let k = TIMES.from; k <= TIMES.to; k++) sums[sum + k] += seconds * rows[row + k];
  if (rows[row + TALLY.bestSti] <= sums[sum + TALLY.bestSti]) return;
  sums[sum + TALLY.bestSti] = rows[row + TALLY.bestSti];
  sums[sum + TALLY.bestVantage] = rows[row + TALLY.bestVantage];
  sums[sum + TALLY.bestPair] = rows[row + TALLY.bestPair];
}

/** Sets the STI at a vantage, 0 where it is not over the limit, and what follows from it. */
export function setSti(rows: Float64Array, row: number, sti: number): void {
  rows[row + TALLY.bestSti] = sti;
  rows[row + TALLY.heard] = sti > 0 ? 1 : 0;
  rows[row + TALLY.understood] = sti > 0 ? sentencesUnderstood(sti) : 0;
}

/** What is in a row, by HAS: of what is seen only what counts. */
export function whatIn(rows: Float64Array, row: number, isReadable: boolean, isFaceTelling: boolean): number {
  const { heard, inLoop, screen, papers, face } = TALLY;
  const isHeard = rows[row + heard] + rows[row + inLoop] > 0;
  const isRead = isReadable && rows[row + screen] + rows[row + papers] > 0;
  const isRecognised = isFaceTelling && rows[row + face] > 0;
  return (isHeard ? HAS.talk : 0) | (isRead ? HAS.read : 0) | (isRecognised ? HAS.face : 0);
}
