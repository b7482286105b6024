/** Where visitors are, knot by knot as they are found, and packed by visitor. */
import { doubled } from '../../engine/recording/doubled.ts';
import { type Ragged, raggedOf } from '../replay/ragged.ts';
import type { Motion } from '../replay/replay-day.ts';

/** Knots in the order in which they are found; ways of a visitor come in the order in which they are begun. */
export class Knots {
  private length = 0;
  private row = new Int32Array(4096);
  private time = new Float64Array(4096);
  private x = new Float64Array(4096);
  private y = new Float64Array(4096);

  add(row: number, time: number, x: number, y: number): void {
    if (this.length === this.row.length) this.grow();
    const knot = this.length++;
    this.row[knot] = row;
    this.time[knot] = time;
    this.x[knot] = x;
    this.y[knot] = y;
  }

  pack(visitors: number): Motion {
    const { length, row, time, x, y } = this;
    const all = new Int32Array(length);
    for (let knot = 0; knot < length; knot++) all[knot] = knot;
    // Who is called on the way to a seat turns round where it is then: what was ahead does not come to be.
    const kept = this.turnedRound(raggedOf(row, all, length, visitors));
    const owners = kept.map((knot) => row[knot]);
    const { starts } = raggedOf(owners, kept, kept.length, visitors);
    const motion = {
      starts,
      time: new Float64Array(kept.length),
      x: new Float32Array(kept.length),
      y: new Float32Array(kept.length),
    };
    kept.forEach((knot, k) => {
      motion.time[k] = time[knot];
      motion.x[k] = x[knot];
      motion.y[k] = y[knot];
    });
    return motion;
  }

  /**
   * The knots of all visitors, one visitor after the other, without those that another way has cut off; the first of that way
   * is where they were then.
   */
  private turnedRound({ starts, values }: Ragged): Int32Array {
    const { time, x, y } = this;
    const kept = new Int32Array(values.length);
    let count = 0;
    for (let visitor = 0; visitor + 1 < starts.length; visitor++) {
      const first = count;
      for (let k = starts[visitor]; k < starts[visitor + 1]; k++) {
        const knot = values[k];
        let next = -1;
        while (count > first && time[kept[count - 1]] > time[knot]) next = kept[--count];
        if (next >= 0 && count > first) {
          const last = kept[count - 1];
          const share = (time[knot] - time[last]) / (time[next] - time[last]);
          x[knot] = x[last] + share * (x[next] - x[last]);
          y[knot] = y[last] + share * (y[next] - y[last]);
        }
        kept[count++] = knot;
      }
    }
    return kept.slice(0, count);
  }

  private grow(): void {
    this.row = doubled(this.row);
    this.time = doubled(this.time);
    this.x = doubled(this.x);
    this.y = doubled(this.y);
  }
}
