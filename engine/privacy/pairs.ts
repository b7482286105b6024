/** Which pair two spaces are: one in which something can be perceived, and one from which. */
import type { Model } from '../model/model.ts';

export class Pairs {
  /** By space that is in a pair, and by the space from which it is perceived: the pair, or -1. */
  private readonly rows: (Int32Array | undefined)[];

  constructor({ pairs, spaces }: Pick<Model, 'pairs' | 'spaces'>) {
    this.rows = new Array(spaces.length).fill(undefined);
    pairs.forEach(([space, other], pair) => {
      const row = this.rows[space] ?? new Int32Array(spaces.length).fill(-1);
      row[other] = pair;
      this.rows[space] = row;
    });
  }

  /** The pair of a space and another from which it is perceived; -1 where they are none. */
  of(space: number, other: number): number {
    return space < 0 || other < 0 ? -1 : (this.rows[space]?.[other] ?? -1);
  }
}
