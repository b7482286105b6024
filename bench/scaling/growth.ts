/**
 * What a day costs as the hall grows, and as more is talked in one hall: the curve, and its exponent, fitted by least
 * squares on logarithms (1 is linear growth). Curves are measured in rounds, each size once a round.
 */
import { linearRegression } from 'simple-statistics';
import { MeasuredDay } from '../../engine/experiment/measured-day.ts';
import { compile } from '../../engine/model/compile.ts';
import type { Model } from '../../engine/model/model.ts';
import type { Observer } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { secondsOf } from '../clock.ts';
import { type Figure, figureOf, median } from '../result.ts';
import { type HallOptions, hall, PLACES, VISITORS } from './hall.ts';
import type { Scaling } from './scaling.ts';

/** Of each size in a round, at least one day and at least this many seconds. */
const SECONDS = 0.2;
const ROUNDS = 5;

interface Curve {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Larger ones, which take minutes. */
  readonly larger: readonly number[];
  readonly hall: (size: number) => HallOptions;
  readonly observer: (model: Model) => Observer;
  readonly sizeText: (size: number) => string;
}

const measured = (model: Model) => new Statistics(model);
const inFull = (model: Model) => new MeasuredDay(model, new Statistics(model));
const hallText = (times: number) =>
  `${(times * PLACES).toLocaleString('en')} places, ${(times * VISITORS).toLocaleString('en')} visitors`;
/** Blocks of the hall in which talk grows. */
const TALK_HALL = 3;
/** On average over the day, where all are served: visitors × 4 min of 480. */
const talkText = (percent: number) =>
  `${((TALK_HALL * VISITORS * percent * 4) / 480 / 100).toFixed(0)} talk at a time`;

const CURVES: readonly Curve[] = [
  {
    name: 'hall',
    sizes: [1, 3, 10, 30, 100],
    larger: [],
    hall: (times) => ({ times, hasFloor: false }),
    observer: measured,
    sizeText: hallText,
  },
  {
    name: 'hall with a floor and privacy',
    sizes: [1, 3, 10],
    larger: [30],
    hall: (times) => ({ times, hasFloor: true }),
    observer: inFull,
    sizeText: hallText,
  },
  ...[false, true].map((babble) => ({
    name: babble ? 'talkers amid babble' : 'talkers',
    sizes: [20, 40, 80],
    larger: [],
    hall: (percent: number) => ({ times: TALK_HALL, hasFloor: true, busyness: percent / 100, babble }),
    observer: inFull,
    sizeText: talkText,
  })),
];

export const growth: Scaling = {
  name: 'Growth',
  measure: async ({ long }) => CURVES.flatMap((curve) => measureCurve(curve, long)),
};

function measureCurve(curve: Curve, isLong: boolean): Figure[] {
  const sizes = isLong ? [...curve.sizes, ...curve.larger] : curve.sizes;
  const subjects = sizes.map((size) => {
    const model = compile(hall(curve.hall(size)));
    return {
      simulation: new Simulation(model, 'growth', curve.observer(model)),
      next: 0,
      costs: [] as number[],
    };
  });
  for (let round = 0; round <= ROUNDS; round++) {
    for (const subject of subjects) {
      let days = 0;
      let seconds = 0;
      while (seconds < SECONDS) {
        seconds += secondsOf(() => subject.simulation.run(subject.next++));
        days++;
      }
      // The first round warms up, and finds out what can be heard and seen from where.
      if (round > 0) subject.costs.push((1000 * seconds) / days);
    }
  }
  const points = subjects.map(({ costs, simulation, next }, k) =>
    figureOf(
      {
        work: `Growth, ${curve.name}: ${curve.sizeText(sizes[k])}`,
        unit: 'ms/day',
        kind: 'duration',
        note: `${Math.round(simulation.events / next).toLocaleString('en')} events a day`,
        curve: { name: curve.name, times: sizes[k] / sizes[0] },
      },
      costs,
    ),
  );
  return [...points, ...summary(curve.name, points)];
}

/** The exponent of a curve and, where it reaches so far, how much more 100 times the size costs. */
function summary(name: string, points: readonly Figure[]): Figure[] {
  const times = points.map(({ curve }) => curve?.times ?? Number.NaN);
  const exponent = growthExponent(
    times,
    points.map(({ median: cost }) => cost),
  );
  const row = { unit: '', kind: 'size' as const, note: '' };
  const largest = points[points.length - 1];
  const costs = largest.rounds.map((cost, round) => cost / points[0].rounds[round]);
  return [
    figureOf({ ...row, work: `Growth, ${name}: exponent`, note: '1 is linear' }, [exponent]),
    figureOf({ ...row, work: `Growth, ${name} ${times[times.length - 1]} times as large`, unit: 'times' }, [
      median(costs),
    ]),
  ];
}

/** The slope of log cost over log size. */
export function growthExponent(sizes: readonly number[], costs: readonly number[]): number {
  return linearRegression(sizes.map((size, k) => [Math.log(size), Math.log(costs[k])])).m;
}
