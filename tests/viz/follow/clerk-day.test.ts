import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { CLERK } from '../../../engine/simulation/observer.ts';
import { CLERK_STATES, clerkDayOf } from '../../../viz/follow/clerk-day.ts';
import { dayOf, designIn } from '../a-day.ts';
import { measuredOf } from './measured.ts';

const FIGURES = [
  'offTime',
  'freeTime',
  'backOfficeTime',
  'preparingTime',
  'servingTime',
  'afterWorkTime',
  'breakTime',
  'assistingTime',
] as const;

describe.each(['scenarios/pori.yaml', 'scenarios/pori-small.yaml'])('the clerks of a day of %s', (file) => {
  const design = designIn(file);
  const { clerks, ids } = modelOf(design);
  const day = dayOf(design);
  const measured = measuredOf(design);
  const days = clerks.map(({ end }, clerk) => clerkDayOf(day, clerk, end));
  const ofRole = (role: number, of: (clerkDay: (typeof days)[number]) => number) =>
    days.reduce((sum, one, clerk) => sum + (clerks[clerk].role === role ? of(one) : 0), 0);

  it('do something from the first event to the end of the day', () => {
    for (const { spells } of days) {
      expect(spells[0]?.from).toBe(day.from);
      expect(spells.at(-1)?.to).toBe(day.to);
      for (const [k, { from }] of spells.slice(1).entries()) expect(from).toBe(spells[k]?.to);
    }
  });

  it('spend their time as the statistics have it, by role', () => {
    ids.roles.forEach((_, role) => {
      for (const [state, figure] of FIGURES.entries()) {
        if (state === CLERK.off) continue;
        expect(ofRole(role, ({ seconds }) => seconds[state])).toBeCloseTo(measured(figure, 'role', role), 3);
      }
      expect(ofRole(role, ({ busy }) => busy)).toBeCloseTo(measured('busyTime', 'role', role), 3);
      expect(ofRole(role, ({ duty }) => duty)).toBeCloseTo(measured('dutyTime', 'role', role), 3);
      expect(ofRole(role, ({ overtime }) => overtime)).toBeCloseTo(measured('overtime', 'role', role), 3);
    });
    expect(FIGURES).toHaveLength(CLERK_STATES.length);
  });

  it('serve as many as the statistics have', () => {
    ids.roles.forEach((_, role) => {
      expect(ofRole(role, ({ services }) => services.filter(({ isCompleted }) => isCompleted).length)).toBe(
        measured('roleServices', 'role', role),
      );
    });
  });
});
