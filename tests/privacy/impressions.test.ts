/** What is known of a service stays known, however many kinds of services and ways come after it. */
import { expect, it } from 'vitest';
import { hall } from '../../bench/scaling/hall.ts';
import { compile } from '../../engine/model/compile.ts';
import { WHAT } from '../../engine/privacy/impression.ts';
import { ImpressionTable, WORD, WORD_BITS } from '../../engine/privacy/impressions.ts';
import { Stay } from '../../engine/privacy/presence.ts';
import { SILENT, UNKNOWN } from '../../engine/privacy/service-kind.ts';

/** Seventy desks: more kinds than there is room for at first. */
const TIMES = 7;

/** Of a hall so many times as large, with the spaces that are desks. */
function tableOf(times: number) {
  const model = compile(hall({ times, hasFloor: true }));
  const { vantages, ids } = model;
  if (vantages === null) throw new Error('the hall has no floor');
  const table = new ImpressionTable(model, vantages);
  const desks = [...ids.spaces.keys()].filter((space) => ids.spaces[space].startsWith('desk'));
  const isMarked = (spot: number, space: number) =>
    ((table.mask(spot, space >> WORD_BITS) >>> (space % WORD)) & 1) === 1;
  return { vantages, table, desks, isMarked };
}

it('keeps what it has found when it makes room for more kinds and ways', () => {
  const { vantages, table, desks, isMarked } = tableOf(TIMES);
  expect(desks.length).toBeGreaterThan(2 * WORD);
  const serviceAt = (space: number) => ({ space, matter: 0, manner: 0, clerk: 0 });
  const kindAt = (space: number) => {
    const kind = table.of(serviceAt(space));
    if (kind === null) throw new Error('nothing of it is private');
    return kind;
  };
  const stays = desks.slice(1, 6).map((place, k) => {
    const way = vantages.wayId(desks[k], place);
    const stay = Object.assign(new Stay(k), { place, way });
    table.admit(stay);
    return stay;
  });
  const nowhere = new Stay(99);
  table.admit(nowhere);
  const first = kindAt(desks[0]);
  const known = stays.map((stay) => [
    table.findAt(stay, first, serviceAt(desks[0])),
    table.findOn(stay, first, serviceAt(desks[0])),
  ]);
  const rowAt = (found: number) => table.rows.slice(found & ~WHAT, (found & ~WHAT) + 8);
  const rows = known.map(([at]) => rowAt(at));
  expect(known.flat().some((row) => row !== SILENT)).toBe(true);

  const later = new Stay(0);
  for (const from of desks)
    for (const place of desks.slice(0, 3))
      if (from !== place) table.admit(Object.assign(later, { place, way: vantages.wayId(from, place) }));
  for (const desk of desks) kindAt(desk);

  expect(stays.map(({ spotAt, spotOn }) => [first.at[spotAt], first.at[spotOn]])).toEqual(known);
  expect(known.map(([at]) => rowAt(at))).toEqual(rows);
  expect(first.at[later.spotOn]).toBe(UNKNOWN);
  const last = kindAt(desks[desks.length - 1]);
  for (const kind of [first, last]) {
    expect([kind.at[nowhere.spotAt], kind.at[nowhere.spotOn]]).toEqual([SILENT, SILENT]);
    expect([isMarked(nowhere.spotAt, kind.space), isMarked(nowhere.spotOn, kind.space)]).toEqual([
      false,
      false,
    ]);
  }
  // Of the last nothing has been asked for, so that all of it may be perceived.
  const [{ spotAt }] = stays;
  expect(last.at[spotAt]).toBe(UNKNOWN);
  expect(isMarked(spotAt, last.space)).toBe(true);
});

it('marks where anything of any service in a space may be perceived, and nowhere else', () => {
  const { vantages, table, desks, isMarked } = tableOf(4);
  const [desk, ...others] = desks;
  const talk = { space: desk, matter: 0, manner: 0, clerk: 0 };
  const silence = { ...talk, clerk: -1 };
  const kindOf = (service: typeof talk) => {
    const kind = table.of(service);
    if (kind === null) throw new Error('nothing of it is private');
    return kind;
  };
  const stays = others.map((place, k) => {
    const stay = Object.assign(new Stay(k), { place, way: vantages.wayId(others[0], place) });
    table.admit(stay);
    return stay;
  });
  const kinds = [kindOf(talk)];
  const marks = () =>
    stays.map(({ spotAt }) => {
      const isMarkedHere = isMarked(spotAt, desk);
      expect(isMarkedHere).toBe(kinds.some(({ at }) => at[spotAt] !== SILENT));
      return isMarkedHere;
    });
  expect(marks()).not.toContain(false);
  for (const stay of stays) table.findAt(stay, kinds[0], talk);
  const heard = marks();
  expect(new Set(heard)).toEqual(new Set([true, false]));
  kinds.push(kindOf(silence));
  expect(marks()).not.toContain(false);
  for (const stay of stays) table.findAt(stay, kinds[1], silence);
  expect(marks()).toEqual(heard);
});
