/** What a panel of this folder shows of one person or place. */
import type { Context } from '../app/context.ts';
import type { Format } from '../words/format.ts';
import type { FollowWords } from './words.ts';

export interface Detail {
  readonly element: HTMLElement;
  /** Called when the time has changed. */
  tick(time: number): void;
}

export interface Telling extends Context {
  readonly said: FollowWords;
  readonly format: Format;
}
