/** Notes when a day begins and ends, and says now and then how far it is while it is simulated. */
import type { Observer } from '../../engine/simulation/observer.ts';

/** In milliseconds between two times that are said. */
const EVERY = 250;

export class DayTimes implements Observer {
  /** In seconds after midnight. */
  from = 0;
  to = 0;
  onTime: (time: number) => void = () => {};
  private last = 0;

  begin(time: number): void {
    this.from = this.to = time;
    this.last = performance.now();
  }

  end(time: number): void {
    this.to = time;
  }

  /** What takes long is a service that is over. */
  serviceEnds(time: number): void {
    const now = performance.now();
    if (now - this.last < EVERY) return;
    this.last = now;
    this.onTime(time);
  }

  arrived(): void {}
  absent(): void {}
  walks(): void {}
  waits(): void {}
  called(): void {}
  givesUp(): void {}
  serviceStarts(): void {}
  left(): void {}
  clerkChanges(): void {}
  spaceChanges(): void {}
}
