/**
 * The address of the page, which is always that of what is shown. What somebody has turned to, such as another day or visitor or
 * a change that is tried, is a step that the browser goes back over; that time has gone on, or a layer is hidden, is none.
 */
import type { ViewState } from './state.ts';
import { fragmentOf } from './url.ts';

/** Milliseconds without a change: browsers refuse an address that changes too often. */
const PAUSE = 300;

const STEPS = [
  'design',
  'replication',
  'beside',
  'selected',
  'changes',
] as const satisfies readonly (keyof ViewState)[];

/** Whether one has turned to something else between two states. */
export const isStep = (before: ViewState, after: ViewState): boolean =>
  STEPS.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));

export class Address {
  private readonly initial: ViewState;
  private readonly settled: () => Promise<unknown>;
  private shown: ViewState;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isFollowed = false;

  /** `settled` resolves when the day that is asked for is there, and with it what is selected in it. */
  constructor(initial: ViewState, shown: ViewState, settled: () => Promise<unknown>) {
    this.initial = initial;
    this.shown = shown;
    this.settled = settled;
  }

  /** The state comes from the address itself: what follows from that is no step. */
  follow(): void {
    this.isFollowed = true;
  }

  remember(stateNow: () => ViewState): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      await this.settled();
      const state = stateNow();
      const fragment = `#${fragmentOf(state, this.initial)}`;
      const isNew = !this.isFollowed && isStep(this.shown, state);
      this.isFollowed = false;
      this.shown = state;
      if (isNew) history.pushState(null, '', fragment);
      else history.replaceState(null, '', fragment);
    }, PAUSE);
  }
}
