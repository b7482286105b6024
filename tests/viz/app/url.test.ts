import { describe, expect, it } from 'vitest';
import { initialState } from '../../../viz/app/initial-state.ts';
import type { ViewState } from '../../../viz/app/state.ts';
import { clockText, fragmentOf, linkedState, momentLink, stateOf } from '../../../viz/app/url.ts';

const initial = initialState('en', 9 * 3600);

describe('a link', () => {
  it('leads back to the same state', () => {
    const state: ViewState = {
      ...initial,
      replication: 12,
      time: 10 * 3600 + 61,
      speed: 300,
      selected: { kind: 'visitor', index: 47 },
      stretch: [36_000, 39_600],
      layers: ['speech', 'conflicts'],
      heat: 'exposure',
      changes: 'clerks:adviser:3~partition:booth:pod A+~addSpace:b5:b4:1.5,12.2',
      panel: 'journey',
      language: 'fi',
      theme: 'dark',
    };
    expect({ ...initial, ...stateOf(fragmentOf(state, initial)) }).toEqual(state);
  });

  it('is empty where nothing has been changed', () => {
    expect(fragmentOf(initial, initial)).toBe('');
    expect(stateOf('')).toEqual({});
  });

  it('is easy to read', () => {
    const state = { ...initial, time: 41_460, changes: 'clerks:adviser:3~addSpace:b5:b4:1.5,12.2' };
    expect(fragmentOf(state, initial)).toBe('t=11:31:00&try=clerks:adviser:3~addSpace:b5:b4:1.5,12.2');
    expect(momentLink({ ...state, selected: { kind: 'visitor', index: 3 }, heat: 'waiting' })).toBe(
      't=11:31:00&sel=visitor-3&try=clerks:adviser:3~addSpace:b5:b4:1.5,12.2&lang=en',
    );
  });

  it('means by what it leaves out that it is as at the start', () => {
    expect(linkedState('#t=11:00', initial)).toMatchObject({
      time: 39_600,
      heat: 'none',
      replication: 0,
      changes: '',
      selected: null,
    });
    expect(linkedState('', initial)).not.toHaveProperty('isPlaying');
  });

  it('leaves out what makes no sense', () => {
    const hostile = '#day=-1&t=25:99&sel=<img>-1&from=12:00-11:00&heat=x&lang=xx&panel=<b>&speed=7&theme=%00';
    expect(stateOf(hostile)).toEqual({});
    expect(stateOf('#sel=visitor-__proto__')).toEqual({});
  });
});

it('writes times of a day that goes on beyond midnight', () => {
  expect(clockText(25 * 3600 + 59)).toBe('25:00:59');
  expect(clockText(-5)).toBe('00:00:00');
});
