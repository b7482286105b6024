/** Values put into a document before it is checked, and paths that lead nowhere. */
import { describe, expect, it } from 'vitest';
import { load } from '../../engine/scenario/load.ts';
import { overridesSource } from '../../engine/scenario/overrides.ts';
import { filesReader, said, TOWN } from './town.ts';

function loadWith(...pairs: readonly (readonly [path: string, value: string])[]) {
  const source = overridesSource(
    '--vary',
    pairs.map(([path, value]) => ({ path, value })),
  );
  return load('town.yaml', filesReader(TOWN), source);
}

function changed(...pairs: readonly (readonly [string, string])[]) {
  const loaded = loadWith(...pairs);
  if (!loaded.ok) throw new Error(loaded.findings.map(said).join('\n'));
  return loaded.scenario;
}

function refused(path: string, value: string) {
  const loaded = loadWith([path, value]);
  return loaded.ok
    ? []
    : loaded.findings.map((one) => `${one.file}:${one.place.line}:${one.place.column} ${said(one)}`);
}

describe('an override', () => {
  it('changes a value of the merged document, before defaults and checks', () => {
    const scenario = changed(['roles.adviser.count', '7'], ['policy.ageing', '12 min']);
    expect(scenario.roles.adviser.count).toBe(7);
    expect(scenario.policy.ageing).toBe(720);
  });

  it('of another form is instead of what is there, like a further file', () => {
    const type = Object.keys(changed().spaceTypes)[0];
    const at = `spaceTypes.${type}.partition`;
    const bands = '{ bands: [20 dB, 21 dB, 22 dB, 23 dB, 24 dB, 25 dB, 26 dB] }';
    const { partition } = changed([at, bands], [`${at}.rating`, '45 dB']).spaceTypes[type];
    expect(partition).toEqual({ rating: 45 });
    // What is not there is not of another form.
    const kept = changed([at, bands], [`${at}.rating`, 'null']).spaceTypes[type];
    expect(kept.partition).toMatchObject({ bands: [20, 21, 22, 23, 24, 25, 26] });
  });

  it('gives what the document leaves out', () => {
    expect(changed(['encounters.acquaintances', '1 %']).encounters.acquaintances).toBe(0.01);
  });

  it('takes away with null', () => {
    const { targets } = changed(['targets', 'null']);
    expect(targets).toEqual([]);
  });

  it('goes into lists by number, and into all of their items', () => {
    const ends = (path: string) =>
      changed([path, "'17:00'"]).roles.adviser.shifts?.map(({ to }) => to / 3600);
    expect(ends('roles.adviser.shifts[1].to')).toEqual([16, 17]);
    expect(ends('roles.adviser.shifts.1.to')).toEqual([16, 17]);
    expect(ends('roles.adviser.shifts.*.to')).toEqual([17, 17]);
  });

  it('with * goes to every id that has the part', () => {
    const before = changed();
    const scenario = changed(['matters.*.weight', '4']);
    expect(Object.values(scenario.matters).map(({ weight }) => weight)).toEqual(
      Object.keys(before.matters).map(() => 4),
    );
    const one = changed(['matters.tax-*.weight', '5']);
    expect(one.matters['tax-card'].weight).toBe(5);
    expect(one.matters.benefit.weight).toBe(before.matters.benefit.weight);
  });

  it('names an id with points in it', () => {
    const renamed = Object.entries(TOWN).map(([name, text]) => [
      name,
      text.replaceAll('tax-card', 'vero.tax-card'),
    ]);
    const source = overridesSource('--vary', [{ path: 'matters.vero.tax-card.weight', value: '9' }]);
    const loaded = load('town.yaml', filesReader(Object.fromEntries(renamed)), source);
    expect(loaded.ok && loaded.scenario.matters['vero.tax-card'].weight).toBe(9);
  });

  it('called fallback is the limit of the policy and of each matter that has one', () => {
    expect(changed().matters.estate.fallback?.after).toBe(20 * 60);
    const scenario = changed(['fallback', 'never']);
    expect(scenario.policy.fallback).toBe(Number.POSITIVE_INFINITY);
    expect(scenario.matters.estate.fallback?.after).toBe(Number.POSITIVE_INFINITY);
    expect(scenario.matters.benefit.fallback).toBeUndefined();
    expect(changed(['policy.fallback', 'never']).matters.estate.fallback?.after).toBe(20 * 60);
  });
});

describe('an override that cannot be', () => {
  it.each([
    ['roles.advisr.count', '2', "roles.advisr.count: 'roles' has no 'advisr'; did you mean 'adviser'?"],
    [
      'roles.adviser.cuont',
      '2',
      "roles.adviser.cuont: 'roles.adviser' has no 'cuont'; did you mean 'count'?",
    ],
    ['rolls.adviser.count', '2', "rolls.adviser.count: a scenario has no 'rolls'; did you mean 'roles'?"],
    ['matters.*.wieght', '2', "matters.*.wieght: 'matters.tax-card' has no 'wieght'; did you mean 'weight'?"],
    ['matters.x*.weight', '2', "matters.x*.weight: 'matters' has no 'x*'"],
    [
      'roles.adviser.count.x',
      '2',
      "roles.adviser.count.x: 'roles.adviser.count' is a plain value, and has no 'x'",
    ],
    ['roles..count', '2', "roles..count: 'roles..count' is no path; write it like 'roles.adviser.count'"],
    ['roles.adviser.count', '', 'roles.adviser.count: needs a value'],
  ])('%s: %s is shown at its path', (path, value, message) => {
    const [first = ''] = refused(path, value);
    expect(first).toMatch(/^--vary:1:1 /);
    expect(first).toContain(message);
  });

  it('is shown at its value, if that is what is wrong', () => {
    expect(refused('roles.adviser.count', '2.5')).toEqual([
      '--vary:1:22 roles.adviser.count: must be a whole number, is 2.5',
    ]);
    expect(refused('policy.routing', 'dedicate')[0]).toContain("did you mean 'dedicated'?");
    expect(refused('roles.adviser.count', 'a: b')[0]).toMatch(/^--vary:1:22 /);
  });

  it('tells what does not fit to it elsewhere', () => {
    const [first = ''] = refused('agencies.kela', 'null');
    expect(first).toBe("town.yaml:37:13 matters.benefit.agency: unknown agency 'kela': --vary takes it away");
  });
});
