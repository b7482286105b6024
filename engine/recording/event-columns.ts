/** The table of events while it is written: columns that grow by doubling and are used anew for each day. */
import { doubled } from './doubled.ts';
import type { EventTable } from './events.ts';

export class EventColumns implements EventTable {
  length = 0;
  time = new Float64Array(1024);
  kind = new Uint8Array(1024);
  visitor = new Int32Array(1024);
  stage = new Int32Array(1024);
  clerk = new Int32Array(1024);
  space = new Int32Array(1024);
  other = new Int32Array(1024);
  detail = new Uint8Array(1024);
  until = new Float64Array(1024);

  /** Forgets all events, keeping the memory. */
  clear(): void {
    this.length = 0;
  }

  add(
    time: number,
    kind: number,
    visitor: number,
    stage: number,
    clerk: number,
    space: number,
    other: number,
    detail: number,
    until: number,
  ): void {
    if (this.length === this.time.length) this.grow();
    const row = this.length++;
    this.time[row] = time;
    this.kind[row] = kind;
    this.visitor[row] = visitor;
    this.stage[row] = stage;
    this.clerk[row] = clerk;
    this.space[row] = space;
    this.other[row] = other;
    this.detail[row] = detail;
    this.until[row] = until;
  }

  /** A copy of what is there, to keep or to hand to another thread. */
  copy(): EventTable {
    const { length } = this;
    return {
      length,
      time: this.time.slice(0, length),
      kind: this.kind.slice(0, length),
      visitor: this.visitor.slice(0, length),
      stage: this.stage.slice(0, length),
      clerk: this.clerk.slice(0, length),
      space: this.space.slice(0, length),
      other: this.other.slice(0, length),
      detail: this.detail.slice(0, length),
      until: this.until.slice(0, length),
    };
  }

  private grow(): void {
    this.time = doubled(this.time);
    this.kind = doubled(this.kind);
    this.visitor = doubled(this.visitor);
    this.stage = doubled(this.stage);
    this.clerk = doubled(this.clerk);
    this.space = doubled(this.space);
    this.other = doubled(this.other);
    this.detail = doubled(this.detail);
    this.until = doubled(this.until);
  }
}
