/** Notes when a day begins and ends, and says now and then how far it is while it is simulated. */
import type { Observer } from '../../engine/simulation/observer.ts';
import { SILENT } from '../../engine/simulation/silent.ts';

/** In milliseconds between two times that are said. */
const EVERY = 250;

export class DayTimes {
  /** In seconds after midnight. */
  from = 0;
  to = 0;
  onTime: (time: number) => void = () => {};
  readonly observer: Observer = {
    ...SILENT,
    begin: (time) => {
      this.from = this.to = time;
      this.last = performance.now();
    },
    end: (time) => {
      this.to = time;
    },
    // What takes long is a service that is over.
    serviceEnds: (time) => {
      const now = performance.now();
      if (now - this.last < EVERY) return;
      this.last = now;
      this.onTime(time);
    },
  };
  private last = 0;
}
