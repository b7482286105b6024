/** The days that stand out among many: with the longest waits, or the most exposure. Keeps no more than it is asked for. */

import type { Ids } from '../model/model.ts';
import { type Figure, Layout } from '../statistics/figures.ts';
import type { Days } from './days.ts';

/** What days are ranked by: the mean wait, or the person-seconds of exposure. */
export type Badness = 'waits' | 'exposure';

interface Ranked {
  readonly replication: number;
  readonly badness: number;
}

export class WorstDays {
  private readonly most: number;
  private readonly by: Badness;
  private readonly offsets: Readonly<Record<'waits' | 'waitTime' | 'exposureTime', number>>;
  private worst: Ranked[] = [];

  constructor(ids: Ids, most: number, by: Badness) {
    const layout = new Layout(ids);
    const offset = (figure: Figure) => layout.offset(figure, 'all');
    this.most = most;
    this.by = by;
    this.offsets = {
      waits: offset('waits'),
      waitTime: offset('waitTime'),
      exposureTime: offset('exposureTime'),
    };
  }

  add({ first, count, figures }: Days): void {
    const { starts, values, owners } = figures;
    for (let day = 0; day < count; day++) {
      const found = { waits: 0, waitTime: 0, exposureTime: 0 };
      for (let k = starts[day]; k < starts[day + 1]; k++) {
        if (owners[k] === this.offsets.waits) found.waits = values[k];
        else if (owners[k] === this.offsets.waitTime) found.waitTime = values[k];
        else if (owners[k] === this.offsets.exposureTime) found.exposureTime = values[k];
      }
      const meanWait = found.waits === 0 ? 0 : found.waitTime / found.waits;
      this.rank({ replication: first + day, badness: this.by === 'waits' ? meanWait : found.exposureTime });
    }
  }

  /** Their replications, the worst first; of equals the earlier first. */
  get replications(): number[] {
    return this.worst.map(({ replication }) => replication);
  }

  private rank(day: Ranked): void {
    const { worst, most } = this;
    const last = worst.at(-1);
    if (worst.length === most && last !== undefined && day.badness <= last.badness) return;
    const at = worst.findIndex(({ badness }) => badness < day.badness);
    worst.splice(at < 0 ? worst.length : at, 0, day);
    if (worst.length > most) worst.pop();
  }
}
