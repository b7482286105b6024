/**
 * Laws of every recorded day, of random scenarios: the record is whole, and what is worked out from it alone is what
 * the statistics have measured.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../engine/model/model.ts';
import { eventsOf, type RecordedEvent } from '../../engine/recording/events.ts';
import type { Recording } from '../../engine/recording/recording.ts';
import { CLERK, SPACE } from '../../engine/simulation/observer.ts';
import type { Figure } from '../../engine/statistics/figures.ts';
import type { DayFigures } from '../../engine/statistics/statistics.ts';
import { modelOf, randomScenario } from '../validation/random-scenario.ts';
import { recorded, unrecorded } from './recorded.ts';

const RUNS = { numRuns: 60, seed: 5 };

function everyDay(holds: (day: ReturnType<typeof recorded>, seed: string) => void): void {
  fc.assert(
    fc.property(randomScenario, (random) => holds(recorded(modelOf(random), random.seed), random.seed)),
    RUNS,
  );
}

const total = ({ layout, row }: DayFigures, figure: Figure): number => row[layout.offset(figure, 'all')] ?? 0;
const hasWarmUp = ({ scenario }: Model) => scenario.day.warmUp > 0;

/** Seconds from each event that begins something until the next that ends it, or the end of the day, by who or what. */
function spans(
  { events, to }: Recording,
  keyOf: (event: RecordedEvent) => number | null,
  begins: (event: RecordedEvent) => boolean,
): number {
  const since = new Map<number, number>();
  let sum = 0;
  for (const event of eventsOf(events)) {
    const key = keyOf(event);
    if (key === null) continue;
    sum += event.time - (since.get(key) ?? event.time);
    since.delete(key);
    if (begins(event)) since.set(key, event.time);
  }
  for (const time of since.values()) sum += to - time;
  return sum;
}

const visitorOf = (event: RecordedEvent) => ('visitor' in event ? event.visitor : null);

describe('every recorded day', () => {
  it('goes on in the order of time', () => {
    everyDay(({ recording: { events, from, to } }) => {
      let last = from;
      for (const { time } of eventsOf(events)) {
        expect(time).toBeGreaterThanOrEqual(last);
        last = time;
      }
      expect(last).toBeLessThanOrEqual(to);
    });
  });

  it('lets each visitor come once, then do things, then leave once, or still be there at a hard end', () => {
    everyDay(({ recording, model }) => {
      const inside = new Set<number>();
      const gone = new Set<number>();
      for (const event of eventsOf(recording.events)) {
        const visitor = visitorOf(event);
        if (visitor === null) continue;
        if (event.event === 'arrives') {
          expect(inside.has(visitor) || gone.has(visitor)).toBe(false);
          inside.add(visitor);
        } else expect(inside.has(visitor)).toBe(true);
        if (event.event === 'leaves') {
          inside.delete(visitor);
          gone.add(visitor);
        }
      }
      if (model.scenario.day.end === undefined) expect([...inside]).toEqual([]);
      const { serial } = recording.copy().visitors;
      expect([...serial].sort((a, b) => a - b)).toEqual([...inside, ...gone].sort((a, b) => a - b));
    });
  });

  it('lets every service that begins end with the same clerk at the same place, and none end that has not begun', () => {
    everyDay(({ recording, model }) => {
      const going = new Map<number, string>();
      for (const event of eventsOf(recording.events)) {
        if (event.event !== 'starts' && event.event !== 'ends') continue;
        const { visitor, stage, clerk, space } = event;
        const what = `${stage} ${clerk} ${space}`;
        expect(going.get(visitor)).toBe(event.event === 'ends' ? what : undefined);
        if (event.event === 'starts') going.set(visitor, what);
        else going.delete(visitor);
      }
      if (model.scenario.day.end === undefined) expect(going.size).toBe(0);
    });
  });

  it('lets everybody who walks be there before the next thing that it does', () => {
    everyDay(({ recording }) => {
      const until = new Map<number, number>();
      for (const event of eventsOf(recording.events)) {
        if (event.event === 'walks') {
          expect(event.until).toBeGreaterThanOrEqual(event.time);
          until.set(event.visitor, event.until);
        } else if (event.event === 'starts' || event.event === 'ends') {
          expect(event.time).toBeGreaterThanOrEqual((until.get(event.visitor) ?? 0) - 1e-6);
        }
      }
    });
  });

  it('has the same queue over time as the statistics', () => {
    everyDay(({ recording, figures, model }) => {
      if (hasWarmUp(model)) return;
      const changes = ['waits', 'called', 'gives-up', 'leaves'];
      const waited = spans(
        recording,
        (event) => (changes.includes(event.event) ? visitorOf(event) : null),
        ({ event }) => event === 'waits',
      );
      expect(waited).toBeCloseTo(total(figures, 'queueIntegral'), 5);
    });
  });

  it('has the same use of clerks and spaces as the statistics', () => {
    everyDay(({ recording, figures, model }) => {
      if (hasWarmUp(model)) return;
      const sum = (figure: Figure, kind: 'role' | 'spaceType', count: number) =>
        figures.row
          .subarray(figures.layout.offset(figure, kind))
          .slice(0, count)
          .reduce((a, b) => a + b, 0);
      const served = spans(
        recording,
        (event) => (event.event === 'clerk' ? event.clerk : null),
        (event) => event.event === 'clerk' && event.state === CLERK.serving,
      );
      expect(served).toBeCloseTo(sum('servingTime', 'role', model.ids.roles.length), 5);
      const occupied = spans(
        recording,
        (event) => (event.event === 'space' ? event.space : null),
        (event) => event.event === 'space' && event.state === SPACE.occupied,
      );
      expect(occupied).toBeCloseTo(sum('occupiedTime', 'spaceType', model.ids.spaceTypes.length), 5);
    });
  });

  it('counts the same arrivals, ends of visits and conflicts as the statistics', () => {
    everyDay(({ recording, figures, model }) => {
      if (hasWarmUp(model)) return;
      const count = (wanted: string) =>
        [...eventsOf(recording.events)].filter(({ event }) => event === wanted);
      expect(count('arrives')).toHaveLength(total(figures, 'arrived'));
      expect(count('leaves')).toHaveLength(
        (['served', 'reneged', 'balked', 'sentHome'] as const).reduce((n, f) => n + total(figures, f), 0),
      );
      expect(count('absent')).toHaveLength(
        (['turnedAwayFull', 'turnedAwayClosed', 'noShows'] as const).reduce(
          (n, f) => n + total(figures, f),
          0,
        ),
      );
    });
  });

  it('changes no figure by being recorded', () => {
    everyDay(({ figures, model }, seed) => {
      expect(figures.row).toEqual(unrecorded(model, seed).row);
    });
  });
});
