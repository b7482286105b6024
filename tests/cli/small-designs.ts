/** Small scenarios in files, and commands that are run on them as a user would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Io } from '../../engine/cli/io.ts';

export const SMALL = `aula: 1
name: Small
day: { doors: { open: 9:00, close: 13:00 } }
agencies: { town: { name: Town } }
spaceTypes: { desk: { name: Desk, use: service }, room: { name: Room, use: service } }
spaces: { desk-1: { type: desk }, desk-2: { type: desk }, desk-3: { type: desk }, room-1: { type: room } }
matters:
  permit: { agency: town, name: Permit, spaces: [desk], service: { exponential: { mean: 9 min } } }
  secret:
    agency: town
    name: Secret
    spaces: [room]
    service: { exponential: { mean: 9 min } }
    fallback: { spaces: [desk], after: 2 min }
roles: { adviser: { name: Adviser, kind: adviser, count: 1, mandates: [{ agency: all }] } }
profiles: { visitor: { name: Visitor } }
arrivals: { all: { profiles: visitor, agency: town, rate: 5 /h } }
targets: [wait.mean <= 60 min]
`;
/** The same, with matters that may not be overheard, on a floor where they can be. */
export const HEARD = `${SMALL.replace(
  'desk-1: { type: desk }, desk-2: { type: desk }',
  'desk-1: { type: desk, at: [1, 3], size: [2, 2] }, desk-2: { type: desk, at: [4, 3], size: [2, 2] }',
).replace(
  'desk-3: { type: desk }, room-1: { type: room }',
  'desk-3: { type: desk, at: [7, 3], size: [2, 2] }, room-1: { type: room, at: [10, 3], size: [2, 2] }',
)}
sensitivities: { personal: { name: Personal, rank: 2, speech: { sti: 0.2, time: 1 min } } }
acoustics: { noise: 30 dB }
floor: { walls: { front: { line: [[-10, 0], [20, 0]] } }, doors: { main: { at: [0, 0], use: both } } }
`;
export const TWO = 'aula: 1\nname: Two advisers\nextends: small.yaml\nroles: { adviser: { count: 2 } }\n';
export const BUSY = 'aula: 1\nname: Busy\nextends: small.yaml\narrivals: { all: { rate: 7 /h } }\n';
export const OTHER = `aula: 1
name: Another agency
extends: small.yaml
agencies: { state: { name: <img src=x onerror=alert(1)> } }
matters: { pass: { agency: state, name: Pass, spaces: [desk], service: 5 min } }
`;

/** A directory with these files, gone after the tests. */
export function directoryWith(files: Readonly<Record<string, string>>): (name: string) => string {
  const directory = mkdtempSync(path.join(tmpdir(), 'aula-designs-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
  afterAll(() => rmSync(directory, { recursive: true }));
  return (name) => path.join(directory, name);
}

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function ended(command: (io: Io) => Promise<number>): Promise<Ended> {
  let [out, err] = ['', ''];
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colour: false,
    interactive: false,
  };
  const code = await command(io);
  return { code, out, err };
}
