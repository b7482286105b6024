/**
 * Members of groups that are free, longest free first: clerks by role, spaces by type. Every operation costs
 * a constant time.
 */

/** The bit of a group in masks; groups far apart share one. The sign bit is nobody's. */
export const bitOf = (group: number): number => 1 << (group % GROUP_BITS);
const GROUP_BITS = 31;

export class FreeList {
  /** The bits of all groups in which somebody is free: where a bit is not set, none of its groups has anybody. */
  mask = 0;
  /** By bit: how many of its groups have somebody. */
  private readonly groupsOfBit = new Int32Array(GROUP_BITS);
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly groupOf: Int32Array;
  /** By group, how many are free. */
  readonly count: Int32Array;
  /** By member, since when it has been free; for one that is not, when it last began to be. */
  readonly since: Float64Array;

  constructor(groups: number, members: number) {
    this.first = new Int32Array(groups).fill(-1);
    this.last = new Int32Array(groups).fill(-1);
    this.count = new Int32Array(groups);
    this.next = new Int32Array(members);
    this.previous = new Int32Array(members);
    this.groupOf = new Int32Array(members).fill(-1);
    this.since = new Float64Array(members);
  }

  clear(): void {
    this.first.fill(-1);
    this.last.fill(-1);
    this.count.fill(0);
    this.groupOf.fill(-1);
    this.groupsOfBit.fill(0);
    this.mask = 0;
  }

  /** The member of the group that has been free for the longest, or -1. */
  longest(group: number): number {
    return this.first[group];
  }

  /** The member that follows in its group, or -1. */
  after(member: number): number {
    return this.next[member];
  }

  has(member: number): boolean {
    return this.groupOf[member] >= 0;
  }

  add(group: number, member: number, time: number): void {
    const last = this.last[group];
    this.next[member] = -1;
    this.previous[member] = last;
    if (last < 0) this.first[group] = member;
    else this.next[last] = member;
    this.last[group] = member;
    this.groupOf[member] = group;
    this.since[member] = time;
    this.count[group] += 1;
    if (last >= 0) return;
    this.groupsOfBit[group % GROUP_BITS] += 1;
    this.mask |= bitOf(group);
  }

  remove(member: number): void {
    const group = this.groupOf[member];
    const before = this.previous[member];
    const after = this.next[member];
    if (before < 0) this.first[group] = after;
    else this.next[before] = after;
    if (after < 0) this.last[group] = before;
    else this.previous[after] = before;
    this.groupOf[member] = -1;
    this.count[group] -= 1;
    if (this.first[group] >= 0) return;
    const bit = group % GROUP_BITS;
    this.groupsOfBit[bit] -= 1;
    if (this.groupsOfBit[bit] === 0) this.mask &= ~bitOf(group);
  }
}
