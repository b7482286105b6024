/**
 * The worker threads: started when they are wanted, given shards, watched, and replaced when they die.
 */
import { type Design, portable } from '../design.ts';
import type { Job } from './job.ts';
import type { Report, Shard } from './messages.ts';
import { Thread } from './thread.ts';

export interface PoolOptions {
  readonly entry: URL;
  /** Mebibytes that the heap of each worker may take. */
  readonly memory: number;
  /** Milliseconds for one day, and for a start, after which a worker is taken for stuck. */
  readonly dayLimit: number;
  /** Told of what went wrong and was mended. */
  readonly onNotice: (text: string) => void;
}

/** Shards that a worker has at a time, so that it never waits for the next. */
const IN_HAND = 2;
/** Workers that may fail to start, one after another, before none is tried any more. */
const FALSE_STARTS_MOST = 3;
const LOOK_EVERY = 1000;

interface Member {
  readonly thread: Thread;
  /** In the order in which they were sent. */
  readonly inHand: { readonly job: Job; readonly shard: Shard }[];
  readonly knows: Set<number>;
}

export class Pool {
  private readonly options: PoolOptions;
  private readonly members = new Set<Member>();
  private readonly jobs = new Set<Job>();
  /** Those that workers keep: what jobs are of, or else the last that was asked for. */
  private readonly designs: { readonly id: number; readonly design: Design; readonly seed: string }[] = [];
  private nextId = 0;
  private size = 0;
  private falseStarts = 0;
  private watch: NodeJS.Timeout | undefined;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /** Whether some worker waits for work. */
  get isReady(): boolean {
    return [...this.members].some(({ thread }) => thread.isReady);
  }

  /** Whether workers cannot be started here. */
  get isBroken(): boolean {
    return this.falseStarts >= FALSE_STARTS_MOST;
  }

  /** Whether workers have seen the design, so that they need not compile it. */
  knows(design: Design, seed: string): boolean {
    return this.designs.some((one) => one.design === design && one.seed === seed);
  }

  /** Sees to it that there are so many workers, ready soon. */
  start(size: number): void {
    this.size = Math.max(this.size, size);
    this.fill();
    this.watch ??= setInterval(() => this.look(), LOOK_EVERY).unref();
  }

  /** Does the job, or as much of it as there are workers for. */
  async run(job: Job): Promise<void> {
    this.jobs.add(job);
    // The workers do not keep the program running: this does.
    const hold = setInterval(() => {}, LOOK_EVERY);
    try {
      this.handOut();
      await job.done;
    } finally {
      clearInterval(hold);
      this.jobs.delete(job);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.watch);
    this.size = 0;
    const members = [...this.members];
    this.members.clear();
    for (const job of this.jobs) job.end();
    await Promise.all(members.map(({ thread }) => thread.end()));
  }

  private fill(): void {
    while (this.members.size < this.size && !this.isBroken) this.add();
  }

  private add(): void {
    const member: Member = {
      thread: new Thread({
        entry: this.options.entry,
        memory: this.options.memory,
        onReport: (report) => this.heard(member, report),
        onDeath: (reason) => this.died(member, reason),
      }),
      inHand: [],
      knows: new Set(),
    };
    this.members.add(member);
  }

  private heard(member: Member, report: Report): void {
    if (report.kind === 'ready') this.falseStarts = 0;
    else {
      const sent = member.inHand.shift();
      if (sent === undefined) throw new Error('a worker has answered what it was not asked');
      const { job, shard } = sent;
      if (report.kind === 'days') job.deliver(shard, report.days, report.milliseconds);
      else job.fail(shard, report.replication, report.thrown);
    }
    this.handOut();
  }

  /** The shard that it was at is blamed; those behind it were not begun. */
  private died(member: Member, reason: string): void {
    const { thread, inHand } = member;
    this.members.delete(member);
    const [current, ...others] = inHand;
    for (const { job, shard } of others) job.giveBack(shard);
    if (!thread.isReady) this.falseStarts++;
    else if (current === undefined) this.options.onNotice(`a worker thread ${reason}; it is replaced`);
    else if (!current.job.isOver) this.lost(current.job, current.shard, thread.replication, reason);
    this.fill();
    if (this.members.size === 0) this.giveUp(reason);
    this.handOut();
  }

  private lost(job: Job, shard: Shard, replication: number, reason: string): void {
    if (!job.lose(shard, replication, reason)) return;
    const days = shard.to - shard.from === 1 ? `replication ${shard.from} is` : 'its replications are';
    this.options.onNotice(
      `a worker thread ${reason}, in replication ${replication}; it is replaced, and ${days} done again`,
    );
  }

  /** There are no workers, and can be none: what is left is done elsewhere. */
  private giveUp(reason: string): void {
    this.options.onNotice(`worker threads cannot be started (one ${reason}); the run goes on without`);
    for (const job of this.jobs) job.end();
  }

  /** Gives shards to whoever has room for one, so that all have the first before any has the second. */
  private handOut(): void {
    for (let room = 1; room <= IN_HAND; room++) {
      for (const member of this.members) {
        if (member.thread.isReady && member.inHand.length < room) this.give(member);
      }
    }
  }

  private give(member: Member): void {
    for (const job of this.jobs) {
      const shard = job.take();
      if (shard === null) continue;
      const design = this.introduce(member, job);
      if (member.inHand.length === 0) member.thread.rest();
      member.inHand.push({ job, shard });
      member.thread.send({ kind: 'shard', design, shard });
      return;
    }
  }

  /** The id of the job's design, which the member then knows. */
  private introduce(member: Member, { work: { design, seed } }: Job): number {
    const id = this.idOf(design, seed);
    if (member.knows.has(id)) return id;
    member.thread.send({ kind: 'design', id, design: portable(design), seed });
    member.knows.add(id);
    return id;
  }

  private idOf(design: Design, seed: string): number {
    const known = this.designs.find((one) => one.design === design && one.seed === seed);
    if (known !== undefined) return known.id;
    const id = this.nextId++;
    this.forgetOthers();
    this.designs.push({ id, design, seed });
    return id;
  }

  /** All that no job is of: each takes a worker some 10 MB, and seldom comes again once another has come. */
  private forgetOthers(): void {
    const works = [...this.jobs].map(({ work }) => work);
    for (let k = this.designs.length - 1; k >= 0; k--) {
      const { id, design, seed } = this.designs[k];
      if (works.some((work) => work.design === design && work.seed === seed)) continue;
      this.designs.splice(k, 1);
      this.forget(id);
    }
  }

  private forget(id: number): void {
    for (const { thread, knows } of this.members) {
      if (knows.delete(id)) thread.send({ kind: 'forget', id });
    }
  }

  private look(): void {
    for (const { thread, inHand } of [...this.members]) {
      if (inHand.length > 0 || !thread.isReady) thread.look(this.options.dayLimit);
    }
  }
}
