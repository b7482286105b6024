/** Figures of days, one value a day in each column, that grow as days come. */
import type { DayFigures } from '../engine/day-figures.ts';

/** The figures that days are told apart by. */
export const DAY_FIGURES = [
  'visits',
  'left',
  'meanWait',
  'p90Wait',
  'exposure',
  'conflicts',
] as const satisfies readonly (keyof DayFigures)[];
export type DayFigure = (typeof DAY_FIGURES)[number];

export class DayColumns {
  count = 0;
  private readonly columns: Readonly<Record<DayFigure, number[]>> = {
    visits: [],
    left: [],
    meanWait: [],
    p90Wait: [],
    exposure: [],
    conflicts: [],
  };

  /** The days that come next; throws where they are others. */
  add(figures: DayFigures): void {
    if (figures.first !== this.count)
      throw new RangeError(`day ${figures.first} does not follow on ${this.count} days`);
    for (const name of DAY_FIGURES) for (const value of figures[name]) this.columns[name].push(value);
    this.count += figures.count;
  }

  /** By day; NaN where there is none, as of waits on a day without. */
  of(figure: DayFigure): readonly number[] {
    return this.columns[figure];
  }

  at(figure: DayFigure, day: number): number {
    return this.columns[figure][day] ?? Number.NaN;
  }
}
