import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { SPACE } from '../../../engine/simulation/observer.ts';
import { houseOf } from '../../../viz/engine/house.ts';
import { placeTotals } from '../../../viz/follow/place-totals.ts';
import { spaceDayOf } from '../../../viz/follow/space-day.ts';
import { conflictsOf, dayOf, designIn } from '../a-day.ts';
import { measuredOf } from './measured.ts';

describe('the spaces of a day of Pori', () => {
  const design = designIn('scenarios/pori.yaml');
  const model = modelOf(design);
  const house = houseOf(model, '');
  const day = dayOf(design);
  const measured = measuredOf(design);
  const days = model.spaces.map((_, space) => spaceDayOf(day, house, space));

  it('are occupied and usable for as long as the statistics have it, by type', () => {
    model.ids.spaceTypes.forEach((_, type) => {
      const seconds = (states: readonly number[]) =>
        days
          .flatMap(({ spells }) => spells)
          .filter((spell) => spell.type === type && states.includes(spell.state))
          .reduce((sum, { from, to }) => sum + to - from, 0);
      expect(seconds([SPACE.occupied])).toBeCloseTo(measured('occupiedTime', 'spaceType', type), 3);
      expect(seconds([SPACE.occupied, SPACE.free])).toBeCloseTo(measured('usableTime', 'spaceType', type), 3);
    });
  });

  it('have each conflict that happens at a place once', () => {
    const listed = days.flatMap(({ here }) => [...here]);
    expect(listed.length).toBe(conflictsOf(day).filter(({ space }) => space >= 0).length);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('have each conflict that is perceived from a place once, with what it is perceived into', () => {
    const places = day.privacy.vantages?.places ?? 0;
    const listed = days.flatMap(({ fromHere }) => fromHere.flatMap(({ conflicts }) => conflicts));
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.length).toBe(
      conflictsOf(day).filter(({ vantage }) => vantage >= 0 && vantage < places).length,
    );
    for (const { fromHere } of days)
      for (const { space, conflicts } of fromHere)
        for (const index of conflicts) expect(day.privacy.conflicts.space[index]).toBe(space);
  });

  it('have come to the same totals at each place as one by one, and to all exposure there is at places', () => {
    const { waited, exposed } = placeTotals(day, model.spaces.length);
    days.forEach(({ waits }, space) => {
      expect(waited[space]).toBeCloseTo(
        waits.reduce((sum, { from, to }) => sum + to - from, 0),
        6,
      );
    });
    const all = day.privacy.exposure.byKind.reduce((sum, seconds) => sum + seconds, 0);
    const there = exposed?.reduce((sum, seconds) => sum + seconds, 0) ?? 0;
    expect(there).toBeGreaterThan(0.99 * all);
    expect(there).toBeLessThanOrEqual(all * (1 + 1e-9));
    expect(placeTotals({ ...day, privacy: null }, model.spaces.length).exposed).toBeNull();
  });

  it('have all waits at the waiting areas', () => {
    const waits = days.reduce(
      (sum, one) => sum + one.waits.reduce((total, { from, to }) => total + to - from, 0),
      0,
    );
    expect(waits).toBeGreaterThan(0);
    expect(waits).toBeLessThanOrEqual(measured('waitingTime', 'all') + 1e-6);
  });
});
