/** The course of a visitor's present stay: along the pieces of the way there, and then at the place. */
import type { Presence } from './presence.ts';

/** What it asks of who is where. */
type Whereabouts = Pick<Presence, 'wayId' | 'wayStart' | 'since' | 'place'> & {
  readonly vantages: Pick<Presence['vantages'], 'wayOf'>;
};

const NO_PIECES = new Int32Array(0);
const NO_ENDS = new Float64Array(0);
const NEVER = Number.POSITIVE_INFINITY;

export class Course {
  /** When it begins. */
  from = 0;
  /** The vantage of the present piece, or -1 for nowhere; and when that ends, infinite at the place. */
  vantage = -1;
  until = NEVER;
  private at: Int32Array = NO_PIECES;
  private ends: Float64Array = NO_ENDS;
  private place = -1;
  private setOut = 0;
  private length = 0;
  private piece = 0;

  /** Takes the present stay of the visitor, from its beginning. */
  take({ vantages, wayId, wayStart, since, place }: Whereabouts, visitor: number): void {
    const way = wayId[visitor];
    this.at = way < 0 ? NO_PIECES : vantages.wayOf(way).at;
    this.ends = way < 0 ? NO_ENDS : vantages.wayOf(way).ends;
    this.place = place[visitor];
    this.setOut = wayStart[visitor];
    this.length = since[visitor] - this.setOut;
    this.from = this.at.length > 0 ? this.setOut : since[visitor];
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
