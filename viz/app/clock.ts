/** Lets time go on while the replay plays: one step a frame, or where motion is to be reduced, one a second. */
import type { Store } from './store.ts';

/** Longer gaps between frames, as of a hidden tab, are not caught up with. In seconds. */
const LONGEST_FRAME = 0.25;

export class Clock {
  private readonly store: Store;
  private readonly end: () => number;
  private readonly isReduced: () => boolean;
  private last: number | null = null;
  private carried = 0;

  /** `end` is when the day is over. */
  constructor(store: Store, end: () => number, isReduced: () => boolean) {
    this.store = store;
    this.end = end;
    this.isReduced = isReduced;
    store.listen((changed) => {
      if (changed.has('isPlaying') && store.state.isPlaying) this.start();
    });
    if (store.state.isPlaying) this.start();
  }

  private start(): void {
    this.last = null;
    requestAnimationFrame(this.frame);
  }

  private readonly frame = (now: number): void => {
    const { state } = this.store;
    if (!state.isPlaying) return;
    requestAnimationFrame(this.frame);
    if (this.last !== null) this.carried += Math.min(LONGEST_FRAME, (now - this.last) / 1000);
    this.last = now;
    if (this.isReduced() && this.carried < 1) return;
    const time = state.time + this.carried * state.speed;
    this.carried = 0;
    const end = this.end();
    this.store.set(time >= end ? { time: end, isPlaying: false } : { time });
  };
}
