/**
 * How many visitors are inside: their number integrated over time, by hour of the day, and the most at once.
 * Counted from the opening of the doors or the end of the warm-up, to the end of the replication.
 */
import { addByHour } from './hours.ts';
import type { Sheet } from './sheet.ts';

export class Inside {
  private readonly sheet: Sheet;
  private readonly integral: number;
  private readonly time: number;
  private readonly most: number;
  private count = 0;
  private since = 0;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.integral = sheet.layout.base('insideIntegral');
    this.time = sheet.layout.base('insideTime');
    this.most = sheet.layout.base('mostInside');
  }

  begin(): void {
    this.count = 0;
    this.since = Math.max(this.sheet.open, this.sheet.from);
  }

  change(time: number, by: number): void {
    if (time > this.since) {
      const { row } = this.sheet;
      row[this.integral] += this.count * (time - this.since);
      row[this.time] += time - this.since;
      addByHour(row, this.integral + 1, this.since, time, this.count);
      addByHour(row, this.time + 1, this.since, time, 1);
      if (this.count > row[this.most]) row[this.most] = this.count;
      this.since = time;
    }
    this.count += by;
  }
}
