import { expect, test } from 'vitest';
import { errorText } from '../../../viz/app/error-text.ts';

const withStack = (message: string, stack: string | undefined) =>
  Object.assign(new RangeError(message), { stack });

test('has the message once, whether the stack has it or not', () => {
  expect(errorText(withStack('too deep', 'RangeError: too deep\n    at f (a.js:1)'))).toBe(
    'RangeError: too deep\n    at f (a.js:1)',
  );
  expect(errorText(withStack('too deep', 'f@a.js:1:2\ng@a.js:3:4'))).toBe(
    'RangeError: too deep\nf@a.js:1:2\ng@a.js:3:4',
  );
  expect(errorText(withStack('too deep', undefined))).toBe('RangeError: too deep');
  expect(errorText(withStack('', 'f@a.js:1:2'))).toBe('RangeError\nf@a.js:1:2');
  expect(errorText('no error')).toBe('no error');
});
