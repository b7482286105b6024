import { describe, expect, it } from 'vitest';
import { checkCover } from '../../../engine/scenario/checks/staffing.ts';
import { checkVolume } from '../../../engine/scenario/checks/volume.ts';
import { storyScenario } from '../../simulation/story.ts';

const volume = (arrival: string) =>
  checkVolume(
    storyScenario([
      'day: { doors: { open: 0 h, close: 10 h } }',
      `arrivals: { list: null, many: { profiles: p, agency: a, ${arrival} } }`,
    ]),
  ).map(({ message }) => message);

describe('how many come', () => {
  it('may be a million a day, and no more', () => {
    expect(volume('rate: 100000 /h')).toEqual([]);
    expect(volume('rate: 100001 /h')).toEqual([
      'brings 1,000,010 visitors a day, more than the 1,000,000 that can be simulated',
    ]);
    expect(volume('rate: 1 /h, perDay: 2000000')).toHaveLength(1);
    expect(volume('rate: 10000 /h, group: 11')).toHaveLength(1);
  });

  it('cannot be reached by groups of nobody', () => {
    expect(volume('rate: 1 /h, perDay: 10, group: 0')).toEqual([
      'cannot be reached: groups have nobody in them',
    ]);
  });

  it('holds for bookings too', () => {
    expect(volume('appointments: { from: 0 h, to: 10 h, every: 1 min }')).toEqual([]);
    expect(volume('appointments: { from: 0 h, to: 10 h, every: 0.1 s }')).toEqual([
      'offers 360,000 slots a day, more than the 100,000 that can be simulated',
    ]);
  });
});

describe('cover', () => {
  it('of as many others as there are clerks lets nobody take a break', () => {
    const cover = (others: number) =>
      checkCover(
        storyScenario(
          `roles: { clerk: { count: 2, cover: ${others}, shifts: [{ from: 0 h, to: 8 h, breaks: [{ at: 4 h, length: 30 min }] }] } }`,
        ),
      ).map(({ message }) => message);
    expect(cover(1)).toEqual([]);
    expect(cover(2)).toEqual(['no break of the role ever begins: it needs 2 others, and there is 1']);
  });
});
