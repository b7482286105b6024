/**
 * For tests: the small town of the fixtures, with pieces of its text replaced, and what is found in it. Marks
 * «like this» in a replacement show where a finding must point; they are taken out before loading.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Located, pathText } from '../../engine/scenario/finding.ts';
import { type Loaded, load } from '../../engine/scenario/load.ts';
import { type Reader, Unreadable } from '../../engine/scenario/reader.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

export const TOWN: Readonly<Record<string, string>> = Object.freeze({
  'town.yaml': fixture('town.yaml'),
  'concept.yaml': fixture('concept.yaml'),
  'recorded/monday.csv': fixture('recorded/monday.csv'),
});

/** A reader of files that are given as texts or bytes. */
export function filesReader(files: Readonly<Record<string, string | Uint8Array>>): Reader {
  return {
    read(path) {
      const file = files[path];
      if (file === undefined) throw new Unreadable('is not there');
      return typeof file === 'string' ? new TextEncoder().encode(file) : file;
    },
    resolve: (from, relative) => (from.includes('/') ? from.replace(/[^/]*$/, '') : '') + relative,
  };
}

/** A piece of text to be replaced, what comes in its place, and the file, if it is not town.yaml. */
export type Edit = readonly [from: string, to: string, file?: string];

interface Mark {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export function edited(edits: readonly Edit[]): { files: Record<string, string>; marks: Mark[] } {
  const files: Record<string, string> = { ...TOWN };
  for (const [from, to, file = 'town.yaml'] of edits) {
    const text = files[file] ?? '';
    expect(text.split(from), `'${from}' must be in ${file} once`).toHaveLength(2);
    files[file] = text.replace(from, () => to);
  }
  const marks: Mark[] = [];
  for (const [file, text] of Object.entries(files)) {
    text.split('\n').forEach((line, index) => {
      let plain = '';
      for (const [k, piece] of line.split(/[«»]/).entries()) {
        if (k % 2 === 1) {
          marks.push({ file, line: index + 1, column: plain.length + 1, length: Math.max(1, piece.length) });
        }
        plain += piece;
      }
    });
    files[file] = text.replace(/[«»]/g, '');
  }
  return { files, marks };
}

export const loadTown = (...edits: readonly Edit[]): Loaded =>
  load('town.yaml', filesReader(edited(edits).files));

export const said = ({ finding }: Located): string =>
  `${finding.severity === 'warning' ? 'warning: ' : ''}${pathText(finding.path)}: ${finding.message}`;

/** Expects just these findings, each `path: message`, at the marks in the edits, in the order of the files. */
export function expectFindings(edits: readonly Edit[], ...expected: readonly string[]): void {
  const { files, marks } = edited(edits);
  const loaded = load('town.yaml', filesReader(files));
  const findings = loaded.ok ? loaded.warnings : loaded.findings;
  expect(findings.map(said)).toEqual(expected);
  expect(findings.map(({ file, place }) => ({ file, ...place }))).toEqual(marks);
  const isWrong = expected.some((text) => !text.startsWith('warning: '));
  expect(loaded.ok).toBe(!isWrong);
}
