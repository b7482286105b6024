/** However many conflicts there are, the totals are of all, and those that are kept are the gravest, in the order of the terminal. */
import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../../engine/privacy/conflict.ts';
import { byGravity } from '../../../engine/report/terminal/conflicts.ts';
import { CHANNELS, KIND_IDS } from '../../../engine/statistics/scopes.ts';
import { GatheredConflicts } from '../../../viz/engine/gathered-conflicts.ts';
import { conflictAt } from '../../../viz/replay/conflict-table.ts';
import {
  beginsOf,
  channelOf,
  conflictsBetween,
  countOf,
  goingOnAt,
} from '../../../viz/replay/conflict-totals.ts';
import { conflictsOf, dayOf, designIn } from '../a-day.ts';
import { aConflict } from '../conflict-tables.ts';

/** The same conflicts at each run, many of them as grave as another. */
const MANY: readonly Conflict[] = Array.from({ length: 1000 }, (_, k) => {
  const from = ((k * 7919) % 500) * 10 + (k % 3) / 2;
  const seconds = 5 + ((k * 31) % 40);
  return aConflict({
    kind: k % KIND_IDS.length,
    from,
    to: from + seconds + (k % 7),
    seconds,
    visitor: (k * 13) % 97,
    witness: (k % 5) - 1,
    persons: 1 + (k % 3),
    probability: k % 4 === 0 ? 0.25 : 1,
    understood: (k % 10) / 10,
    vantage: (k % 6) - 1,
    space: k % 4,
  });
});

function gathered(most: number) {
  const all = new GatheredConflicts(1, most);
  for (const one of MANY) all.add(one);
  const taken = all.take();
  const { conflicts } = taken;
  return {
    ...taken,
    kept: Array.from({ length: conflicts.length }, (_, row) => conflictAt(conflicts, row)),
  };
}

describe('the conflicts that are kept', () => {
  it('are all where they are not too many, as told, in the order of the terminal', () => {
    expect(gathered(5000).kept).toEqual(byGravity(MANY));
  });

  it.each([1, 10, 137, 999])('are the gravest %i where there are more', (most) => {
    expect(gathered(most).kept).toEqual(byGravity(MANY).slice(0, most));
  });

  it('of a day are those of the terminal, and all of them', () => {
    const day = dayOf(designIn('scenarios/pori.yaml'));
    const conflicts = conflictsOf(day);
    expect(conflicts).toEqual(byGravity(conflicts));
    expect(day.privacy.totals.count).toBe(conflicts.length);
  });

  it('are gathered anew each time', () => {
    const all = new GatheredConflicts(1, 10);
    for (const one of MANY) all.add(one);
    all.take();
    all.add(aConflict({ seconds: 1 }));
    const { conflicts, totals } = all.take();
    expect([conflicts.length, totals.count]).toEqual([1, 1]);
  });
});

describe('the totals', () => {
  const { totals } = gathered(10);
  const sum = (some: readonly Conflict[]) => some.reduce((total, { probability }) => total + probability, 0);

  it.each([null, ...CHANNELS.keys()])('are of all, in channel %s', (channel) => {
    const of = MANY.filter(({ kind }) => channel === null || channelOf(kind) === channel);
    expect(countOf(totals, channel)).toBe(of.length);
    const within = (from: number, to: number) => sum(of.filter((one) => one.from >= from && one.from < to));
    for (const [from, to] of [
      [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      [600, 1200],
      [0, 1],
      [4990, 9000],
    ] as const)
      expect(conflictsBetween(totals, channel, from, to)).toBeCloseTo(within(from, to), 9);
    for (let time = -1; time < 5100; time += 1)
      expect(goingOnAt(totals, channel, time)).toBe(
        of.filter(({ from, to }) => from <= time && time < to).length,
      );
  });

  it('know in which seconds any begin', () => {
    for (const channel of CHANNELS.keys()) {
      const begins = MANY.filter(({ kind }) => channelOf(kind) === channel).map(({ from }) =>
        Math.floor(from),
      );
      expect([...beginsOf(totals, channel)]).toEqual([...new Set(begins)].sort((a, b) => a - b));
    }
  });

  it('are by visitor, witness and place as well', () => {
    for (const serial of new Set(MANY.map(({ visitor }) => visitor)))
      expect(totals.suffered[serial]).toBe(MANY.filter(({ visitor }) => visitor === serial).length);
    for (const serial of [0, 1, 2, 3])
      expect(totals.witnessed[serial]).toBe(MANY.filter(({ witness }) => witness === serial).length);
    const exposure = (some: readonly Conflict[]) =>
      some.reduce((total, { seconds, persons, probability }) => total + seconds * persons * probability, 0);
    for (const at of [0, 1, 2, 3, 4])
      expect(totals.fromVantage[at]).toBeCloseTo(exposure(MANY.filter(({ vantage }) => vantage === at)), 6);
    for (const at of [0, 1, 2, 3])
      expect(totals.inSpace[at] ?? 0).toBeCloseTo(
        exposure(MANY.filter(({ vantage, space }) => vantage < 0 && space === at)),
        6,
      );
  });
});
