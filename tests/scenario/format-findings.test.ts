/** Findings on a terminal: 80 columns, a mark under what is meant, and nothing that the terminal would obey. */
import { describe, expect, it } from 'vitest';
import { error, locate, warning } from '../../engine/scenario/finding.ts';
import { formatFindings, MAX_SHOWN } from '../../engine/scenario/format-findings.ts';
import { Source } from '../../engine/scenario/source.ts';
import { columns } from '../../engine/scenario/visible.ts';

/** A finding about the text between the marks « and ». */
function finding(marked: string, message = 'is wrong', path: (string | number)[] = ['a', 'b']) {
  const from = marked.indexOf('«');
  const source = new Source('dir/f.yaml', marked.replace(/[«»]/g, ''));
  const at = { file: source.name, from, to: marked.indexOf('»') - 1 };
  return locate(error(path, message, at), { files: new Map([[source.name, source]]), tree: null });
}

const text = (marked: string, message?: string) => formatFindings([finding(marked, message)]).split('\n');

describe('a finding', () => {
  it('has its place, its path, its message, its line and a mark', () => {
    expect(
      formatFindings([finding('a:\n  b: «veroo» # c\n', "unknown agency 'veroo'", ['a', 'list', 0, 'b'])]),
    ).toBe(
      `dir/f.yaml:2:6  a.list[0].b
  unknown agency 'veroo'
  2 |   b: veroo # c
    |      ^^^^^
`,
    );
  });

  it('shows tabs as blanks, and marks what it means below them', () => {
    expect(text('\ta:\t«b»').slice(2, 4)).toEqual(['  1 |   a:  b', '    |       ^']);
  });

  it('marks wide characters with the columns that they take', () => {
    expect(text('名前: «税務署» é́ 👩‍💻 x').slice(2, 4)).toEqual([
      '  1 | 名前: 税務署 é́ 👩<U+200D>💻 x',
      '    |       ^^^^^^',
    ]);
  });

  it('shows unseen characters, also those that turn text around', () => {
    expect(text('a: \u202E«b\u0007»\u2066').slice(2, 4)).toEqual([
      '  1 | a: <U+202E>b<U+0007><U+2066>',
      '    |            ^^^^^^^^^',
    ]);
    expect(text('«a»', 'is \u001B[31mred')[1]).toBe('  is <U+001B>[31mred');
  });

  it('shows of a long line the part around what it means', () => {
    const lines = text(`${'left '.repeat(100)}«meant»${' right'.repeat(100)}`);
    expect(lines.slice(2, 4)).toEqual([
      '  1 | … left left left left left left left meant right right right right right …',
      '    |                                      ^^^^^',
    ]);
    expect(lines.every((line) => columns(line) <= 80)).toBe(true);
  });

  it('shows a line whole when it fits', () => {
    expect(text(`${'x'.repeat(70)}«y»`)[2]).toBe(`  1 | ${'x'.repeat(70)}y`);
  });

  it('cuts what it means when that is longer than the page', () => {
    const lines = text(`a: «${'y'.repeat(500)}»`);
    expect(lines[2]).toBe(`  1 | a: ${'y'.repeat(70)}…`);
    expect(lines[3]).toBe(`    |    ${'^'.repeat(71)}`);
  });

  it('marks the end of a line when something is missing there', () => {
    const source = new Source('f', 'a: [1\n');
    const located = locate(error([], 'x', { file: 'f', from: 5, to: 6 }), {
      files: new Map([['f', source]]),
      tree: null,
    });
    expect(formatFindings([located]).split('\n').slice(2, 4)).toEqual(['  1 | a: [1', '    |      ^']);
  });

  it('marks the end of a long line within the page', () => {
    const source = new Source('f', 'x'.repeat(200));
    const located = locate(error([], 'x', { file: 'f', from: 200, to: 201 }), {
      files: new Map([['f', source]]),
      tree: null,
    });
    expect(formatFindings([located]).split('\n').slice(2, 4)).toEqual([
      `  1 | …${'x'.repeat(72)}`,
      `    | ${' '.repeat(73)}^`,
    ]);
  });

  it('wraps a long message, and words that are longer than the page', () => {
    const lines = text('«a»', `${'word '.repeat(30)}${'w'.repeat(200)}`);
    expect(lines.slice(1, -3)).toEqual([
      `  ${'word '.repeat(15).trim()}`,
      `  ${'word '.repeat(15).trim()}`,
      `  ${'w'.repeat(78)}`,
      `  ${'w'.repeat(78)}`,
      `  ${'w'.repeat(44)}`,
    ]);
  });

  it('has its path on a line of its own when both do not fit', () => {
    const lines = formatFindings([finding('«a»', 'is wrong', ['roles', 'x'.repeat(75), 'shifts', 0])]).split(
      '\n',
    );
    expect(lines[0]).toBe('dir/f.yaml:1:1');
    expect(lines[1]).toBe(`  …${'x'.repeat(67)}.shifts[0]`);
  });

  it('in a file that could not be read has no place in it', () => {
    const located = locate(error([], 'is not there', { file: 'f.yaml', from: 0, to: 0 }), {
      files: new Map(),
      tree: null,
    });
    expect(formatFindings([located])).toBe('f.yaml\n  is not there\n');
  });

  it('that is a warning says so', () => {
    const located = locate(warning(['a'], 'has no effect', { file: 'f.yaml', from: 0, to: 0 }), {
      files: new Map(),
      tree: null,
    });
    expect(formatFindings([located])).toBe('f.yaml  a\n  warning: has no effect\n');
  });

  it('has colours when asked for', () => {
    const painted = formatFindings([finding('«a»')], { paint: (style, piece) => `<${style}>${piece}</>` });
    expect(painted).toBe(
      '<place>dir/f.yaml:1:1  a.b</>\n  <error>is wrong</>\n<dim>  1 | </>a\n<dim>    | </><error>^</>\n',
    );
  });
});

describe('many findings', () => {
  it('are parted by empty lines', () => {
    expect(formatFindings([finding('«a»'), finding('«b»')]).split('\n\n')).toHaveLength(2);
  });

  it('are counted when they are too many, warnings first', () => {
    const errors = Array.from({ length: MAX_SHOWN }, () => finding('«a»'));
    const cautious = { ...finding('«b»'), finding: warning(['b'], 'is odd') };
    expect(
      formatFindings([cautious, ...errors])
        .trimEnd()
        .endsWith('\n\nand 1 more'),
    ).toBe(true);
    expect(formatFindings([cautious, ...errors])).not.toContain('is odd');
    expect(formatFindings(errors)).not.toContain('more');
  });

  it('are none without any', () => {
    expect(formatFindings([])).toBe('');
  });
});
