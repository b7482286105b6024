import { describe, expect, it } from 'vitest';
import { judge, timesBest } from '../../bench/bars.ts';
import { speed } from './example-result.ts';

const peer = (version: string, language: string, rounds: readonly number[]) =>
  speed(`DAY · ${version}`, rounds, { peer: { of: 'DAY', language } });

describe('the bars', () => {
  it('are held to the better version of a peer', () => {
    const figures = [speed('DAY', [600]), peer('plain', 'SimPy', [20]), peer('better', 'SimPy', [40])];
    expect(timesBest(figures, 'DAY', 'SimPy')).toBe(15);
    expect(judge(figures)).toEqual([
      { text: 'DAY: times the speed of SimPy', value: 15, least: 20, isMet: false },
    ]);
  });

  it('take rounds by turns, and their median ratio', () => {
    const figures = [speed('DAY', [50, 20, 60]), peer('one', 'C++', [100, 40, 100])];
    expect(timesBest(figures, 'DAY', 'C++')).toBe(0.5);
    expect(judge(figures)[0]).toMatchObject({ value: 0.5, isMet: true });
  });

  it('judge nothing that was not measured', () => {
    expect(judge([speed('DAY', [600])])).toEqual([]);
    expect(judge([peer('one', 'C++', [100])])).toEqual([]);
  });

  it('judge whether mean waits agree', () => {
    // Each day 1 served, half of them after 1 min, half after 3: mean 2, standard error 1 / √99 or so.
    const totals = { days: 100, arrived: 100, left: 0, served: 100, servedSquared: 100 };
    const of = (low: number, high: number) => ({
      ...totals,
      waited: 50 * (low + high),
      waitedSquared: 50 * (low * low + high * high),
      product: 50 * (low + high),
    });
    const agreement = (low: number, high: number) =>
      judge([
        speed('DAY', [600], { totals: of(low, high) }),
        speed('DAY · C++', [1000], { totals: of(1, 3), peer: { of: 'DAY', language: 'C++' } }),
      ]).find(({ text }) => text.includes('standard errors'));
    expect(agreement(1, 3)).toMatchObject({ value: 0, isMet: true });
    const apart = agreement(2, 4);
    expect(apart?.value).toBeCloseTo(Math.sqrt(99 / 2), 10);
    expect(apart?.isMet).toBe(false);
  });
});
