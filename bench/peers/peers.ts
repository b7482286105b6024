/**
 * The peers, and whether they are there: C++ is compiled anew for this processor, SimPy is looked for in the Python that
 * PYTHON names or that is first on the path.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from '../contestant.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const COMPILED = ['-std=c++17', '-O3', '-march=native'];
export const CPP = 'C++';
export const SIMPY = 'SimPy';

interface Peer {
  readonly of: string;
  readonly unit: string;
  readonly program: string;
  readonly options?: readonly string[];
  /** Of several versions, which; the better one counts. */
  readonly version?: string;
}

const holds = [10, 1_000, 100_000].map((entities) => ({
  of: `HOLD, ${entities.toLocaleString('en')} entities`,
  unit: 'delays/s',
  entities: String(entities),
}));
const MM3 = { of: 'M/M/3 at load 0.9', unit: 'events/s', program: 'mm3' };
const DAY = { of: 'DAY', unit: 'days/s' };

const IN_CPP: readonly Peer[] = [
  ...holds.flatMap(({ entities, ...work }) => [
    { ...work, program: 'hold', options: [entities, 'queue'], version: 'std::priority_queue' },
    { ...work, program: 'hold', options: [entities, 'heap'], version: 'four-ary heap' },
  ]),
  MM3,
  { ...DAY, program: 'day' },
];

const IN_SIMPY: readonly Peer[] = [
  ...holds.map(({ entities, ...work }) => ({ ...work, program: 'hold', options: [entities] })),
  MM3,
  { ...DAY, program: 'day_plain', version: 'processes' },
  { ...DAY, program: 'day_callbacks', version: 'callbacks' },
];

export interface Peers {
  readonly contestants: readonly Contestant[];
  /** What they were made with. */
  readonly versions: Readonly<Record<string, string>>;
  /** Removes what was compiled. */
  clear(): void;
}

/** The peers of those works of ours that are wanted. */
export function peersOf(isWanted: (work: string) => boolean): Peers {
  const folder = mkdtempSync(path.join(tmpdir(), 'aula-peers-'));
  const wanted = (peers: readonly Peer[]) => peers.filter(({ of }) => isWanted(of));
  const compiler = firstLine('g++', ['--version']);
  const python = findPython();
  const built = new Map<string, Contestant['command']>();
  const inCpp = wanted(IN_CPP).map((peer) => {
    const command = built.get(peer.program) ?? build(peer.program, folder, compiler);
    built.set(peer.program, command);
    return contestant(peer, CPP, command);
  });
  const inSimpy = wanted(IN_SIMPY).map((peer) =>
    contestant(
      peer,
      SIMPY,
      python === null
        ? { absent: 'no Python with SimPy: apt-get install python3-simpy3' }
        : [python.program, path.join(HERE, 'simpy', `${peer.program}.py`)],
    ),
  );
  return {
    contestants: [...inCpp, ...inSimpy],
    versions: {
      ...(compiler !== null && { [CPP]: `${compiler}, ${COMPILED.join(' ')}` }),
      ...(python !== null && { [SIMPY]: python.versions }),
    },
    clear: () => rmSync(folder, { recursive: true }),
  };
}

function contestant(peer: Peer, language: string, command: Contestant['command']): Contestant {
  const { of, unit, version, options = [] } = peer;
  return {
    name: `${of} · ${language}${version === undefined ? '' : `, ${version}`}`,
    unit,
    peer: { of, language },
    command: isAbsent(command) ? command : [command[0], ...command.slice(1), ...options],
  };
}

const isAbsent = (command: Contestant['command']): command is { readonly absent: string } =>
  'absent' in command;

function build(program: string, folder: string, compiler: string | null): Contestant['command'] {
  if (compiler === null) return { absent: 'no g++: apt-get install g++' };
  const source = path.join(HERE, 'cpp', `${program}.cpp`);
  const target = path.join(folder, program);
  const { status, stderr } = spawnSync('g++', [...COMPILED, source, '-o', target], { encoding: 'utf8' });
  return status === 0 ? [target] : { absent: `does not compile: ${stderr.split('\n')[0]}` };
}

/** The first Python that has SimPy, with the versions of both. */
function findPython(): { program: string; versions: string } | null {
  const asked = process.env.PYTHON;
  const tells =
    'import platform, simpy; print("SimPy", simpy.__version__, "on", platform.python_implementation(), platform.python_version())';
  for (const program of asked === undefined ? ['python3', '/usr/bin/python3'] : [asked]) {
    const versions = firstLine(program, ['-c', tells]);
    if (versions !== null) return { program, versions };
  }
  return null;
}

/** What a program says first; null where it is not there or fails. */
function firstLine(program: string, options: readonly string[]): string | null {
  const { status, stdout } = spawnSync(program, options, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0].trim() : null;
}
