import { describe, expect, it } from 'vitest';
import {
  HOURS,
  SCOPES,
  type ScopeKind,
  sameScope,
  scopeAt,
  scopeCount,
} from '../../engine/statistics/scopes.ts';
import { smallModel } from './small-house.ts';

const { ids } = smallModel();

describe('scopes', () => {
  it('are as many as the things they name', () => {
    expect(scopeCount('all', ids)).toBe(1);
    expect(scopeCount('agency', ids)).toBe(2);
    expect(scopeCount('agencyHour', ids)).toBe(2 * HOURS);
    expect(scopeCount('spaceTypeHour', ids)).toBe(3 * HOURS);
  });

  it('lie densely, the hour running fastest', () => {
    expect(scopeAt('all', 0, ids)).toEqual({});
    expect(scopeAt('matter', 1, ids)).toEqual({ matter: 'estate' });
    expect(scopeAt('agencyHour', 0, ids)).toEqual({ agency: 'vero', hour: 0 });
    expect(scopeAt('agencyHour', HOURS + 10, ids)).toEqual({ agency: 'dvv', hour: 10 });
    expect(Object.keys(scopeAt('roleHour', 30, ids))).toEqual(['role', 'hour']);
  });

  it('are all different within a kind', () => {
    for (const kind of Object.keys(SCOPES) as ScopeKind[]) {
      const all = Array.from({ length: scopeCount(kind, ids) }, (_, k) =>
        JSON.stringify(scopeAt(kind, k, ids)),
      );
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('are the same only with the same keys', () => {
    expect(sameScope({}, {})).toBe(true);
    expect(sameScope({ agency: 'vero' }, { agency: 'vero' })).toBe(true);
    expect(sameScope({ agency: 'vero' }, { matter: 'vero' })).toBe(false);
    expect(sameScope({ agency: 'vero' }, { agency: 'vero', hour: 10 })).toBe(false);
  });
});
