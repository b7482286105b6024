/** The course of a visitor's present stay: along the pieces of the way there, and then at the place. */
import type { Vantages } from '../model/vantage.ts';
import type { Stay } from './presence.ts';

const NO_PIECES = new Int32Array(0);
const NO_ENDS = new Float64Array(0);
const NEVER = Number.POSITIVE_INFINITY;

export class Course {
  /** When it begins. */
  from = Number.NaN;
  /** The vantage of the present piece, or -1 for nowhere; and when that ends, infinite at the place. */
  vantage = -1;
  until = NEVER;
  private at: Int32Array = NO_PIECES;
  private ends: Float64Array = NO_ENDS;
  private place = -1;
  private setOut = Number.NaN;
  private length = Number.NaN;
  private piece = 0;

  /** Takes a stay, from its beginning. */
  take(vantages: Pick<Vantages, 'wayOf'>, { way, setOut, since, place }: Stay): void {
    if (way < 0) {
      this.at = NO_PIECES;
      this.ends = NO_ENDS;
    } else {
      const pieces = vantages.wayOf(way);
      this.at = pieces.at;
      this.ends = pieces.ends;
    }
    this.place = place;
    this.setOut = setOut;
    this.length = since - setOut;
    this.from = this.at.length > 0 ? setOut : since;
    this.piece = 0;
    this.look();
  }

  /** Goes on to the first piece that ends after the time. */
  goTo(time: number): void {
    while (this.until <= time) {
      this.piece++;
      this.look();
    }
  }

  private look(): void {
    const { at, ends, piece } = this;
    const isOnWay = piece < at.length;
    this.vantage = isOnWay ? at[piece] : this.place;
    this.until = isOnWay ? this.setOut + this.length * ends[piece] : NEVER;
  }
}
