import { describe, expect, it } from 'vitest';
import { BadInput } from '../../engine/cli/bad-input.ts';
import { eventsWanted, inRanges } from '../../engine/cli/events-option.ts';

describe('--events', () => {
  it.each([
    ['0', { replications: [0], worst: 0, exposed: 0 }],
    ['17, 5,0,5', { replications: [0, 5, 17], worst: 0, exposed: 0 }],
    ['2-4,3-5', { replications: [2, 3, 4, 5], worst: 0, exposed: 0 }],
    ['worst:3', { replications: [], worst: 3, exposed: 0 }],
    ['exposed:2,1,worst:1', { replications: [1], worst: 1, exposed: 2 }],
  ])('%s', (text, wanted) => {
    expect(eventsWanted(text)).toEqual(wanted);
  });

  it.each([
    '',
    'all',
    '-1',
    '1.5',
    '5-2',
    'worst',
    'worst:',
    'worst:-1',
    'best:2',
    '0,,1',
    '1e3',
    '0-99999999',
  ])('refuses %j', (text) => {
    expect(() => eventsWanted(text)).toThrow(BadInput);
  });

  it('refuses more days than anybody can look at', () => {
    expect(() => eventsWanted('0-9999,10000')).toThrow(/at most 10000 days/);
  });
});

it('says numbers in ranges', () => {
  expect(inRanges([3, 4, 5, 6, 9, 11, 12])).toBe('3-6, 9, 11-12');
  expect(inRanges([0])).toBe('0');
  expect(inRanges([])).toBe('');
});
