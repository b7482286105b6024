/** How a day stands among all days, and which days stand out. */
import { quantileOfSorted } from '../../engine/experiment/estimate/quantile.ts';
import type { DayColumns, DayFigure } from './day-columns.ts';

/** Of the other days: what share has a lower value, and a higher one. Null where the day has none, or is alone. */
export function standing(
  values: readonly number[],
  day: number,
): { readonly lower: number; readonly higher: number } | null {
  const value = values[day];
  if (value === undefined || Number.isNaN(value)) return null;
  let [lower, higher, others] = [0, 0, 0];
  values.forEach((other, at) => {
    if (at === day || Number.isNaN(other)) return;
    others++;
    if (other < value) lower++;
    else if (other > value) higher++;
  });
  return others === 0 ? null : { lower: lower / others, higher: higher / others };
}

/** The day with the highest value, the earlier of equals, as a run ranks its worst days; null where there is no day. */
export function worstDay(columns: DayColumns, figure: DayFigure): number | null {
  let worst: number | null = null;
  let most = Number.NEGATIVE_INFINITY;
  columns.of(figure).forEach((value, day) => {
    // A day on which nobody waited has no wait to speak of.
    const badness = Number.isNaN(value) ? 0 : value;
    if (badness <= most) return;
    worst = day;
    most = badness;
  });
  return worst;
}

export interface Middle {
  readonly median: number;
  /** Between the quartiles; what a distance is measured by. */
  readonly spread: number;
}

export function middleOf(values: readonly number[]): Middle | null {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  if (sorted.length === 0) return null;
  return {
    median: quantileOfSorted(sorted, 0.5),
    spread: quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25),
  };
}

/** The day nearest to the medians of these figures, each distance measured by the spread between the quartiles. */
export function typicalDay(columns: DayColumns, figures: readonly DayFigure[]): number | null {
  const middles = figures.map((figure) => middleOf(columns.of(figure)));
  let typical: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let day = 0; day < columns.count; day++) {
    let distance = 0;
    figures.forEach((figure, at) => {
      const middle = middles[at];
      if (middle === null || middle === undefined) return;
      const away = Math.abs(columns.at(figure, day) - middle.median);
      distance += (middle.spread > 0 ? away / middle.spread : away) ** 2;
    });
    if (!(distance < least)) continue;
    least = distance;
    typical = day;
  }
  return typical;
}

/** The day that is next to another when days are put in the order of a figure; the same at either end. */
export function inOrderOf(values: readonly number[], day: number, along: number): number {
  const order = values.map((_, at) => at).filter((at) => !Number.isNaN(values[at]));
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const at = order.indexOf(day);
  return order[Math.min(order.length - 1, Math.max(0, at + along))] ?? day;
}
