/** What two documents differ in. */
import { describe, expect, it } from 'vitest';
import { differencesOf, differenceText, valueText } from '../../engine/scenario/differences.ts';

const said = (...pair: Parameters<typeof differencesOf>) => differencesOf(...pair).map(differenceText);

describe('differences of documents', () => {
  it('are told by path, as they are written', () => {
    const one = { roles: { adviser: { count: 2, cover: 1 } }, spaces: { b1: { type: 'booth' } } };
    const other = {
      roles: { adviser: { count: 3, absence: '3 %' } },
      spaces: { b1: { type: 'booth' }, b2: { type: 'booth' } },
    };
    expect(said(one, other)).toEqual([
      'roles.adviser.count 2 → 3',
      'roles.adviser.cover taken away',
      'roles.adviser.absence added: 3 %',
      'spaces.b2 added: { type: booth }',
    ]);
  });

  it('go into lists of maps, and take other lists whole', () => {
    expect(said({ shifts: [{ from: '8:00' }] }, { shifts: [{ from: '9:00' }, { from: '10:00' }] })).toEqual([
      'shifts[0].from 8:00 → 9:00',
      'shifts[1] added: { from: 10:00 }',
    ]);
    expect(said({ spaces: ['a', 'b'] }, { spaces: ['b'] })).toEqual(['spaces [a, b] → [b]']);
  });

  it('leave out what is for readers alone, at the top only', () => {
    const one = { name: 'A', about: 'a', extends: 'x', agencies: { a: { name: 'A' } } };
    expect(said(one, { ...one, name: 'B', about: 'b', extends: 'y' })).toEqual([]);
    expect(said(one, { ...one, agencies: { a: { name: 'B' } } })).toEqual(['agencies.a.name A → B']);
  });

  it('know a key called like what every object has', () => {
    expect(said({ a: { constructor: 1 } }, { a: {} })).toEqual(['a.constructor taken away']);
    expect(valueText({ a: [1, { b: null }] })).toBe('{ a: [1, { b: null }] }');
  });
});
