import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/model/compile.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { storyScenario } from './story.ts';

/** Mean arrivals a day, with no desk in the way: all are counted at the door. */
function arrivals(changes: readonly string[], days: number): number {
  const model = compile(
    storyScenario(['day: { doors: { open: 0 h, close: 10 h }, closing: send-home }', ...changes]),
  );
  const statistics = new Statistics(model);
  const simulation = new Simulation(model, 'arrivals', statistics);
  const { layout, row } = statistics.figures;
  let sum = 0;
  for (let day = 0; day < days; day++) {
    simulation.run(day);
    sum += row[layout.offset('arrived', 'all')];
  }
  return sum / days;
}

const walkIn = (more: string) =>
  `arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: 10 /h${more} } }`;

describe('arrivals', () => {
  it('in groups of a mean that is not whole are as many as expected', () => {
    // 100 a day: the standard error over 400 days is about 0.6.
    for (const group of ['1.4', '1.5', '0.4']) {
      const mean = arrivals([walkIn(`, perDay: 100, group: ${group}`)], 400);
      expect(Math.abs(mean - 100)).toBeLessThan(4);
    }
  });

  it('know any number of peaks apart', () => {
    // 40 peaks, of which only the last changes anything, and never happens.
    const peaks = Array.from(
      { length: 40 },
      (_, k) =>
        `p${k}: { arrivals: [walk-in], factor: ${k === 39 ? 10 : 1}, probability: ${k === 39 ? 0 : 1} }`,
    );
    const mean = arrivals([walkIn(''), `peaks: { ${peaks.join(', ')} }`], 100);
    expect(Math.abs(mean - 100)).toBeLessThan(5);
  });

  it('at a peak are as many more as its factor says', () => {
    // 10 h at 10 /h, of which 2 h at threefold: 100 + 40.
    const mean = arrivals(
      [walkIn(''), 'peaks: { p: { arrivals: [walk-in], factor: 3, from: 2 h, to: 4 h } }'],
      100,
    );
    expect(Math.abs(mean - 140)).toBeLessThan(6);
  });
});
