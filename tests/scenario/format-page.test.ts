import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { durations } from '../../engine/scenario/common-schema.ts';
import { FAMILIES } from '../../engine/scenario/distribution.ts';
import { EXAMPLES, REMARKS, UNITS } from '../../engine/scenario/format-guide.ts';
import { formatKeys, formatPage } from '../../engine/scenario/format-page.ts';
import { clock, duration, length, level, rate, share, speed } from '../../engine/scenario/quantity.ts';

describe('the reference page of the scenario format', () => {
  /** To make it anew after a change of the schema: vitest run -u tests/scenario/format-page.test.ts. */
  it('is the one in docs/', async () => {
    await expect(formatPage()).toMatchFileSnapshot('../../docs/reference/scenario.md');
  });

  it('says of each key what it means, but where the name of the key does', () => {
    const spoken = new Set(['name', 'from', 'to', 'length', 'width', 'probability']);
    const silent = [...formatKeys()].flatMap(([section, keys]) =>
      keys
        .filter(({ key, meaning }) => meaning === '' && !spoken.has(key.split('.').at(-1) ?? ''))
        .map(({ key }) => `${section}: ${key}`),
    );
    expect(silent).toEqual([]);
  });

  it('shows keys of lists, of maps by id and of one of several forms', () => {
    const keys = [...formatKeys()].flatMap(([section, rows]) => rows.map(({ key }) => `${section} ${key}`));
    expect(keys).toContain('roles mandates[].speed');
    expect(keys).toContain('roles shifts[].breaks[].at');
    expect(keys).toContain('floor walls.*.line');
    expect(keys).toContain('arrivals rate.points');
    expect(keys).not.toContain('matters service.exponential');
  });

  it('writes defaults with their units', () => {
    const initial = (section: string, key: string) =>
      formatKeys()
        .get(section)
        ?.find((row) => row.key === key)?.initial;
    expect(initial('policy', 'ageing')).toBe('`10 min`');
    expect(initial('profiles', 'walkingSpeed')).toBe('`1.3 m/s`');
    expect(initial('profiles', 'patience')).toBe('`never`');
    expect(initial('arrivals', 'appointments.filled')).toBe('`100 %`');
    expect(initial('roles', 'name')).toBe('required');
    expect(initial('day', 'end')).toBe('');
  });

  it('has remarks on sections that there are', () => {
    const sections = [...formatKeys().keys()];
    for (const section of Object.keys(REMARKS)) expect(sections).toContain(section);
  });
});

describe('the examples of the page', () => {
  it('are one of each family of distributions, and are read', () => {
    expect(new Set(Object.keys(EXAMPLES))).toEqual(FAMILIES);
    for (const [family, text] of Object.entries(EXAMPLES)) {
      expect(durations.parse(parse(text)).family).toBe(family);
    }
  });

  it('are quantities of the units that it names', () => {
    const readers = { duration, 'time of day': clock, length, speed, rate, level, share };
    for (const [what, units, , examples] of UNITS) {
      const read = readers[what as keyof typeof readers]();
      const written = [...examples.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');
      const withUnits = [...units.matchAll(/`([^`]+)`/g)].map(([, unit]) => `1 ${unit}`);
      expect(written.length).toBeGreaterThan(0);
      for (const text of [...written, ...withUnits]) expect(read.safeParse(text).success, text).toBe(true);
    }
  });
});
