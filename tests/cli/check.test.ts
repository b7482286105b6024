/** The commands that judge a scenario file and print its JSON Schema, as a user meets them. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../engine/cli/check.ts';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { schema } from '../../engine/cli/schema.ts';
import { MAX_FILE_BYTES } from '../../engine/scenario/reader.ts';

const town = fileURLToPath(new URL('../scenario/fixtures/town.yaml', import.meta.url));
const HEAD = 'aula: 1\nname: N\nday: { doors: { open: 8:00, close: 16:00 } }\n';

function run(command: (io: Parameters<typeof check>[1]) => number, colour = false) {
  let out = '';
  let err = '';
  const code = command({
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colour,
    interactive: false,
  });
  return { code, out, err };
}

let directory = '';
const file = (name: string, content?: string | Uint8Array): string => {
  const at = path.join(directory, name);
  if (content !== undefined) writeFileSync(at, content);
  return at;
};

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-check-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('aula check', () => {
  it('says what is in a scenario that is fine, and ends 0', () => {
    expect(run((io) => check(town, io))).toEqual({
      code: 0,
      out: `${town} is fine:\n  2 agencies, 3 matters, 7 clerks, 6 roles, 6 spaces, 2 profiles, 4 arrivals, 1\n  target\n`,
      err: '',
    });
  });

  it('says all that is wrong, and ends 2', () => {
    const at = file('wrong.yaml', `${HEAD}agencies: { a: { nam: A } }\nmatters: []\n`);
    expect(run((io) => check(at, io))).toEqual({
      code: 2,
      out: '',
      err: `${at}:4:18  agencies.a
  unknown key 'nam'; did you mean 'name'?
  4 | agencies: { a: { nam: A } }
    |                  ^^^

${at}:5:1  matters
  must be a map of ids and what belongs to each, is a list
  5 | matters: []
    | ^^^^^^^

2 errors
`,
    });
  });

  it('warns and ends 0', () => {
    const at = file('odd.yaml', `${HEAD}agencies: { a: { name: A } }\npolicy: { reserve: { clerks: 2 } }\n`);
    const { code, out, err } = run((io) => check(at, io));
    expect([code, out]).toEqual([0, `${at} is fine:\n  1 agency\n`]);
    expect(err).toMatch(/\n1 warning\n/);
    expect(err).toMatch(/warning: has no effect with routing first-come-first-served/);
  });

  it('has colours where they are wanted', () => {
    const at = file('colour.yaml', `${HEAD}agencies: 3\n`);
    expect(run((io) => check(at, io), true).err).toContain('\u001B[31mmust be a map');
    expect(run((io) => check(at, io)).err).not.toContain('\u001B');
  });

  it.each([
    ['a file that is not there', () => file('none.yaml'), 'is not there'],
    ['a directory', () => directory, 'is a directory, not a file'],
    [
      'a path through a file',
      () => path.join(file('plain.yaml', HEAD), 'x.yaml'),
      'is not there: part of its path is a file',
    ],
    ['a path with NUL', () => 'a\0b', 'has a name that no file can have'],
    ['a name that is too long', () => file('x'.repeat(5000)), 'has a name that is too long'],
    [
      'a file that is too large',
      () => file('large.yaml', new Uint8Array(MAX_FILE_BYTES + 1)),
      'is larger than 4 MiB',
    ],
    ['a file without end', () => '/dev/zero', 'is larger than 4 MiB'],
    ['a link to itself', () => link('self.yaml', 'self.yaml'), 'is a link that leads round in a circle'],
    [
      'a file that is not UTF-8',
      () => file('latin.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xe4, 0x0a)),
      'is not UTF-8',
    ],
  ])('is told of %s, and ends 2', (_, make, message) => {
    const { code, out, err } = run((io) => check(make(), io));
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(/\n {2}/g, ' ')).toContain(message);
    expect(err).toMatch(/1 error\n$/);
  });

  it.skipIf(process.getuid?.() === 0)('is told of a file that it must not read', () => {
    const at = file('secret.yaml', HEAD);
    chmodSync(at, 0);
    expect(run((io) => check(at, io)).err).toContain('must not be read: there is no permission');
  });

  it('is told of a directory that is extended', () => {
    mkdirSync(file('folder'));
    const at = file('extends.yaml', 'extends: folder\n');
    expect(run((io) => check(at, io)).err).toContain('is a directory, not a file');
  });
});

function link(name: string, to: string): string {
  const at = file(name);
  symlinkSync(to, at);
  return at;
}

describe('paths', () => {
  it('are relative to the file that names them, and written in one way', () => {
    expect(nodeReader.resolve('', './a/../b.yaml')).toBe('b.yaml');
    expect(nodeReader.resolve('towns/pori.yaml', '../concept.yaml')).toBe('concept.yaml');
    expect(nodeReader.resolve('towns/pori.yaml', '/etc/x.yaml')).toBe('/etc/x.yaml');
  });

  it('of a circle are the same, however they are written', () => {
    const at = file('circle.yaml', 'extends: ./x/../circle.yaml\n');
    expect(run((io) => check(at, io)).err).toContain('goes round in a circle');
  });
});

describe('aula schema', () => {
  it('prints the JSON Schema', () => {
    const { code, out, err } = run(schema);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ title: 'Scenario of aula', type: 'object' });
  });
});
