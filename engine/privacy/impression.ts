/** What a service is like from where somebody else is, or on the way there. */
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';

/** Seconds of what is perceived; or, at a place, on a way or a piece of one, what is perceived in each second. */
export class Impression {
  /** Understood over the limit; the same weighted by the share of sentences understood. */
  heard = Number.NaN;
  understood = Number.NaN;
  /** Within reach of a hearing loop; and heard as well. */
  inLoop = Number.NaN;
  heardInLoop = Number.NaN;
  /** The screen, or else papers, can be read. */
  screen = Number.NaN;
  papers = Number.NaN;
  /** The face can be recognised. */
  face = Number.NaN;
  /** The highest STI, without babble and 0 where it is not over the limit; and where that is, or else first. */
  bestSti = Number.NaN;
  bestVantage = -1;
  /** The pair of the two spaces, as in `Exposures.pairOf`. */
  bestPair = -1;
  /** Those pieces of a way on which anything is perceived; of a place, none. */
  pieces: readonly Piece[] = NO_PIECES;

  /** Nothing, before others are added to it; the given one is the best for now. */
  clear(first: Impression): void {
    this.heard = this.understood = this.inLoop = this.heardInLoop = 0;
    this.screen = this.papers = this.face = this.bestSti = 0;
    this.bestVantage = first.bestVantage;
    this.bestPair = first.bestPair;
  }

  /** Adds seconds, or a share, of another. */
  add(seconds: number, other: Impression): void {
    this.heard += seconds * other.heard;
    this.understood += seconds * other.understood;
    this.inLoop += seconds * other.inLoop;
    this.heardInLoop += seconds * other.heardInLoop;
    this.screen += seconds * other.screen;
    this.papers += seconds * other.papers;
    this.face += seconds * other.face;
    if (other.bestSti <= this.bestSti) return;
    this.bestSti = other.bestSti;
    this.bestVantage = other.bestVantage;
    this.bestPair = other.bestPair;
  }

  /** Sets what is perceived in each second at a vantage; the STI is 0 where it is not over the limit. */
  setSti(sti: number): void {
    this.bestSti = sti;
    this.heard = sti > 0 ? 1 : 0;
    this.understood = sti > 0 ? sentencesUnderstood(sti) : 0;
    this.heardInLoop = sti > 0 ? this.inLoop : 0;
  }

  /** Whether nothing is perceived but who it is. */
  get isFaceOnly(): boolean {
    return this.heard + this.inLoop + this.screen + this.papers === 0;
  }
}

/** Where on a way it begins and ends, as shares of the whole; and what is perceived there. */
export interface Piece {
  readonly begins: number;
  readonly ends: number;
  readonly impression: Impression;
}

const NO_PIECES: readonly Piece[] = [];
