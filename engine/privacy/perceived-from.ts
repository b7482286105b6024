/** From where a service is perceived, for who is told of a conflict: how far away, and on which piece of a way. */
import type { Hearing } from '../model/hearing.ts';
import type { Seeing } from '../model/seeing.ts';
import { ROW, TALLY } from './impression.ts';
import type { ImpressionTable } from './impressions.ts';
import type { Stretch } from './open-exposures.ts';
import type { Stay } from './presence.ts';
import { PAPERS, SCREEN, TALK, TELLING_PLACE } from './watched.ts';

/** By what is perceived: where a row says that it is, or of talk that a loop carries it; and what is looked at. */
const SHARE_OF: Readonly<Record<number, number>> = {
  [TALK]: TALLY.inLoop,
  [SCREEN]: TALLY.screen,
  [PAPERS]: TALLY.papers,
  [TELLING_PLACE]: TALLY.face,
};
const TARGET_OF: Readonly<Record<number, 'screen' | 'paper' | 'face'>> = {
  [SCREEN]: 'screen',
  [PAPERS]: 'paper',
  [TELLING_PLACE]: 'face',
};

export class PerceivedFrom {
  private readonly table: ImpressionTable;
  private readonly hearing: Hearing | null;
  private readonly seeing: Seeing | null;

  constructor(table: ImpressionTable, hearing: Hearing | null, seeing: Seeing | null) {
    this.table = table;
    this.hearing = hearing;
    this.seeing = seeing;
  }

  /** From the vantage to what is perceived at the space, as an audit has it. */
  metres(kind: number, space: number, vantage: number): number {
    const { hearing, seeing } = this;
    if (kind === TALK) return hearing?.metresTo(space, vantage) ?? -1;
    return seeing?.metresTo(TARGET_OF[kind], space, vantage) ?? -1;
  }

  /** Of the pieces of the way that are walked in the stretch, and from which it is perceived, the nearest; or -1. */
  nearestOn(
    kind: number,
    space: number,
    way: number,
    { setOut, since }: Stay,
    { from, to }: Stretch,
  ): number {
    const { rows, pieces } = this.table;
    const share = SHARE_OF[kind];
    const begins = (from - setOut) / (since - setOut);
    const ends = (to - setOut) / (since - setOut);
    const last = rows[way + TALLY.lastPiece];
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let piece = rows[way + TALLY.firstPiece]; piece < last; piece += ROW) {
      const isWalked = pieces[piece + TALLY.begins] < ends && pieces[piece + TALLY.ends] > begins;
      if (!isWalked || pieces[piece + share] === 0) continue;
      const vantage = pieces[piece + TALLY.bestVantage];
      const metres = this.metres(kind, space, vantage);
      if (metres >= least) continue;
      least = metres;
      nearest = vantage;
    }
    return nearest;
  }
}
