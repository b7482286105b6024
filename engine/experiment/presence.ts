/**
 * In how many replications there was anything of what a measure is a share or an average of: so many have observed it. It is
 * counted as replications come, since clusters of them no longer tell.
 */
import type { Figure, Layout } from '../statistics/figures.ts';
import { type ScopeKind, scopeCount } from '../statistics/scopes.ts';
import { MEASURES } from './measures.ts';

export class Presence {
  private readonly layout: Layout;
  /** Where the counts of several figures, for a kind of scope, begin. */
  private readonly bases = new Map<string, number>();
  /** By offset in the row: where the counts that it adds to begin among all such; last, where all end. */
  private readonly starts: Int32Array;
  private readonly slots: Int32Array;
  private readonly counts: Int32Array;
  private readonly last: Int32Array;

  constructor(layout: Layout) {
    this.layout = layout;
    const slots: number[][] = Array.from({ length: layout.size }, () => []);
    let size = 0;
    for (const { recipe, scopes } of MEASURES) {
      if (recipe.kind !== 'ratio') continue;
      for (const kind of scopes) {
        if (this.bases.has(keyOf(recipe.per, kind))) continue;
        this.bases.set(keyOf(recipe.per, kind), size);
        size += this.reserve(recipe.per, kind, size, slots);
      }
    }
    this.starts = new Int32Array(layout.size + 1);
    for (const [offset, { length }] of slots.entries())
      this.starts[offset + 1] = this.starts[offset] + length;
    this.slots = Int32Array.from(slots.flat());
    this.counts = new Int32Array(size);
    this.last = new Int32Array(size).fill(-1);
  }

  /** A figure that is not zero in the replication. */
  note(offset: number, replication: number): void {
    for (let k = this.starts[offset]; k < this.starts[offset + 1]; k++) {
      const slot = this.slots[k];
      if (this.last[slot] === replication) continue;
      this.last[slot] = replication;
      this.counts[slot]++;
    }
  }

  /** Replications in which any of the figures, which are those below the line of a ratio, was not zero. */
  of(figures: readonly Figure[], kind: ScopeKind, index: number): number {
    const base = this.bases.get(keyOf(figures, kind));
    if (base === undefined) throw new Error(`no measure is a ratio to ${figures.join(' and ')} by ${kind}`);
    return this.counts[base + index];
  }

  private reserve(figures: readonly Figure[], kind: ScopeKind, base: number, slots: number[][]): number {
    const count = scopeCount(kind, this.layout.ids);
    for (const figure of figures) {
      const offset = this.layout.offset(figure, kind);
      for (let k = 0; k < count; k++) slots[offset + k].push(base + k);
    }
    return count;
  }
}

const keyOf = (figures: readonly Figure[], kind: ScopeKind) => `${figures.join(' ')} ${kind}`;
