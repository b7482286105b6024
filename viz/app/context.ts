/** What every part of the page is given: the state, the designs, the day that is replayed, and the engine. */
import type { Remote } from 'comlink';
import type { House } from '../engine/house.ts';
import type { ServedEngine } from '../engine/worker.ts';
import type { Parcel } from '../parcel.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import type { Designs } from './designs.ts';
import type { PrivacyWork } from './privacy-work.ts';
import type { Changed } from './state.ts';
import type { Store } from './store.ts';

export interface Context {
  readonly parcel: Parcel;
  readonly store: Store;
  readonly engine: Remote<ServedEngine>;
  readonly designs: Designs;
  /** Of the design that is shown. */
  readonly house: House;
  /** The day that is shown. */
  readonly day: ReplayDay;
  /** What is being done for the privacy of large days. */
  readonly privacyWork: PrivacyWork;
}

/** A part of the page. It is made anew when the language or the design changes. */
export interface View {
  readonly element: HTMLElement | SVGElement;
  /** Called after each change; most of them are of the time alone, up to 60 a second. */
  update(changed: Changed): void;
}

export type MakeView = (context: Context) => View;
