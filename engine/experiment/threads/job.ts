/**
 * The work of one run while it is on the threads: cut into shards, handed out in order, done again where a worker died, and
 * given back in order. What waits for its turn is bounded, since no shard is handed out too far ahead of the first that is missing.
 */
import { type Days, giveUp } from '../days.ts';
import { ReplicationError, type Work } from '../executor.ts';
import type { Shard, Thrown } from './messages.ts';

/** Milliseconds that a shard should take: long against a message, short against a wait for it, and few days to keep. */
const SHARD_TIME = 40;
/** Shards for each thread that may be out or waiting for their turn. */
const AHEAD = 4;
/** How often a shard is done again after a worker has died of it. */
export const REDONE_MOST = 2;

export class Job {
  readonly work: Work;
  /** Resolves when all days have been handed over, or none will be any more. */
  readonly done: Promise<void>;
  isOver = false;
  /** The first replication that has not been handed over. */
  reached: number;
  private readonly threads: number;
  private readonly settle: { resolve: () => void; reject: (reason: Error) => void };
  /** By the first replication of a shard: what came of it, before it is its turn. */
  private readonly waiting = new Map<number, Days | Error>();
  private readonly deaths = new Map<number, number>();
  private readonly again: Shard[] = [];
  /** Shards that are out. */
  private out = 0;
  /** The first replication that has never been out. */
  private next: number;
  /** Milliseconds a day takes, as last known; 0 where it is not. */
  private pace: number;
  private readonly onAbort = () => this.end();
  /** Who waits for the job to have moved on. */
  private onMove: (() => void)[] = [];

  constructor(work: Work, from: number, threads: number, pace: number) {
    this.work = work;
    this.threads = threads;
    this.reached = from;
    this.next = from;
    this.pace = pace;
    let settle: Job['settle'] = { resolve: () => {}, reject: () => {} };
    this.done = new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.settle = settle;
    work.signal?.addEventListener('abort', this.onAbort);
    if (work.signal?.aborted || from >= work.to) this.end();
  }

  /** The next shard to be done; null where there is none for now, or none any more. */
  take(): Shard | null {
    if (this.isOver) return null;
    const shard = this.again.shift() ?? this.cut();
    if (shard !== null) this.out++;
    return shard;
  }

  /** Resolves once a shard has come back, or the job is over: there may be another one to be done. */
  moved(): Promise<void> {
    return this.isOver ? Promise.resolve() : new Promise((resolve) => this.onMove.push(resolve));
  }

  /** Of a shard that is out, the rest from a replication on is a shard of its own from now on, which is out too. */
  split({ from, to }: Shard, at: number): [Shard, Shard] {
    this.out++;
    return [
      { from, to: at },
      { from: at, to },
    ];
  }

  /** The shard is done. */
  deliver({ from, to }: Shard, days: Days, milliseconds: number): void {
    const pace = milliseconds / (to - from);
    this.pace = this.pace === 0 ? pace : this.pace + (pace - this.pace) / 4;
    this.settled(from, days);
  }

  /** The engine has thrown. Days before it that are still out are waited for, so that the first failure is told. */
  fail({ from }: Shard, replication: number, thrown: Thrown): void {
    const cause = new Error(thrown.message);
    cause.stack = thrown.stack;
    this.settled(from, new ReplicationError(this.work, replication, cause));
  }

  /** Its worker has died of it. Tells whether the shard is done again. */
  lose(shard: Shard, replication: number, reason: string): boolean {
    const deaths = (this.deaths.get(shard.from) ?? 0) + 1;
    this.deaths.set(shard.from, deaths);
    if (deaths <= REDONE_MOST) {
      this.giveBack(shard);
      return true;
    }
    const cause = new Error(
      `its worker thread ${reason}, ${deaths} times; replications ${shard.from} to ${shard.to - 1} were tried together`,
    );
    this.settled(shard.from, new ReplicationError(this.work, replication, cause));
    return false;
  }

  /** The shard was not begun. */
  giveBack(shard: Shard): void {
    this.out--;
    this.again.push(shard);
    this.again.sort((a, b) => a.from - b.from);
    this.moves();
  }

  end(reason?: Error): void {
    if (this.isOver) return;
    this.isOver = true;
    this.waiting.clear();
    this.work.signal?.removeEventListener('abort', this.onAbort);
    this.moves();
    if (reason === undefined) this.settle.resolve();
    else this.settle.reject(reason);
  }

  /** Smaller towards the end, so that all threads are done at nearly the same time. */
  private cut(): Shard | null {
    const left = this.work.to - this.next;
    if (left === 0 || this.out + this.waiting.size >= AHEAD * this.threads) return null;
    const days = this.pace === 0 ? 1 : Math.min(SHARD_TIME / this.pace, left / (2 * this.threads));
    const from = this.next;
    this.next = from + Math.min(left, Math.max(1, Math.ceil(days)));
    return { from, to: this.next };
  }

  private moves(): void {
    for (const tell of this.onMove.splice(0)) tell();
  }

  private settled(from: number, what: Days | Error): void {
    this.out--;
    this.moves();
    if (this.isOver) return;
    this.waiting.set(from, what);
    for (let due = this.waiting.get(this.reached); due !== undefined; due = this.waiting.get(this.reached)) {
      this.waiting.delete(this.reached);
      if (due instanceof Error) {
        this.end(due);
        return;
      }
      this.reached += due.count;
      this.handOver(due);
      if (this.isOver) return;
    }
    if (this.reached >= this.work.to) this.end();
  }

  private handOver(days: Days): void {
    try {
      this.work.onDays(days);
      giveUp(days);
    } catch (thrown) {
      this.end(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  }
}
