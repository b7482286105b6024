/** The designs that can be looked at: those that the page was given, and after them the one that is being tried. */
import type { Remote } from 'comlink';
import type { House } from '../engine/house.ts';
import type { ServedEngine } from '../engine/worker.ts';
import type { DesignSource } from '../parcel.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import type { Selected } from './state.ts';
import type { Store } from './store.ts';

export interface OpenDesign {
  readonly house: House;
  readonly source: DesignSource;
}

export class Designs {
  /** How many the page was given; the one that is tried comes after them. */
  readonly given: number;
  private readonly engine: Remote<ServedEngine>;
  private readonly open: OpenDesign[];
  private asked = 0;
  /** How many the engine is opening: as long as it does, it may have another one than is shown. */
  private opening = 0;

  constructor(engine: Remote<ServedEngine>, open: readonly OpenDesign[]) {
    this.engine = engine;
    this.open = [...open];
    this.given = open.length;
  }

  /** The number of the design that is tried, whether there is one or not. */
  get tried(): number {
    return this.given;
  }

  get hasTried(): boolean {
    return this.open.length > this.given;
  }

  /** The design with this number; of one that there is not, the first. */
  at(index: number): OpenDesign {
    return this.open[index] ?? this.open[0];
  }

  has(index: number): boolean {
    return index >= 0 && index < this.open.length;
  }

  /** The same designs as their files are now. */
  renew(opened: readonly OpenDesign[]): void {
    this.open.splice(0, this.given, ...opened);
  }

  /** Opens what is tried, in place of what was; null takes it away. Tells it, and whoever shows it shows another day. */
  async tryOut(source: DesignSource | null, store: Store): Promise<void> {
    if (!(await this.openTried(source))) return;
    if (!this.has(store.state.design)) store.set({ design: 0 });
    store.tell(new Set(['tried']));
  }

  /** The same without telling it. False where it is open already, cannot be opened, or another one has been asked for since. */
  async openTried(source: DesignSource | null): Promise<boolean> {
    const number = ++this.asked;
    if (source === null) {
      const had = this.hasTried;
      this.open.length = this.given;
      return had;
    }
    const isOpen =
      this.opening === 0 &&
      this.hasTried &&
      JSON.stringify(this.at(this.tried).source) === JSON.stringify(source);
    if (isOpen) return false;
    this.opening++;
    const opened = await this.engine.open(this.tried, source).finally(() => this.opening--);
    if (!opened.ok || number !== this.asked) return false;
    this.open[this.tried] = { house: opened.house, source };
    return true;
  }
}

/** What is selected in one day as it is in a day of another design: a visitor by its number. */
export function carriedOver(selected: Selected | null, from: ReplayDay, to: ReplayDay): Selected | null {
  if (selected?.kind !== 'visitor') return null;
  const serial = from.visitors.serial[selected.index];
  const index = to.visitors.serial.indexOf(serial);
  // With other arrivals, the number is somebody else's.
  const isThere = index >= 0 && to.arrival[index] === from.arrival[selected.index];
  return isThere ? { kind: 'visitor', index } : null;
}
