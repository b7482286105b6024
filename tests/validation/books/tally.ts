/**
 * Sums of a day, added up visitor by visitor and moment by moment, to be compared with what the statistics say:
 * visits by how they ended, waits, services, and Little's identity on two ways.
 */
import { OUTCOME, type Outcome } from '../../../engine/simulation/observer.ts';
import type { Guest } from './guest.ts';

export class Tally {
  arrived = 0;
  unfinished = 0;
  readonly ended = new Map<Outcome, number>(Object.values(OUTCOME).map((outcome) => [outcome, 0]));
  /** Visitors × seconds from `from` on, and the waits of each visitor within that time. */
  waitingIntegral = 0;
  waitingSum = 0;
  /** Services of matters begun, not those that go on with what was broken off, and the waits before them. */
  services = 0;
  waitTime = 0;
  private readonly from: number;

  constructor(from: number) {
    this.from = from;
  }

  arrives(guest: Guest): void {
    if (guest.isMeasured) this.arrived += 1;
  }

  leaves(guest: Guest, outcome: Outcome): void {
    if (guest.isMeasured) this.counts(outcome);
  }

  absent(time: number, outcome: Outcome): void {
    if (time >= this.from) this.counts(outcome);
  }

  isInside(guest: Guest): void {
    if (guest.isMeasured) this.unfinished += 1;
  }

  passes(from: number, to: number, waiting: number): void {
    this.waitingIntegral += waiting * (to - Math.min(Math.max(from, this.from), to));
  }

  hasWaited(guest: Guest, until: number): void {
    this.waitingSum += Math.max(0, until - Math.max(guest.since, this.from));
  }

  begins(time: number, guest: Guest): void {
    if (!guest.isMeasured) return;
    this.services += 1;
    this.waitTime += Math.max(0, time - guest.waitStart);
  }

  private counts(outcome: Outcome): void {
    this.ended.set(outcome, (this.ended.get(outcome) ?? 0) + 1);
  }
}
