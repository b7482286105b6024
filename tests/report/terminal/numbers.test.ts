import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aligned,
  decimalsFor,
  halfWidthAlone,
  meanAlone,
  over,
  percent,
  plusMinus,
  type Room,
  signed,
  suffixesIn,
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
    expect(aligned('12.3 ± 1.2')).toBe(' 12.3 ± 1.2 ');
    expect(aligned('8 ± 12')).toBe('    8 ± 12  ');
    expect(aligned('–')).toBe('    –       ');
    expect(aligned('12 ± 3', { before: 4, after: 2 })).toBe('  12 ± 3 ');
  });

  it('never cut a number, even one that has no room', () => {
    expect(aligned('320000 ± 60000')).toBe('320000 ± 60000');
    expect(aligned('320000')).toBe('320000       ');
  });

  it('have their heading over the ±, or over the whole cell', () => {
    expect(over('mean')).toBe('   mean     ');
    expect(over('≤ 15 min, %')).toBe('≤ 15 min, % ');
  });
});

describe('the decimals of a half-width', () => {
  it('may be tens', () => {
    expect([0.05, 0.5, 5, 50, 500].map(decimalsFor)).toEqual([2, 1, 0, -1, -2]);
  });
});

describe('a figure that does not fit its columns', () => {
  it.each([
    // all digits fit
    [9999, 4, '9999 ± 4'],
    [9999, 50, '10000 ± 50'],
    [10_000, 20, '10000 ± 20'],
    [10_000, 2000, '10000 ± 2000'],
    [-9999, 4, '−9999 ± 4'],
    [12_345, null, '12345 ± ?'],
    [12_345, 0, '12345 ± 0'],
    // thousands, millions, with the digits that the interval supports
    [320_000, 60_000, '320k ± 60k'],
    [123_456, 2000, '123k ± 2k'],
    [12_345, 12_345, '12k ± 12k'],
    [8000, 9960, '8k ± 10k'],
    [1_234_567, 50_000, '1230k ± 50k'],
    [1_512_345, 123_456, '1510k ± 120k'],
    [12_345_678, 1_234_567, '12.3M ± 1.2M'],
    [987_654_321, 20_000_000, '990M ± 20M'],
    [-123_456, 2000, '−123k ± 2k'],
    [12, 20_000, '0 ± 20k'],
    [12, 1_400_000, '0.0M ± 1.4M'],
    // with fewer digits, and the half-width rounded up
    [123_456, 20, '123k ± 1k'],
    [-1_234_567, 50_000, '−1.2M ± 0.1M'],
    [1_000_000_000, 5, '1000M ± 1M'],
    [-1_000_000_000, 5, '−1.0G ± 0.1G'],
    [123_456, null, '123k ± ?'],
    [123_456, 0, '123k ± 0'],
    // small, but with more digits than there is room for
    [1234.56, 0.31, '1235 ± 1'],
    [123.456, 0.1001, '123.5 ± 0.1'],
    [123.456, 0.123, '123.5 ± 0.2'],
    [-12.345, 0.04, '−12.3 ± 0.1'],
    [99.999, 0.001, '100.0 ± 0.1'],
  ])('%f and %f are written %s', (mean, halfWidth, text) => {
    expect(plusMinus({ mean, halfWidth })).toBe(text);
    const [before, after] = text.split(' ± ');
    expect(meanAlone({ mean, halfWidth })).toBe(before);
    expect(halfWidthAlone({ mean, halfWidth })).toBe(after);
  });

  it('fits where there is more room, or less', () => {
    const wide = { before: 6, after: 5 };
    expect(plusMinus({ mean: -1_234_567, halfWidth: 50_000 }, wide)).toBe('−1230k ± 50k');
    expect(plusMinus({ mean: -12_345, halfWidth: 2000 }, wide)).toBe('−12000 ± 2000');
    expect(plusMinus({ mean: 1234.5, halfWidth: 0.3 }, wide)).toBe('1234.5 ± 0.3');
    const narrow = { before: 4, after: 4 };
    expect(plusMinus({ mean: 99.98, halfWidth: 0.3 }, narrow)).toBe('100 ± 1');
    expect(plusMinus({ mean: 12_345, halfWidth: 200 }, narrow)).toBe('12k ± 1k');
  });

  it('is written the same in a table that has more room', () => {
    const wide = { before: 6, after: 5 };
    expect(plusMinus({ mean: 123_456, halfWidth: 12_345 }, wide)).toBe('123k ± 12k');
    expect(plusMinus({ mean: 280_000, halfWidth: 80_000 }, wide)).toBe('280k ± 80k');
    expect(plusMinus({ mean: 183_701, halfWidth: null }, wide)).toBe('184k ± ?');
  });

  it('has room for its sign', () => {
    const write = (mean: number, halfWidth: number) => signed({ mean, halfWidth }, plusMinus);
    expect(write(9999, 4)).toBe('+9999 ± 4');
    expect(write(10_000, 2000)).toBe('+10k ± 2k');
    expect(write(1_234_567, 50_000)).toBe('+1.2M ± 0.1M');
    expect(write(-123_456, 2000)).toBe('−123k ± 2k');
    expect(write(12, 20_000)).toBe('0 ± 20k');
    expect(write(12, 1_400_000)).toBe('0.0M ± 1.4M');
  });
});

describe('any figure up to a thousand millions', () => {
  const size = (least: number) =>
    fc.oneof(
      fc.double({ min: least, max: 1e9, noNaN: true }),
      fc.double({ min: -9, max: 9, noNaN: true }).map((power) => 10 ** power),
    );
  const mean = fc.oneof(
    size(-1e9),
    size(-1e9).map((value) => -value),
  );
  const known = size(0).filter((value) => value >= 0.01);
  const halfWidth = fc.oneof(fc.constant(null), fc.constant(0), size(1e-9));
  const rooms: readonly Room[] = [
    { before: 5, after: 4 },
    { before: 6, after: 5 },
    { before: 4, after: 4 },
  ];
  const room = fc.constantFrom(...rooms);
  const FACTORS: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9 };
  const numberIn = (text: string) => {
    const [, number = '', suffix = ''] = /^([−\d.]+)([kMG]?)$/.exec(text) ?? [];
    return Number(number.replace('−', '-')) * (FACTORS[suffix] ?? 1);
  };

  it('takes no more than its columns, with a sign or without', () => {
    fc.assert(
      fc.property(mean, halfWidth, room, (value, width, given) => {
        const figure = { mean: value, halfWidth: width };
        for (const text of [plusMinus(figure, given), signed(figure, plusMinus, given)]) {
          const [before = '', after = ''] = text.split(' ± ');
          expect(before.length).toBeLessThanOrEqual(given.before);
          expect(after.length).toBeLessThanOrEqual(given.after);
          expect(aligned(text, given).length).toBe(given.before + 3 + given.after);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is near what is written', () => {
    fc.assert(
      fc.property(mean, known, room, (value, width, given) => {
        const [before = '', after = ''] = plusMinus({ mean: value, halfWidth: width }, given).split(' ± ');
        // Half a unit of the last digit is no more than half of a half-width of one digit.
        expect(Math.abs(numberIn(before) - value)).toBeLessThanOrEqual(0.5 * numberIn(after) + 1e-6);
        expect(numberIn(after)).toBeGreaterThanOrEqual(width / 1.5);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the suffixes of numbers', () => {
  it('are explained where they occur', () => {
    expect(suffixesIn(['All   320k ± 60k', '\u001b[1m1.2M\u001b[22m'])).toBe('k: thousands; M: millions');
    expect(suffixesIn(['−1G'])).toBe('G: thousand millions');
    expect(suffixesIn(['All   12 ± 3 min', 'desk4kiosk', 'k4 > M1', '3kg', '2k-room'])).toBeNull();
  });
});
