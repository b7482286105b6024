/** The course of a visitor's present stay: along the pieces of the way there, and then at the place. */
import type { Vantages } from '../model/vantage.ts';
import type { Stay } from './presence.ts';

const NO_PIECES = new Int32Array(0);
const NO_ENDS = new Float64Array(0);
const NEVER = Number.POSITIVE_INFINITY;

/** When a stay begins: with its way, if that leads anywhere. */
export function beginOf({ way, setOut, since }: Stay, vantages: Pick<Vantages, 'wayOf'>): number {
  return way >= 0 && vantages.wayOf(way).at.length > 0 ? setOut : since;
}

export class Course {
  /** The vantage of the present piece, or -1 for nowhere; and when that ends, infinite at the place. */
  vantage = -1;
  until = NEVER;
  private at: Int32Array = NO_PIECES;
  private ends: Float64Array = NO_ENDS;
  private place = -1;
  private setOut = Number.NaN;
  private length = Number.NaN;
  private piece = 0;

  /** Takes a stay, from a time on that is not before its beginning. */
  take({ way, setOut, since, place }: Stay, vantages: Pick<Vantages, 'wayOf'>, from: number): void {
    if (way < 0 || from >= since) {
      this.at = NO_PIECES;
      this.vantage = place;
      this.until = NEVER;
      return;
    }
    const { at, ends } = vantages.wayOf(way);
    this.at = at;
    this.ends = ends;
    this.place = place;
    this.setOut = setOut;
    this.length = since - setOut;
    this.piece = 0;
    this.look();
    this.goTo(from);
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
