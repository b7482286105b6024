/** The audit of a floor plan, as a user meets it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadInput } from '../../engine/cli/bad-input.ts';
import { privacy } from '../../engine/cli/privacy.ts';

const SCENARIO = `
aula: 1
name: Small
day: { doors: { open: 9:00, close: 15:00 } }
agencies: { town: { name: Town } }
sensitivities: { secret: { name: Secret, rank: 2, sight: { time: 10 s } } }
spaceTypes: { desk: { name: Desk, use: service } }
spaces: { desk-1: { type: desk, at: [1, 1], size: [2, 2] } }
matters: { permit: { agency: town, name: Permit, sensitivity: secret, spaces: [desk], service: 8 min } }
roles: { adviser: { name: Adviser, kind: adviser, mandates: [{ agency: all }] } }
profiles: { visitor: { name: Visitor } }
arrivals: { all: { profiles: visitor, agency: town, rate: 4 /h } }
`;
const FLOOR = `
floor: { walls: { north: { line: [[0, 0], [9, 0]] } }, doors: { main: { at: [5, 0], use: both } } }
`;

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-privacy-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function run(text: string, json = false) {
  const file = path.join(directory, 'small.yaml');
  writeFileSync(file, text);
  let out = '';
  let err = '';
  const io = {
    out: (more: string) => {
      out += more;
    },
    err: (more: string) => {
      err += more;
    },
    colour: false,
    interactive: false,
  };
  const code = privacy(file, { json }, io);
  return { code, out, err };
}

describe('aula privacy', () => {
  it('prints the audit and ends well', () => {
    const { code, out, err } = run(SCENARIO + FLOOR);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Who could see what\n/);
    expect(out).toContain('Nothing is said of who hears whom');
    expect(out.endsWith('.\n')).toBe(true);
  });

  it('prints nothing but JSON where that is asked for', () => {
    const { code, out } = run(SCENARIO + FLOOR, true);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ scenario: 'Small', hall: null, heard: [] });
  });

  it('refuses what has no floor, or no limit, says which, and what is wrong', () => {
    const open = SCENARIO.replace(', sight: { time: 10 s }', '');
    expect(() => run(SCENARIO)).toThrow(BadInput);
    expect(() => run(SCENARIO)).toThrow(
      /small\.yaml has no floor: nothing can be said of who hears or sees whom$/,
    );
    expect(() => run(open + FLOOR)).toThrow(
      /^no sensitivity of \S+small\.yaml has a limit of speech, sight, seen or presence: nothing/,
    );
    const wrong = run(SCENARIO.replace('use: service', 'use: servce') + FLOOR);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('servce');
  });
});
