import { describe, expect, it } from 'vitest';
import { PaceMeter, progressLine } from '../../engine/cli/progress-line.ts';

const figure = {
  measure: 'wait.mean',
  scope: {},
  unit: 'min',
  mean: 9,
  halfWidth: 0.12345,
  confidence: 0.95,
  n: 2000,
} as const;
const state = {
  name: 'appointments-first',
  done: 2500,
  expected: 10_000,
  pace: { rate: 812.3 },
  figure,
  isRelative: false,
};

describe('the line of the progress bar', () => {
  it('says how many, how well, how long and how fast', () => {
    expect(progressLine(state, 100)).toBe(
      'appointments-first           ███░░░░░░░ 2,500/10,000 days  wait ±0.12 min  10 s left  812/s',
    );
  });

  it('says it all at 80 columns, and of a precision how near it is', () => {
    expect(progressLine(state, 79)).toBe(
      'appointments-fir ███░░░░░░░ 2,500/10,000 days  wait ±0.12 min  10 s left  812/s',
    );
    expect(progressLine({ ...state, isRelative: true }, 79)).toContain('  wait ±1.4 %  ');
  });

  it.each([79, 60, 40])('fits into %d columns', (width) => {
    const line = progressLine({ ...state, name: 'with as many proper places as are ever needed' }, width);
    expect(line.length).toBeLessThanOrEqual(width);
    expect(line).toContain('2,500/10,000 days');
  });

  it('says nothing of what is not known yet', () => {
    const line = progressLine({ ...state, pace: { rate: null }, figure: { ...figure, halfWidth: null } }, 79);
    expect(line.trimEnd()).toBe('appointments-first           ███░░░░░░░ 2,500/10,000 days');
  });
});

describe('the pace', () => {
  it('is that of the last seconds', () => {
    const meter = new PaceMeter();
    expect(meter.note(0, 0)).toEqual({ rate: null });
    expect(meter.note(100, 1000)).toEqual({ rate: 100 });
    for (let second = 2; second <= 10; second++) meter.note(100 + 300 * (second - 1), 1000 * second);
    expect(meter.note(100 + 3000, 11_000)).toEqual({ rate: 300 });
  });
});
