/** What a link says of somebody who is not there is left out; the rest stays. */
import { expect, it } from 'vitest';
import type { Selected, ViewState } from '../../../viz/app/state.ts';
import { withinDay } from '../../../viz/app/within-day.ts';
import type { House } from '../../../viz/engine/house.ts';
import type { ReplayDay } from '../../../viz/replay/replay-day.ts';

/** Of the day and the house, what is asked for: three of each. */
const three = [0, 1, 2];
const house = { clerks: three, plan: { spaces: three } } as unknown as House;
const day = { to: 1000, visitors: { length: 3 }, privacy: { conflicts: three } } as unknown as ReplayDay;
const state = (part: Partial<ViewState>, of = day) =>
  withinDay({ selected: null, hovered: null, time: 0, stretch: null, ...part } as ViewState, house, of);

it.each(['visitor', 'clerk', 'space', 'conflict'] as const)(
  'a %s that there is stays, another goes',
  (kind) => {
    const one = (index: number): Selected => ({ kind, index });
    expect(state({ selected: one(2), hovered: one(3) })).toMatchObject({ selected: one(2), hovered: null });
    expect(state({ selected: one(3), hovered: one(0) })).toMatchObject({ selected: null, hovered: one(0) });
  },
);

it('a conflict stays as long as the privacy of the day is not known', () => {
  const linked: Selected = { kind: 'conflict', index: 1000 };
  expect(state({ selected: linked }, { ...day, privacy: null } as ReplayDay).selected).toEqual(linked);
});

it('the time is not after the end of the day', () => {
  expect(state({ time: 999 }).time).toBe(999);
  expect(state({ time: 5000 }).time).toBe(1000);
});

it('a stretch that begins after the day is none', () => {
  expect(state({ stretch: [900, 1100] }).stretch).toEqual([900, 1100]);
  expect(state({ stretch: [1000, 1100] }).stretch).toBeNull();
});
