import { describe, expect, it } from 'vitest';
import {
  aligned,
  decimalsFor,
  halfWidthAlone,
  meanAlone,
  over,
  percent,
  plusMinus,
  signed,
} from '../../../engine/report/terminal/numbers.ts';

describe('a figure with its interval', () => {
  it.each([
    // the half-width keeps one digit, or two where the first is a 1
    [12.3456, 2.34, '12 ± 2'],
    [12.3456, 1.23, '12.3 ± 1.2'],
    [12.3456, 1.94, '12.3 ± 1.9'],
    [12.3456, 1.96, '12 ± 2'],
    [12.3456, 0.234, '12.3 ± 0.2'],
    [12.3456, 0.123, '12.35 ± 0.12'],
    [12.3456, 0.0123, '12.35 ± 0.01'],
    [12.3456, 0.001, '12.35 ± 0.00'],
    [12.3456, 0.996, '12.3 ± 1.0'],
    [151.2, 14, '151 ± 14'],
    [1512, 234, '1500 ± 200'],
    [1512, 123, '1510 ± 120'],
    [-1.26, 0.34, '−1.3 ± 0.3'],
    [-0.01, 0.3, '0.0 ± 0.3'],
    [3, 0, '3 ± 0'],
    [2.5, 0, '2.5 ± 0'],
    [12.3456, null, '12.3 ± ?'],
    [123.456, null, '123 ± ?'],
    [null, null, '–'],
  ])('%f and %f are written %s', (mean, halfWidth, text) => {
    expect(plusMinus({ mean, halfWidth })).toBe(text);
  });

  it('can be written in two parts', () => {
    expect(meanAlone({ mean: 12.34, halfWidth: 1.23 })).toBe('12.3');
    expect(halfWidthAlone({ mean: 12.34, halfWidth: 1.23 })).toBe('1.2');
    expect(halfWidthAlone({ mean: 12.34, halfWidth: null })).toBe('?');
    expect(halfWidthAlone({ mean: null, halfWidth: null })).toBe('');
  });

  it('has a sign where it is a difference', () => {
    const write = (mean: number | null, halfWidth: number) => signed({ mean, halfWidth }, plusMinus);
    expect(write(2.81, 0.42)).toBe('+2.8 ± 0.4');
    expect(write(-1.31, 0.42)).toBe('−1.3 ± 0.4');
    expect(write(0.01, 0.42)).toBe('0.0 ± 0.4');
    expect(write(0, 0)).toBe('0 ± 0');
    expect(write(null, 0)).toBe('–');
  });

  it('as a percentage has hundredfold numbers', () => {
    expect(plusMinus(percent({ mean: 0.713, halfWidth: 0.024 }))).toBe('71 ± 2');
    expect(percent({ mean: null, halfWidth: null })).toEqual({ mean: null, halfWidth: null });
  });
});

describe('columns of figures', () => {
  it('have each ± under the other', () => {
    expect(aligned('12.3 ± 1.2', 5, 4)).toBe(' 12.3 ± 1.2 ');
    expect(aligned('8 ± 12', 5, 4)).toBe('    8 ± 12  ');
    expect(aligned('–', 5, 4)).toBe('    –       ');
  });

  it('have their heading over the ±, or over the whole cell', () => {
    expect(over('mean', 5, 4)).toBe('   mean     ');
    expect(over('≤ 15 min, %', 5, 4)).toBe('≤ 15 min, % ');
  });
});

describe('the decimals of a half-width', () => {
  it('may be tens', () => {
    expect([0.05, 0.5, 5, 50, 500].map(decimalsFor)).toEqual([2, 1, 0, -1, -2]);
  });
});
