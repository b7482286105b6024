import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/model/compile.ts';
import { storyScenario } from '../simulation/story.ts';

const arrivals = (rate: string, more = '') =>
  compile(
    storyScenario([
      'day: { doors: { open: 09:00, close: 16:00 } }',
      `arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: ${rate}${more} } }`,
    ]),
  ).sources[0].rate;

describe('the rate of a source', () => {
  it('alone holds from the opening on', () => {
    expect(arrivals('36 /h')?.points).toEqual([[9 * 3600, 0.01]]);
  });

  it('with points holds from them, before the opening too', () => {
    expect(arrivals('{ points: [[08:30, 36 /h], [10:00, 72 /h]] }')?.points).toEqual([
      [8.5 * 3600, 0.01],
      [10 * 3600, 0.02],
    ]);
  });

  it('is scaled to the expected number a day', () => {
    // 7 hours: 70 a day are 10 an hour.
    const [[, value]] = arrivals('1 /h', ', perDay: 70')?.points ?? [[0, 0]];
    expect(value * 3600).toBeCloseTo(10, 9);
  });
});
