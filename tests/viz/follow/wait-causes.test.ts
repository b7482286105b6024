import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { houseOf } from '../../../viz/engine/house.ts';
import { journeyOf } from '../../../viz/follow/journey.ts';
import { unionOf } from '../../../viz/follow/spells.ts';
import { waitCausesOf } from '../../../viz/follow/wait-causes.ts';
import { dayOf, designIn } from '../a-day.ts';

const spell = (from: number, to: number, state = 1) => ({ from, to, state, type: -1 });

describe('stretches of time together', () => {
  it('are in order and apart, cut to the stretch that is asked for', () => {
    const lists = [[spell(0, 10), spell(20, 30)], [spell(5, 12), spell(30, 40, 2)], [spell(12, 13)]];
    expect(unionOf(lists, ({ state }) => state === 1, 2, 25)).toEqual([
      [2, 13],
      [20, 25],
    ]);
    expect(unionOf(lists, () => true, 13, 20)).toEqual([]);
  });
});

describe('what the visitors of a day of Pori waited for', () => {
  const design = designIn('scenarios/pori.yaml');
  const house = houseOf(modelOf(design), '');
  const day = dayOf(design);

  it('adds up to each wait, with no part below nothing', () => {
    let waits = 0;
    for (let row = 0; row < day.visitors.length; row++) {
      for (const wait of journeyOf(day, row).waits) {
        const { noClerk, noSpace, neither, both } = waitCausesOf(day, house, wait, false);
        for (const part of [noClerk, noSpace, neither, both]) expect(part).toBeGreaterThanOrEqual(-1e-6);
        expect(noClerk + noSpace + neither + both).toBeCloseTo(wait.to - wait.from, 6);
        waits++;
      }
    }
    expect(waits).toBeGreaterThan(100);
  });
});
