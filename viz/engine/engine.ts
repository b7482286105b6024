/**
 * What the page asks of the simulation: designs opened, days recorded, figures of many days. It has no window, and runs in a
 * worker; every answer is plain data.
 */
import { type Design, modelOf } from '../../engine/experiment/design.ts';
import { InProcessExecutor } from '../../engine/experiment/in-process-executor.ts';
import type { DesignSource } from '../parcel.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { type DayFigures, dayFigures } from './day-figures.ts';
import { type House, houseOf } from './house.ts';
import { openDesign } from './open-design.ts';
import { replayOf } from './record-day.ts';
import { ReplayRecorder } from './replay-recorder.ts';

export type Opened =
  | { readonly ok: true; readonly house: House }
  | { readonly ok: false; readonly problems: string };

export class Engine {
  private readonly designs: (Design | null)[] = [];
  /** By design and seed: the recorder, which keeps the memory of its last day. */
  private readonly recorders = new Map<string, ReplayRecorder>();

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
    const recorder = this.recorders.get(key) ?? new ReplayRecorder(modelOf(design), seed);
    this.recorders.set(key, recorder);
    const { day, measures } = recorder.record(replication);
    return replayOf(design, replication, day, measures);
  }

  /** The figures of the first so many days of a design, told as they come; ends when all have been. */
  async days(index: number, seed: string, count: number, tell: (figures: DayFigures) => void): Promise<void> {
    const design = this.design(index);
    const { ids } = modelOf(design);
    await new InProcessExecutor().run({
      design,
      seed,
      from: 0,
      to: count,
      onDays: (days) => tell(dayFigures(days, ids)),
    });
  }

  private design(index: number): Design {
    const design = this.designs[index] ?? null;
    if (design === null) throw new Error(`there is no design ${index}`);
    return design;
  }
}
