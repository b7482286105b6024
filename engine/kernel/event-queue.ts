/**
 * The clock's pending events, earliest first, in a winner tree: each event keeps one leaf, each inner node
 * names the leaf that wins below it. A push or pop costs one walk from a leaf to the root, whose addresses
 * do not depend on its comparisons; nothing is allocated except when the tree doubles.
 */

/** Priorities sort above all tokens of a day in one number: priority × 2^48 + token. */
const PRIORITY_UNIT = 2 ** 48;
const CAPACITY_MIN = 4;
/** No slot: nothing was taken out since the last push. */
const NONE = -1;

export class EventQueue {
  /** When the event that was popped last happens, in seconds. */
  time = 0;
  /** What it is: the number given to `push`. */
  payload = 0;

  /** Priority and token of the event that was popped last; few ask for them. */
  private rank = 0;
  private pending = 0;
  private tokens = 0;
  private capacity = 0;
  /**
   * The slot of the event popped last, as long as the tree still shows it: the next push takes it over and
   * so spares a walk, as most events schedule another.
   */
  private vacated = NONE;
  /** By slot; a slot in no use has the time Infinity. */
  private times = new Float64Array(0);
  private ranks = new Float64Array(0);
  private payloads = new Int32Array(0);
  /** From `pending` on: the slots in no use (the vacated one apart). */
  private free = new Int32Array(0);
  /** By node, the root being 1, the children of n 2n and 2n + 1, the leaf of a slot capacity + slot. */
  private winners = new Int32Array(0);

  constructor() {
    this.grow(CAPACITY_MIN);
  }

  /** The name of the event that was popped last: the number that `push` returned. */
  get token(): number {
    return this.rank - this.priority * PRIORITY_UNIT;
  }

  /** Its priority. */
  get priority(): number {
    return Math.floor(this.rank / PRIORITY_UNIT);
  }

  /** How many events are pending. */
  get size(): number {
    return this.pending;
  }

  /**
   * Schedules an event and returns its token: 0, 1, 2 … since the last `clear`. `payload` is an int32,
   * `priority` an integer from 0 to 15; neither is checked. Any finite time will do, an earlier one than
   * the last popped too. There is no cancelling: the owner keeps the token of the event that counts, and
   * passes over one that comes with another.
   *
   * @throws RangeError if `time` is NaN or Infinity: what never happens is not pushed.
   */
  push(time: number, priority: number, payload: number): number {
    if (!(time < Number.POSITIVE_INFINITY)) throw new RangeError(`an event at time ${time} never happens`);
    const token = this.tokens++;
    const rank = priority * PRIORITY_UNIT + token;
    let slot = this.vacated;
    if (slot === NONE) {
      if (this.pending === this.capacity) this.grow(2 * this.capacity);
      slot = this.free[this.pending];
      this.fill(slot, time, rank, payload);
      this.enter(slot, time, rank);
    } else {
      this.vacated = NONE;
      this.fill(slot, time, rank, payload);
      this.replay(slot);
    }
    this.pending++;
    return token;
  }

  /** Takes the earliest event out into `time`, `payload`, `token` and `priority`; false if there is none. */
  pop(): boolean {
    if (this.vacated !== NONE) this.settle();
    if (this.pending === 0) return false;
    const slot = this.winners[1];
    this.time = this.times[slot];
    this.payload = this.payloads[slot];
    this.rank = this.ranks[slot];
    this.vacated = slot;
    this.pending--;
    return true;
  }

  /** When the earliest event happens; Infinity if there is none. */
  peekTime(): number {
    if (this.vacated !== NONE) this.settle();
    return this.times[this.winners[1]];
  }

  /** Forgets all events, and begins to count tokens anew; keeps the memory. */
  clear(): void {
    this.times.fill(Number.POSITIVE_INFINITY);
    for (let slot = 0; slot < this.capacity; slot++) this.free[slot] = slot;
    this.vacated = NONE;
    this.pending = 0;
    this.tokens = 0;
  }

  private fill(slot: number, time: number, rank: number, payload: number): void {
    this.times[slot] = time;
    this.ranks[slot] = rank;
    this.payloads[slot] = payload;
  }

  /** Takes the event popped last out of the tree, when no push has taken over its slot. */
  private settle(): void {
    const slot = this.vacated;
    this.vacated = NONE;
    this.free[this.pending] = slot;
    this.times[slot] = Number.POSITIVE_INFINITY;
    this.replay(slot);
  }

  /** Plays a slot that was in no use up to the first node where another beats it: above, nothing changes. */
  private enter(slot: number, time: number, rank: number): void {
    const { times, ranks, winners } = this;
    for (let node = (this.capacity + slot) >> 1; node > 0; node >>= 1) {
      const held = winners[node];
      // The tie rule, as in `replay`.
      if (times[held] < time || (times[held] === time && ranks[held] < rank)) return;
      winners[node] = slot;
    }
  }

  /** Plays all matches from a leaf to the root anew: its slot was the winner of each. */
  private replay(slot: number): void {
    const { times, ranks, winners } = this;
    let winner = slot;
    let time = times[slot];
    for (let node = this.capacity + slot; node > 1; ) {
      const rival = winners[node ^ 1];
      const rivalTime = times[rival];
      // Who wins is a coin toss, which no processor foresees: hence arithmetic in place of a branch.
      let beaten = Number(rivalTime < time);
      // The tie rule: at equal times the lower priority first, then the one pushed first. No two ranks are
      // equal, so the order of pops is fixed by the pushes alone.
      if (rivalTime === time) beaten = Number(ranks[rival] < ranks[winner]);
      winner ^= (winner ^ rival) & -beaten;
      time = times[winner];
      node >>= 1;
      winners[node] = winner;
    }
  }

  private grow(capacity: number): void {
    const { times, ranks, payloads, free } = this;
    this.times = new Float64Array(capacity).fill(Number.POSITIVE_INFINITY);
    this.times.set(times);
    this.ranks = new Float64Array(capacity);
    this.ranks.set(ranks);
    this.payloads = new Int32Array(capacity);
    this.payloads.set(payloads);
    this.free = new Int32Array(capacity);
    this.free.set(free);
    for (let slot = this.capacity; slot < capacity; slot++) this.free[slot] = slot;
    this.winners = new Int32Array(2 * capacity);
    for (let slot = 0; slot < capacity; slot++) this.winners[capacity + slot] = slot;
    for (let node = capacity - 1; node > 0; node--) this.winners[node] = this.winners[2 * node];
    const filled = this.capacity;
    this.capacity = capacity;
    for (let slot = 0; slot < filled; slot++) this.enter(slot, this.times[slot], this.ranks[slot]);
  }
}
