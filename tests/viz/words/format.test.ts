import { expect, it } from 'vitest';
import { Format } from '../../../viz/words/format.ts';
import { languageOf } from '../../../viz/words/translated.ts';

it('writes numbers and times as the language has them', () => {
  const [en, fi, sv] = [new Format('en'), new Format('fi'), new Format('sv')];
  expect([en, fi, sv].map((format) => format.fixed(1234.5, 1))).toEqual([
    '1,234.5',
    '1\u00a0234,5',
    '1\u00a0234,5',
  ]);
  expect([en, fi, sv].map((format) => format.time(9 * 3600 + 305))).toEqual(['9:05', '9.05', '9.05']);
  expect(en.time(9 * 3600 + 5, true)).toBe('9:00:05');
  expect(en.percent(0.123, 1)).toBe('12.3%');
  expect(fi.percent(0.123, 1)).toBe('12,3\u00a0%');
});

it('writes how long something took, in units that fit', () => {
  const format = new Format('en');
  expect([0, 89.4, 90, 3600, 7200, 7500].map((seconds) => format.duration(seconds))).toEqual([
    '0 s',
    '89 s',
    '2 min',
    '60 min',
    '2 h 0 min',
    '2 h 5 min',
  ]);
});

it("takes the first of the reader's languages that there is", () => {
  expect(languageOf(['de-DE', 'sv-FI', 'fi'])).toBe('sv');
  expect(languageOf(['de'])).toBe('en');
  expect(languageOf([])).toBe('en');
});
