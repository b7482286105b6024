/**
 * Which replications are kept as one: each its own cluster at first, later two, four, eight in a row, so that there are
 * never more than about a thousand clusters. Replications are independent, and so are sums over separate ones: every estimate
 * holds with clusters in their place. It follows from the replications alone, in their order, and from nothing about how they ran.
 */

/**
 * Where there would be more, clusters are put together by two. With the half that is left, Student's factor is within 0.3 %
 * of what it would be from all replications.
 */
export const MOST_CLUSTERS = 1024;

export class Clustering {
  replications = 0;
  /** Replications in each cluster; the last may have fewer. A power of two. */
  size = 1;

  get count(): number {
    return Math.ceil(this.replications / this.size);
  }

  /** The cluster of a replication. */
  of(replication: number): number {
    return Math.floor(replication / this.size);
  }

  /** The replications in each cluster. */
  sizes(): number[] {
    const { count, size, replications } = this;
    return Array.from({ length: count }, (_, k) => Math.min(size, replications - k * size));
  }
}
