/**
 * Nodes that wait for their turn, the nearest first, in a winner tree: each node has a leaf, and each inner node of the
 * tree names the one that wins below it. To put one in or take one out costs a walk from its leaf to the root.
 */
const NOBODY = -1;

export class NearestFirst {
  /** By node: who reads them gets them as they are at that moment. */
  private readonly distance: Float64Array;
  /** The root is 1, the children of n are 2n and 2n + 1, the leaf of a node is capacity + node. */
  private readonly winners: Int32Array;
  private readonly capacity: number;

  constructor(distance: Float64Array) {
    this.distance = distance;
    this.capacity = 2 ** Math.ceil(Math.log2(Math.max(1, distance.length)));
    this.winners = new Int32Array(2 * this.capacity).fill(NOBODY);
  }

  /** Puts a node in, or says that it is nearer than it was. */
  put(node: number): void {
    const { winners } = this;
    for (let at = this.capacity + node; at > 0; at >>= 1) {
      if (this.winner(winners[at], node) !== node) return;
      winners[at] = node;
    }
  }

  /** Takes the nearest out, of those as near as each other the first among the nodes; -1 where nobody waits. */
  take(): number {
    const { winners } = this;
    const nearest = winners[1];
    if (nearest === NOBODY) return NOBODY;
    let at = this.capacity + nearest;
    winners[at] = NOBODY;
    for (at >>= 1; at > 0; at >>= 1) winners[at] = this.winner(winners[2 * at], winners[2 * at + 1]);
    return nearest;
  }

  private winner(one: number, other: number): number {
    if (one === NOBODY || other === NOBODY) return Math.max(one, other);
    return isNearer(this.distance, other, one) ? other : one;
  }
}

/** Whether one is nearer than the other or, as near, before it among the nodes. */
export const isNearer = (distance: Float64Array, one: number, other: number): boolean =>
  distance[one] < distance[other] || (distance[one] === distance[other] && one < other);
