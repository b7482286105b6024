/** What the browser goes back over. */
import { expect, it } from 'vitest';
import { isStep } from '../../../viz/app/address.ts';
import { initialState } from '../../../viz/app/initial-state.ts';

const state = initialState('en', 9 * 3600);

it('is what one has turned to', () => {
  expect(isStep(state, { ...state, replication: 3 })).toBe(true);
  expect(isStep(state, { ...state, design: 1 })).toBe(true);
  expect(isStep(state, { ...state, changes: 'fallback:5' })).toBe(true);
  expect(isStep(state, { ...state, selected: { kind: 'visitor', index: 2 } })).toBe(true);
});

it('is not that time has gone on, nor how one likes to see it', () => {
  expect(isStep(state, { ...state, time: 10 * 3600, isPlaying: true, speed: 600 })).toBe(false);
  expect(isStep(state, { ...state, heat: 'waiting', layers: [], panel: 'try', language: 'fi' })).toBe(false);
  const visitor = { kind: 'visitor', index: 2 } as const;
  expect(isStep({ ...state, selected: visitor }, { ...state, selected: { ...visitor } })).toBe(false);
});
