/**
 * What the parts of the statistics share within a replication: the row of figures that they add to, the time
 * from which they count, and the model's references between indices, looked up once.
 */
import type { Model } from '../model/model.ts';
import { Visitors } from '../simulation/visitors.ts';
import { Layout } from './figures.ts';

export class Sheet {
  readonly layout: Layout;
  readonly row: Float64Array;
  /** By stage: what is done at it (STAGE); its matter, and the agency of that, or -1. */
  readonly stageKind: Uint8Array;
  readonly stageMatter: Int32Array;
  readonly stageAgency: Int32Array;
  readonly matterAgency: Int32Array;
  /** When the doors open. */
  readonly open: number;
  /** Time counts from here: the end of the warm-up; minus infinity where there is none. */
  readonly from: number;
  /** The live table of visitors, of the present replication; before the first one of nobody. */
  visitors = new Visitors(1, 0);

  constructor(model: Model) {
    this.layout = new Layout(model.ids);
    this.row = new Float64Array(this.layout.size);
    this.stageKind = model.stageKind;
    this.stageMatter = model.stageMatter;
    this.stageAgency = this.stageMatter.map((matter) =>
      matter < 0 ? -1 : (model.matterAgency[matter] ?? -1),
    );
    this.matterAgency = model.matterAgency;
    const { doors, warmUp } = model.scenario.day;
    this.open = doors.open;
    this.from = warmUp > 0 ? doors.open + warmUp : Number.NEGATIVE_INFINITY;
  }

  begin(visitors: Visitors): void {
    this.visitors = visitors;
    this.row.fill(0);
  }
}

/** The column, or a copy of it that is long enough for `slot`, padded with `fill`. */
export function reach<T extends Float64Array | Int32Array | Uint8Array>(
  column: T,
  slot: number,
  fill: number,
): T {
  if (slot < column.length) return column;
  const Column = column.constructor as new (length: number) => T;
  const longer = new Column(Math.max(slot + 1, column.length * 2));
  // New memory is 0, and not taken from the machine until it is touched.
  if (fill !== 0) longer.fill(fill, column.length);
  longer.set(column);
  return longer;
}
