/**
 * Works out the privacy of large days, after they are shown: in a worker of its own, so that the engine of the page answers as
 * before. The same day by its seed is simulated once more, with the observer of privacy.
 */
import { proxy, type Remote } from 'comlink';
import type { ServedEngine } from '../engine/worker.ts';
import type { DesignSource } from '../parcel.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { connectOne } from './connect.ts';

export type PrivacyStatus =
  /** `offered`: it would take so long that somebody has to ask for it. */
  | { readonly is: 'known' | 'offered' }
  /** Until which time of the day it is known already; null at first. */
  | { readonly is: 'working'; readonly until: number | null }
  | { readonly is: 'failed'; readonly problem: string };

export interface PrivacyWanted {
  readonly day: ReplayDay;
  /** Of its design; and its number in the engine of the page. */
  readonly source: DesignSource;
  readonly index: number;
  readonly seed: string;
  /** Called when the status has changed, or only how far it is. */
  tell(what: 'privacy' | 'privacyUntil'): void;
}

interface Job {
  readonly wanted: PrivacyWanted;
  isOver: boolean;
  end(): void;
}

/** With more visitors than these, a hall takes minutes, and gigabytes. */
const MOST_AT_ONCE = 20_000;
const NOTHING = () => {};

export class PrivacyWork {
  private readonly engine: Remote<ServedEngine>;
  private readonly jobs = new Map<string, Job>();
  private readonly known = new WeakMap<ReplayDay, PrivacyStatus>();

  constructor(engine: Remote<ServedEngine>) {
    this.engine = engine;
  }

  statusOf(day: ReplayDay): PrivacyStatus {
    if (day.privacy !== null) return { is: 'known' };
    const usual: PrivacyStatus =
      day.visitors.length > MOST_AT_ONCE ? { is: 'offered' } : { is: 'working', until: null };
    return this.known.get(day) ?? usual;
  }

  /** What is shown at a place is this day now: the work for another one that was there is given up. */
  want(place: 'page' | 'beside', wanted: PrivacyWanted): void {
    const before = this.jobs.get(place);
    if (before?.wanted.day === wanted.day) return;
    if (before !== undefined) stop(before);
    const job = { wanted, isOver: false, end: NOTHING };
    this.jobs.set(place, job);
    if (this.statusOf(wanted.day).is === 'working') void this.run(job);
  }

  /** Nothing is shown there any more. */
  leave(place: 'page' | 'beside'): void {
    const job = this.jobs.get(place);
    if (job !== undefined) stop(job);
    this.jobs.delete(place);
  }

  /** Begins what was offered. */
  begin(day: ReplayDay): void {
    for (const job of this.jobs.values()) {
      if (job.wanted.day !== day || this.statusOf(day).is === 'working') continue;
      job.isOver = false;
      this.change(job, { is: 'working', until: null });
      void this.run(job);
    }
  }

  /** Ends the work, which is offered again. */
  giveUp(day: ReplayDay): void {
    for (const job of this.jobs.values()) {
      if (job.wanted.day !== day) continue;
      stop(job);
      this.change(job, { is: 'offered' });
    }
  }

  private async run(job: Job): Promise<void> {
    const { day, index, seed } = job.wanted;
    const own = await connectOne();
    // Given up, and perhaps begun anew, while the worker was started.
    if (job.isOver || job.end !== NOTHING) {
      own?.end();
      return;
    }
    const until = proxy((time: number) => {
      if (job.isOver) return;
      this.known.set(day, { is: 'working', until: time });
      job.wanted.tell('privacyUntil');
    });
    let isOver = false;
    job.end = () => {
      isOver = true;
      own?.end();
    };
    try {
      const privacy =
        own === null
          ? await this.engine.privacy(index, seed, day.replication, until)
          : await Promise.race([privacyIn(own.engine, job.wanted, until), own.failed]);
      if (isOver) return;
      day.privacy = privacy;
      this.change(job, { is: 'known' });
    } catch (thrown) {
      if (isOver) return;
      this.change(job, { is: 'failed', problem: thrown instanceof Error ? thrown.message : String(thrown) });
    } finally {
      if (!isOver) stop(job);
    }
  }

  private change({ wanted }: Job, status: PrivacyStatus): void {
    this.known.set(wanted.day, status);
    wanted.tell('privacy');
  }
}

function stop(job: Job): void {
  job.isOver = true;
  job.end();
  job.end = NOTHING;
}

async function privacyIn(
  engine: Remote<ServedEngine>,
  { source, seed, day }: PrivacyWanted,
  until: (time: number) => void,
) {
  const opened = await engine.open(0, source);
  if (!opened.ok) throw new Error(opened.problems);
  return engine.privacy(0, seed, day.replication, until);
}
