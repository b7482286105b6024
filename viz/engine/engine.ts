/**
 * What the page asks of the simulation: designs opened, days recorded, figures of many days. It has no window, and runs in a
 * worker; every answer is plain data.
 */
import { type Design, modelOf } from '../../engine/experiment/design.ts';
import { LocalDays } from '../../engine/experiment/local-days.ts';
import type { DesignSource } from '../parcel.ts';
import type { DayPrivacy } from '../replay/day-privacy.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { type DayFigures, dayFigures } from './day-figures.ts';
import { type House, houseOf } from './house.ts';
import { openDesign } from './open-design.ts';
import { type Field, Perception } from './perception.ts';
import { PrivacyRecorder } from './privacy-recorder.ts';
import { replayOf } from './record-day.ts';
import { ReplayRecorder } from './replay-recorder.ts';

export type Opened =
  | { readonly ok: true; readonly house: House }
  | { readonly ok: false; readonly problems: string };

/** The privacy of a day with more visitors than these comes after the day: with a thousand it takes about as long as all the rest. */
const AT_ONCE = 2000;

interface Recorders {
  readonly day: ReplayRecorder;
  readonly privacy: PrivacyRecorder;
}

export class Engine {
  private readonly designs: (Design | null)[] = [];
  private readonly local = new LocalDays();
  /** By design and seed: the recorders, which keep the memory of their last days. */
  private readonly recorders = new Map<string, Recorders>();

  /** By design. */
  private readonly perceptions = new Map<number, Perception>();

  /** Opens the design with this number, in place of the one that had it; that one stays where this cannot be. */
  open(index: number, source: DesignSource): Opened {
    const opened = openDesign(source);
    if (!opened.ok) return { ok: false, problems: opened.problems };
    this.recorders.clear();
    this.perceptions.delete(index);
    this.designs[index] = opened.design;
    return { ok: true, house: houseOf(modelOf(opened.design), opened.warnings) };
  }

  /** One day of a design, to be replayed; the privacy of a large one is to be asked for. */
  record(index: number, seed: string, replication: number): ReplayDay {
    const design = this.design(index);
    const recorders = this.recordersOf(index, seed);
    const { day, measures } = recorders.day.record(replication);
    const replay = replayOf(design, replication, day, measures);
    if (day.visitors.length <= AT_ONCE || !recorders.privacy.isMeasuring)
      replay.privacy = recorders.privacy.record(replication);
    return replay;
  }

  /** The privacy of a day of a design; `onTime` is told now and then how far in the day it is, in seconds after midnight. */
  privacy(index: number, seed: string, replication: number, onTime: (time: number) => void): DayPrivacy {
    return this.recordersOf(index, seed).privacy.record(replication, onTime);
  }

  /** The figures of some days of a design from `from` on, before `to`: as many as take little time, at least one. */
  days(index: number, seed: string, from: number, to: number): DayFigures {
    const design = this.design(index);
    const days = this.local.slice({ design, seed, from, to, onDays() {} }, from);
    if (days === null) throw new Error(`day ${from} of design ${index} has not been made`);
    return dayFigures(days, modelOf(design).ids);
  }

  /** The STI over the floor of talk in a space; null where nothing is heard. */
  speech(index: number, space: number, manner: number): Field | null {
    return this.perception(index).speech(space, manner);
  }

  /** What can be made out of a service in a space, by place; null where nothing is seen. */
  sight(index: number, space: number): Uint8Array | null {
    return this.perception(index).sight(space);
  }

  private recordersOf(index: number, seed: string): Recorders {
    const key = `${index} ${seed}`;
    let recorders = this.recorders.get(key);
    if (recorders === undefined) {
      const model = modelOf(this.design(index));
      recorders = { day: new ReplayRecorder(model, seed), privacy: new PrivacyRecorder(model, seed) };
      this.recorders.set(key, recorders);
    }
    return recorders;
  }

  private perception(index: number): Perception {
    const design = this.design(index);
    const perception = this.perceptions.get(index) ?? new Perception(modelOf(design), design.walking);
    this.perceptions.set(index, perception);
    return perception;
  }

  private design(index: number): Design {
    const design = this.designs[index] ?? null;
    if (design === null) throw new Error(`there is no design ${index}`);
    return design;
  }
}
