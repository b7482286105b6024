import { describe, expect, it } from 'vitest';
import { Clustering } from '../../engine/experiment/clustering.ts';

describe('clusters of replications', () => {
  it('are in a row, and the last may be smaller', () => {
    const clustering = new Clustering();
    clustering.replications = 10;
    expect(clustering.sizes()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    clustering.size = 4;
    expect(clustering.count).toBe(3);
    expect(clustering.sizes()).toEqual([4, 4, 2]);
    expect([0, 3, 4, 9].map((replication) => clustering.of(replication))).toEqual([0, 0, 1, 2]);
  });
});
