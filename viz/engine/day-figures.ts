/** A few figures of each of many days, as a page compares days by: made from the packed days of a run. */
import type { Days } from '../../engine/experiment/days.ts';
import { quantileOfSorted } from '../../engine/experiment/estimate/quantile.ts';
import type { Ids } from '../../engine/model/model.ts';
import { type Figure, Layout } from '../../engine/statistics/figures.ts';

/** Consecutive days, one value a day in each column. */
export interface DayFigures {
  /** The replication of the first. */
  readonly first: number;
  readonly count: number;
  /** Visitors who came in, and those of them who left without service. */
  readonly visits: Float64Array;
  readonly left: Float64Array;
  /** In seconds; NaN on a day on which no service began. */
  readonly meanWait: Float64Array;
  readonly p90Wait: Float64Array;
  /** Person-seconds; and conflicts, each by its probability. */
  readonly exposure: Float64Array;
  readonly conflicts: Float64Array;
}

const WANTED = [
  'arrived',
  'reneged',
  'balked',
  'sentHome',
  'waits',
  'waitTime',
  'exposureTime',
  'conflicts',
] as const satisfies readonly Figure[];

export function dayFigures({ first, count, figures, waits }: Days, ids: Ids): DayFigures {
  const layout = new Layout(ids);
  const column = new Map(WANTED.map((figure, at) => [layout.offset(figure, 'all'), at]));
  const days = Array.from({ length: count }, (_, day) => {
    const found = new Float64Array(WANTED.length);
    for (let k = figures.starts[day]; k < figures.starts[day + 1]; k++) {
      const at = column.get(figures.owners[k]);
      if (at !== undefined) found[at] = figures.values[k];
    }
    return found;
  });
  const of = (name: (typeof WANTED)[number]) => {
    const at = WANTED.indexOf(name);
    return Float64Array.from(days, (found) => found[at]);
  };
  const [waited, waitTime, reneged, balked, sentHome] = [
    of('waits'),
    of('waitTime'),
    of('reneged'),
    of('balked'),
    of('sentHome'),
  ];
  return {
    first,
    count,
    visits: of('arrived'),
    left: reneged.map((value, day) => value + balked[day] + sentHome[day]),
    meanWait: waitTime.map((seconds, day) => (waited[day] === 0 ? Number.NaN : seconds / waited[day])),
    p90Wait: Float64Array.from(days, (_, day) =>
      quantileOfSorted(waits.values.slice(waits.starts[day], waits.starts[day + 1]).sort(), 0.9),
    ),
    exposure: of('exposureTime'),
    conflicts: of('conflicts'),
  };
}
