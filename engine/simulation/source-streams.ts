/**
 * The random streams of one visitor source. Each purpose has its own, so that one more number drawn for one
 * of them moves no other; and each source has its own, so that sources can be added and removed.
 */
import { Stream } from '../kernel/stream.ts';

export class SourceStreams {
  /** When visitors come. */
  readonly arrivals: Stream;
  /** What they are and bring: choices by one uniform number each. */
  readonly visit: Stream;
  /** How long things take: durations, speeds and numbers of people. */
  readonly work: Stream;

  constructor(seed: string, source: string) {
    this.arrivals = new Stream(seed, `${source}/arrivals`);
    this.visit = new Stream(seed, `${source}/visit`);
    this.work = new Stream(seed, `${source}/work`);
  }

  reseat(replication: number): void {
    this.arrivals.reseat(replication);
    this.visit.reseat(replication);
    this.work.reseat(replication);
  }
}
