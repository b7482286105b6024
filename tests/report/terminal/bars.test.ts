import { describe, expect, it } from 'vitest';
import { bar, hourAxis, sparkline } from '../../../engine/report/terminal/bars.ts';

describe('a bar', () => {
  it.each([
    [0, '····'],
    [0.25, '█···'],
    [0.5, '██··'],
    [0.53125, '██▏·'],
    [0.999, '████'],
    [1, '████'],
    [1.2, '████'],
    [null, '    '],
  ])('of %f is %s', (share, text) => {
    expect(bar(share, 4)).toBe(text);
  });
});

describe('a sparkline', () => {
  it('has eight levels up to one, and a blank for nothing observed', () => {
    expect(sparkline([0, 0.01, 0.125, 0.126, 0.5, 0.99, 1, null, 1.5])).toBe('▁▁▁▂▄██ █');
  });
});

describe('the hours above a sparkline', () => {
  it('are the first, and every fourth where there is room', () => {
    expect(hourAxis([9, 10, 11, 12, 13, 14, 15, 16])).toBe('9  12  16');
    expect(hourAxis([8, 9, 10, 11, 12])).toBe('8   12');
    expect(hourAxis([10, 11, 12, 13])).toBe('10  ');
    expect(hourAxis([])).toBe('');
  });
});
