/**
 * What the page asks of the simulation: designs opened, days recorded, figures of many days. It has no window, and runs in a
 * worker; every answer is plain data.
 */
import { DayRecorder } from '../../engine/experiment/day-recorder.ts';
import { type Design, modelOf } from '../../engine/experiment/design.ts';
import type { DesignSource } from '../parcel.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { type House, houseOf } from './house.ts';
import { openDesign } from './open-design.ts';
import { replayOf } from './record-day.ts';

export type Opened =
  | { readonly ok: true; readonly house: House }
  | { readonly ok: false; readonly problems: string };

export class Engine {
  private readonly designs: (Design | null)[] = [];
  /** By design and seed: the recorder, which keeps the memory of its last day. */
  private readonly recorders = new Map<string, DayRecorder>();

  /** Opens the design with this number, in place of the one that had it. */
  open(index: number, source: DesignSource): Opened {
    this.recorders.clear();
    const opened = openDesign(source);
    this.designs[index] = opened.ok ? opened.design : null;
    return opened.ok
      ? { ok: true, house: houseOf(modelOf(opened.design), opened.warnings) }
      : { ok: false, problems: opened.problems };
  }

  /** One day of a design, to be replayed. */
  record(index: number, seed: string, replication: number): ReplayDay {
    const design = this.design(index);
    const key = `${index} ${seed}`;
    const recorder = this.recorders.get(key) ?? new DayRecorder(modelOf(design), seed);
    this.recorders.set(key, recorder);
    return replayOf(design, replication, recorder.record(replication).copy());
  }

  private design(index: number): Design {
    const design = this.designs[index] ?? null;
    if (design === null) throw new Error(`there is no design ${index}`);
    return design;
  }
}
