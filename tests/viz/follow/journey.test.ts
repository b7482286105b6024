import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { STAGE } from '../../../engine/model/model.ts';
import { OUTCOME } from '../../../engine/simulation/observer.ts';
import { type Journey, journeyOf } from '../../../viz/follow/journey.ts';
import { dayOf, designIn } from '../a-day.ts';
import { measuredOf } from './measured.ts';

const FILES = ['scenarios/pori.yaml', 'scenarios/pori-small.yaml', 'scenarios/theory/day.yaml'];

describe.each(FILES)('the journeys of a day of %s', (file) => {
  const design = designIn(file);
  const { stages } = modelOf(design);
  const day = dayOf(design);
  const measured = measuredOf(design);
  const journeys = Array.from(day.arrival, (_, row) => journeyOf(day, row));
  const sum = (of: (journey: Journey) => number) => journeys.reduce((total, one) => total + of(one), 0);

  it('go from the door to the door without a gap, and never back in time', () => {
    expect(journeys.length).toBeGreaterThan(0);
    for (const { arrival, departure, steps } of journeys) {
      let time = arrival;
      for (const { from, to } of steps) {
        expect(from).toBeCloseTo(time, 6);
        expect(to).toBeGreaterThan(from);
        time = to;
      }
      expect(time).toBeCloseTo(departure, 6);
    }
  });

  it('have the stays of those served that the statistics have', () => {
    const served = (one: Journey) => one.outcome === OUTCOME.served;
    expect(sum((one) => (served(one) ? 1 : 0))).toBe(measured('served', 'all'));
    expect(sum((one) => (served(one) ? one.departure - one.arrival : 0))).toBeCloseTo(
      measured('stayTime', 'all'),
      3,
    );
  });

  it('have all the waiting in queues that the statistics have', () => {
    expect(sum(({ waits }) => waits.reduce((total, { from, to }) => total + to - from, 0))).toBeCloseTo(
      measured('waitingTime', 'all'),
      3,
    );
    expect(
      sum(({ waits }) =>
        waits.reduce((total, { from, to, isSeated }) => total + (isSeated ? 0 : to - from), 0),
      ),
    ).toBeCloseTo(measured('standingTime', 'all'), 3);
  });

  it('have all the services, as long as the statistics have them', () => {
    const services = (of: (meeting: Journey['meetings'][number]) => number) =>
      sum(({ meetings }) =>
        meetings
          .filter(({ stage, start }) => stages[stage].kind === STAGE.service && start !== null)
          .reduce((total, meeting) => total + of(meeting), 0),
      );
    expect(services(({ isCompleted }) => Number(isCompleted))).toBe(measured('servicesDone', 'all'));
    expect(services(({ start, end }) => end - (start ?? end))).toBeCloseTo(measured('serviceTime', 'all'), 3);
  });

  it('have all the after-work that clerks do', () => {
    const { ids } = modelOf(design);
    const all = ids.roles.reduce((total, _, role) => total + measured('afterWorkTime', 'role', role), 0);
    expect(
      sum(({ meetings }) =>
        meetings.reduce((total, { end, afterWorkUntil }) => total + afterWorkUntil - end, 0),
      ),
    ).toBeCloseTo(all, 3);
  });
});
