import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Path } from '../../../engine/scenario/finding.ts';
import type { Plain } from '../../../engine/scenario/tree.ts';
import { plainWith, plainWithout } from '../../../viz/engine/plain-edit.ts';
import { flow, rewritten, Unchangeable, yamlText } from '../../../viz/engine/yaml-splice.ts';

const valuesOf = (text: string) => yamlText(text).values;
const withValue = (text: string, path: Path, value: Plain) => {
  const given = yamlText(text);
  return rewritten(given, plainWith(given.values, path, value));
};
const withoutValue = (text: string, path: Path) => {
  const given = yamlText(text);
  return rewritten(given, plainWithout(given.values, path));
};

const TEXT = `# head
name: A  # called so
roles:
  host: { count: 1 } # one
  # two of them
  adviser:
    count: 2   # [A]
    shifts:
      - { from: 09:00, to: 16:00 }
      - { from: 09:00, to: 14:00 }

# places
spaces:
  d1: { type: desk, at: [0, 1] }
  d2: # the second
    type: desk
    at: [3, 1]
shape: &shape { a: 1, b: 2 }
other: *shape
about: >
  Folded
  text.
`;

describe('values in a text', () => {
  test('a scalar changes alone', () => {
    expect(withValue(TEXT, ['roles', 'adviser', 'count'], 3)).toBe(
      TEXT.replace('count: 2   #', 'count: 3   #'),
    );
    expect(withValue(TEXT, ['roles', 'host', 'count'], 2)).toBe(TEXT.replace('count: 1', 'count: 2'));
    expect(withValue(TEXT, ['roles', 'adviser', 'shifts', 1, 'to'], '15:30')).toBe(
      TEXT.replace('14:00', '15:30'),
    );
    expect(withValue(TEXT, ['spaces', 'd1', 'at'], [0.5, 1])).toBe(TEXT.replace('[0, 1]', '[0.5, 1]'));
  });

  test('a new key comes last in its map', () => {
    expect(withValue(TEXT, ['spaces', 'd3'], { type: 'desk', at: [6, 1] })).toBe(
      TEXT.replace('    at: [3, 1]\n', '    at: [3, 1]\n  d3: { type: desk, at: [6, 1] }\n'),
    );
    expect(withValue(TEXT, ['spaces', 'd1', 'door'], [0, 1])).toBe(
      TEXT.replace('at: [0, 1] }', 'at: [0, 1], door: [0, 1] }'),
    );
    expect(withValue(TEXT, ['roles', 'adviser', 'absence'], '3 %')).toContain(
      '      - { from: 09:00, to: 14:00 }\n    absence: 3 %\n',
    );
  });

  test('maps are made on the way', () => {
    expect(withValue(TEXT, ['policy', 'fallback'], 'never')).toBe(
      `${TEXT.trimEnd()}\n\npolicy:\n  fallback: never\n`,
    );
  });

  test('what is repeated elsewhere is not changed by half', () => {
    expect(() => withValue(TEXT, ['other', 'a'], 5)).toThrow(Unchangeable);
    expect(() => withValue(TEXT, ['shape', 'a'], 5)).toThrow(Unchangeable);
    expect(withValue(TEXT, ['other'], 'none')).toBe(TEXT.replace('*shape', 'none'));
  });

  test('several at once', () => {
    const given = yamlText(TEXT);
    const one = plainWith(
      plainWithout(given.values, ['spaces', 'd1', 'type']),
      ['roles', 'host', 'count'],
      4,
    );
    const both = plainWith(plainWith(one, ['policy', 'a'], 1), ['policy', 'b'], 2);
    const text = rewritten(given, both);
    expect(valuesOf(text)).toEqual(both);
    expect(text).toContain('host: { count: 4 } # one');
    expect(text).toMatch(/policy:\n {2}a: 1\n {2}b: 2\n$/);
  });

  test('a key goes with its line, or from between its neighbours', () => {
    expect(withoutValue(TEXT, ['spaces', 'd1'])).toBe(TEXT.replace('  d1: { type: desk, at: [0, 1] }\n', ''));
    expect(withoutValue(TEXT, ['spaces', 'd2'])).toBe(
      TEXT.replace('  d2: # the second\n    type: desk\n    at: [3, 1]\n', ''),
    );
    expect(withoutValue(TEXT, ['spaces', 'd1', 'type'])).toBe(TEXT.replace('type: desk, at: [0', 'at: [0'));
    expect(withoutValue(TEXT, ['spaces', 'd1', 'at'])).toBe(TEXT.replace(', at: [0, 1] }', ' }'));
    expect(valuesOf(withoutValue('a:\n  b: 1 # only\n', ['a', 'b']))).toEqual({ a: {} });
  });

  test('any value can be written on a line, and is read again', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z][a-z.-]{0,5}$/), tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        const text = withValue('a: { b: 1 } # c\n', ['a', 'b'], one as never);
        expect(valuesOf(text)).toEqual({ a: { b: JSON.parse(JSON.stringify(one)) } });
        expect(text).toContain('# c');
        expect(flow(one as never)).not.toContain('\n');
      }),
      { numRuns: 300 },
    );
  });
});
