/** Files that are not the YAML that a scenario is: each is refused in words, with its place. */
import { describe, expect, it } from 'vitest';
import { locateAll } from '../../engine/scenario/finding.ts';
import { Source } from '../../engine/scenario/source.ts';
import { plain } from '../../engine/scenario/tree.ts';
import { MAX_DEPTH, MAX_VALUES, parseYaml } from '../../engine/scenario/yaml-tree.ts';

function parsed(text: string) {
  const source = new Source('f.yaml', text);
  const { tree, findings } = parseYaml(source);
  const located = locateAll(findings, { files: new Map([['f.yaml', source]]), tree });
  return {
    value: tree && plain(tree),
    said: located.map(({ place, finding }) => `${place.line}:${place.column} ${finding.message}`),
  };
}

describe('values', () => {
  it('are read as YAML 1.2 has them', () => {
    const text = "a: 08:00\nb: yes\nc: [1, 1e2, true, ~, '5']\nd: {e: 12 min, f: >\n g}\n";
    expect(parsed(text.replace(', f: >\n g}', '}'))).toEqual({
      value: { a: '08:00', b: 'yes', c: [1, 100, true, null, '5'], d: { e: '12 min' } },
      said: [],
    });
  });

  it('may be repeated by an alias', () => {
    expect(parsed('a: &x { b: 1 }\nc: *x\nd: &x 2\ne: *x\n').value).toEqual({
      a: { b: 1 },
      c: { b: 1 },
      d: 2,
      e: 2,
    });
  });

  it('have keys as they are written', () => {
    expect(parsed('{ 0: a, 0.50: b, true: c, null: d, 08: e }').value).toEqual({
      '0': 'a',
      '0.50': 'b',
      true: 'c',
      null: 'd',
      '08': 'e',
    });
  });
});

describe('what is refused', () => {
  const colon =
    'keys cannot stand inside this value; put text with a colon in quotes, or keys on lines of their own';
  const cases: readonly (readonly [what: string, text: string, ...said: string[]])[] = [
    ['nothing', '', '1:1 is empty'],
    ['only comments', '# a\n# b\n', '1:1 is empty'],
    ['only the start of a document', '---\n', '1:1 is empty'],
    ['a list', '- a\n- b\n', '1:1 must be a map of keys and values, like name: Pori'],
    ['a word', '\n  word', '2:3 must be a map of keys and values, like name: Pori'],
    ['two documents', 'a: 1\n---\nb: 2\n', '2:1 is a second document; a scenario file holds one'],
    [
      'YAML 1.1',
      '%YAML 1.1\n---\na: 08:00\n',
      '1:1 is YAML 1.1, which reads 08:00 as a number; leave out the %YAML line',
    ],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', '3:1 is there twice; the first is in line 1'],
    [
      'a key thrice',
      '{ a: 1, a: 2, a: 3 }',
      '1:9 is there twice; the first is in line 1',
      '1:15 is there twice; the first is in line 1',
    ],
    [
      'a merge key',
      'a: &a { b: 1 }\nc:\n  <<: *a\n',
      "3:3 merging with '<<' is not part of YAML 1.2: write the keys out, or name a whole value with an alias",
    ],
    ['a list as a key', '? [a]\n: 1\n', '1:3 a key must be text'],
    ['no key', ': 1\n', '1:1 a key is missing before the colon'],
    [
      '__proto__ as a key',
      'a: { __proto__: { b: 1 } }',
      "1:6 '__proto__' means something to the program; choose another key",
    ],
    [
      'constructor as a key',
      'constructor: 1',
      "1:1 'constructor' means something to the program; choose another key",
    ],
    [
      'an unknown tag',
      'a: !secret b\n',
      "1:4 tags, which start with '!', are not used in scenarios; put such text in quotes",
    ],
    [
      'a known tag',
      'a: !!binary aGk=\n',
      "1:4 tags, which start with '!', are not used in scenarios; put such text in quotes",
    ],
    [
      'an alias of nothing',
      'a: &vero 1\nb: *veri\n',
      "2:4 the alias '*veri' has no anchor before it; did you mean 'vero'?",
    ],
    ['an alias of itself', 'a: &b { c: [*b] }', '1:13 the alias *b stands inside the value that it names'],
    ['a tab', 'a:\n\tb: 1\n', '2:1 a tab stands in the indentation; use spaces'],
    ['two colons', 'a: b: c\n', `1:4 ${colon}`],
    ['a key below a value', 'a: b\n  c: d\n', `1:4 ${colon}`],
    [
      'keys in several columns',
      'a:\n  b: 1\n c: 2\n',
      '3:1 the keys of one map must start in the same column',
    ],
    [
      'a line without a colon',
      'a: 1\nword\n',
      "2:1 this line is neither a 'key: value' nor a list's '- entry'",
    ],
    [
      'an open bracket',
      'a: [1, 2\nb: 3\n',
      "2:1 a ']' is missing, or a line inside the brackets is not indented",
    ],
    ['an open brace', 'a: { b: 1\n', "2:1 a '}' is missing, or a line inside the braces is not indented"],
    ['an open quote', "a: 'b\n", "1:4 a closing ' is missing"],
    ['an open double quote', 'a: "b\n', '1:4 a closing " is missing'],
    [
      'text that starts with a sign',
      'a: @b\nc: %d\n',
      '1:4 text that starts with this character must be in quotes',
      '2:4 text that starts with this character must be in quotes',
    ],
    ['a list beside its key', 'a: - b\n', '1:4 the entries of a list start on lines of their own'],
  ];
  for (const [what, text, ...said] of cases) {
    it(what, () => {
      expect(parsed(text).said).toEqual(said);
    });
  }
});

describe('limits', () => {
  it('nesting may be as deep as the limit, and no deeper', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}\n`;
    expect(parsed(nested(MAX_DEPTH)).said).toEqual([]);
    expect(parsed(nested(MAX_DEPTH + 2)).said).toEqual([
      `1:${MAX_DEPTH + 4} is nested more than ${MAX_DEPTH} levels deep`,
    ]);
  });

  it.each(['[', '{a: ', '- ', '? ', 'a: ', '&a [', '!x {'])(
    "nesting of a million '%s' costs nothing",
    (piece) => {
      const [said, ...others] = parsed(piece.repeat(1_000_000)).said;
      expect(said).toMatch(`is nested more than ${MAX_DEPTH} levels deep`);
      expect(others).toEqual([]);
    },
  );

  it('aliases may not multiply', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let k = 1; k < 40; k++)
      bomb.push(
        `a${k}: &a${k} [${Array(10)
          .fill(`*a${k - 1}`)
          .join(', ')}]`,
      );
    // a0 to a3 come to 12,240 values; a3 holds 11,111, and the eighth of it in a4 is too many.
    expect(parsed(bomb.join('\n')).said).toEqual([
      '5:45 makes more than 100000 values, with aliases written out',
    ]);
  });

  it('aliases may not multiply as values of maps either', () => {
    const bomb = ['a0: &a0 { x: 1 }'];
    for (let k = 1; k < 60; k++) bomb.push(`a${k}: &a${k} { x: *a${k - 1}, y: *a${k - 1} }`);
    expect(parsed(bomb.join('\n')).said).toEqual([
      '16:16 makes more than 100000 values, with aliases written out',
    ]);
  });

  it('an anchor that is often named is no bomb', () => {
    expect(parsed(`a: &a 1\nb: [${Array(1000).fill('*a').join(',')}]`).said).toEqual([]);
  });

  it('values have a limit also without aliases', () => {
    const [said] = parsed(`a: [${'1,'.repeat(MAX_VALUES + 1)}]`).said;
    expect(said).toMatch(`makes more than ${MAX_VALUES} values`);
    expect(parsed(`a: [${',1'.repeat(10 * MAX_VALUES)}]`).said[0]).toMatch('has too many parts');
  });

  it.each([
    ['lines', 'a: b\n'],
    ['documents', '---\n'],
    ['quotes', 'a: "'],
    ['comments', '# c\n'],
    ['closing brackets', ']'],
    ['anchors', '&a '],
    ['blank lines', '\n'],
  ])('an eighth of a megabyte of %s is told off in a few seconds', (_, piece) => {
    const before = performance.now();
    expect(parsed(piece.repeat(2 ** 17 / piece.length)).said.length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
