import { describe, expect, it } from 'vitest';
import { compareResults } from '../../bench/compare.ts';
import { figureOf } from '../../bench/result.ts';
import { YARDSTICK } from '../../bench/yardstick.ts';
import { resultWith, speed } from './example-result.ts';

const size = (work: string, megabytes: number) =>
  figureOf({ work, unit: 'MB', kind: 'size', note: '' }, [megabytes]);
const duration = (work: string, seconds: number) =>
  figureOf({ work, unit: 's', kind: 'duration', note: '' }, [seconds]);
const gain = (work: string, times: number) =>
  figureOf({ work, unit: 'times', kind: 'gain', note: '' }, [times]);

const before = resultWith([
  speed(YARDSTICK, [100]),
  speed('DAY', [50]),
  duration('Start-up', 0.4),
  size('Memory', 200),
  gain('Threads', 1.9),
]);

describe('two results', () => {
  it('of one program on a machine half as fast are no worse', () => {
    const after = resultWith([
      speed(YARDSTICK, [50]),
      speed('DAY', [25]),
      duration('Start-up', 0.8),
      size('Memory', 200),
      gain('Threads', 1.9),
    ]);
    const { changes, missing } = compareResults(before, after, 0);
    expect(changes.map(({ work, ratio }) => [work, ratio])).toEqual([
      ['DAY', 1],
      ['Start-up', 1],
      ['Memory', 1],
      ['Threads', 1],
    ]);
    expect(changes.filter(({ isWorse }) => isWorse)).toEqual([]);
    expect(missing).toEqual([]);
  });

  it('show a program that is slower on a faster machine', () => {
    const after = resultWith([
      speed(YARDSTICK, [200]),
      speed('DAY', [80]),
      duration('Start-up', 0.4),
      size('Memory', 250),
      gain('Threads', 1.52),
    ]);
    const { changes } = compareResults(before, after, 0.3);
    const rounded = changes.map(({ work, ratio, isWorse }) => [work, Number(ratio.toFixed(3)), isWorse]);
    expect(rounded).toEqual([
      ['DAY', 0.8, false],
      ['Start-up', 0.5, true],
      ['Memory', 0.8, false],
      ['Threads', 0.8, false],
    ]);
  });

  it('allow what the tolerance allows, and no more', () => {
    const after = (rate: number) => resultWith([speed(YARDSTICK, [100]), speed('DAY', [rate])]);
    const isWorse = (rate: number) => compareResults(before, after(rate), 0.25).changes[0].isWorse;
    expect(isWorse(40)).toBe(false);
    expect(isWorse(39.9)).toBe(true);
  });

  it('are compared round by round with the yardstick, so that a slow while does no harm', () => {
    const steady = resultWith([speed(YARDSTICK, [100, 100, 100]), speed('DAY', [50, 50, 50])]);
    const shaken = resultWith([speed(YARDSTICK, [100, 20, 30]), speed('DAY', [50, 10, 15])]);
    expect(compareResults(steady, shaken, 0).changes[0].ratio).toBe(1);
  });

  it('say what the second lacks, and leave peers out', () => {
    const peer = speed('DAY · C++', [1000], { peer: { of: 'DAY', language: 'C++' } });
    const first = resultWith([speed(YARDSTICK, [100]), speed('DAY', [50]), peer]);
    const { changes, missing } = compareResults(first, resultWith([speed(YARDSTICK, [100])]), 0);
    expect(changes).toEqual([]);
    expect(missing).toEqual(['DAY']);
  });

  it('cannot be compared without a yardstick', () => {
    expect(() => compareResults(before, resultWith([speed('DAY', [1])]), 0)).toThrow('yardstick');
  });
});
