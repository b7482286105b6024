/** What a benchmark is: something that can be run again and again, and counts what it has done. */

export interface Measurement {
  readonly count: number;
  readonly seconds: number;
  /** What shows that the work was done rightly. */
  readonly note?: string;
}

export interface Work {
  readonly name: string;
  /** What is counted, a second: "events/s". */
  readonly unit: string;
  /** The name of a work that does the same with less, to tell what more costs. */
  readonly besides?: string;
  run(): Measurement;
}
