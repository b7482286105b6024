/**
 * Who waits: one line for each queue of the model, sorted by the visitors' keys and, among equal keys, by
 * their serial numbers. Joining at the end, leaving and looking at the first cost a constant time.
 */
import type { Model } from '../model/model.ts';
import type { Needs } from './needs.ts';
import type { Visitors } from './visitors.ts';

export class WaitingLines {
  private readonly visitors: Visitors;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  /** The queues in which somebody waits, in no order; `activeAt` is each queue's position there, or -1. */
  readonly active: Int32Array;
  private readonly activeAt: Int32Array;
  activeCount = 0;
  /** How many wait in all, and by role that could serve them (one visitor counts for each such role). */
  count = 0;
  readonly countByRole: Int32Array;
  private readonly needs: Needs;

  constructor(model: Model, needs: Needs, visitors: Visitors) {
    this.needs = needs;
    this.visitors = visitors;
    const queues = model.queues.length;
    this.first = new Int32Array(queues);
    this.last = new Int32Array(queues);
    this.active = new Int32Array(queues);
    this.activeAt = new Int32Array(queues);
    this.countByRole = new Int32Array(model.ids.roles.length);
    this.clear();
  }

  clear(): void {
    this.first.fill(-1);
    this.last.fill(-1);
    this.activeAt.fill(-1);
    this.countByRole.fill(0);
    this.activeCount = 0;
    this.count = 0;
  }

  head(queue: number): number {
    return this.first[queue];
  }

  /** Whether `a` goes before `b`: the lower key, and among equal keys who arrived first. */
  precedes(a: number, b: number): boolean {
    const { key, serial } = this.visitors;
    return key[a] < key[b] || (key[a] === key[b] && serial[a] < serial[b]);
  }

  join(queue: number, visitor: number): void {
    const { next, previous } = this.visitors;
    let before = this.last[queue];
    while (before >= 0 && this.precedes(visitor, before)) before = previous[before];
    const after = before < 0 ? this.first[queue] : next[before];
    previous[visitor] = before;
    next[visitor] = after;
    if (before < 0) this.first[queue] = visitor;
    else next[before] = visitor;
    if (after < 0) this.last[queue] = visitor;
    else previous[after] = visitor;
    this.visitors.queue[visitor] = queue;
    if (this.activeAt[queue] < 0) {
      this.activeAt[queue] = this.activeCount;
      this.active[this.activeCount++] = queue;
    }
    this.tally(queue, 1);
  }

  leave(visitor: number): void {
    const { next, previous } = this.visitors;
    const queue = this.visitors.queue[visitor];
    const before = previous[visitor];
    const after = next[visitor];
    if (before < 0) this.first[queue] = after;
    else next[before] = after;
    if (after < 0) this.last[queue] = before;
    else previous[after] = before;
    this.visitors.queue[visitor] = -1;
    if (this.first[queue] < 0) {
      const position = this.activeAt[queue];
      const moved = this.active[--this.activeCount];
      this.active[position] = moved;
      this.activeAt[moved] = position;
      this.activeAt[queue] = -1;
    }
    this.tally(queue, -1);
  }

  private tally(queue: number, by: number): void {
    this.count += by;
    const { firstChoice, role } = this.needs;
    const until = firstChoice[queue + 1];
    for (let choice = firstChoice[queue]; choice < until; choice++)
      if (role[choice] >= 0) this.countByRole[role[choice]] += by;
  }
}
