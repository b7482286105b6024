import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { OUTCOME } from '../../../engine/simulation/observer.ts';
import { houseOf } from '../../../viz/engine/house.ts';
import { EVERYBODY, found, registerOf } from '../../../viz/follow/visitor-register.ts';
import { conflictsOf, dayOf, designIn } from '../a-day.ts';
import { measuredOf } from './measured.ts';

describe('the visitors of a day of Pori', () => {
  const design = designIn('scenarios/pori.yaml');
  const house = houseOf(modelOf(design), '');
  const day = dayOf(design);
  const measured = measuredOf(design);
  const register = registerOf(day, house);
  const search = (more: Partial<typeof EVERYBODY>) => [...found(day, register, { ...EVERYBODY, ...more })];

  it('are all there, in the order in which they came', () => {
    expect(search({})).toEqual(Array.from({ length: day.visitors.length }, (_, row) => row));
  });

  it('are of the agencies that the statistics count them for', () => {
    house.ids.agencies.forEach((_, agency) => {
      expect(search({ agency })).toHaveLength(measured('arrived', 'agency', agency));
    });
  });

  it('end as the statistics say', () => {
    const count = (outcome: number) => register.outcome.filter((one) => one === outcome).length;
    expect(count(OUTCOME.served)).toBe(measured('served', 'all'));
    expect(count(OUTCOME.reneged)).toBe(measured('reneged', 'all'));
    expect(count(OUTCOME.sentHome)).toBe(measured('sentHome', 'all'));
  });

  it('are found by the first digits of their number, the very number first', () => {
    const serial = [...day.visitors.serial];
    const rows = search({ number: '1', order: 'wait' });
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(String(serial[row])).toMatch(/^1/);
    if (serial.includes(1)) expect(serial[rows[0] ?? -1]).toBe(1);
    expect(search({ number: '999999' })).toEqual([]);
  });

  it('are in the order of their longest wait, which is that of the measured ones', () => {
    const waits = search({ order: 'wait' }).map((row) => register.longestWait[row] ?? 0);
    expect(waits).toEqual(waits.toSorted((a, b) => b - a));
    const longest = Math.max(...day.measures.waits.seconds);
    expect(waits[0]).toBeGreaterThanOrEqual(longest);
  });

  it('are those whom conflicts are about', () => {
    const rows = search({ hadConflict: true });
    const serials = new Set(conflictsOf(day).map(({ visitor }) => visitor));
    expect(new Set(rows.map((row) => day.visitors.serial[row]))).toEqual(serials);
    const all = register.suffered.reduce((sum, one) => sum + one, 0);
    expect(all).toBe(day.privacy.conflicts.length);
  });
});
