/**
 * Makes the bundles that aula and its workers start from: each a program and its libraries as one script, what it was made of, and
 * what V8 has compiled of it when it had simulated a day: of aula, when it had reported on it as well.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { designOf, portable } from '../../experiment/design.ts';
import type { Order } from '../../experiment/threads/messages.ts';
import { load } from '../../scenario/load.ts';
import { nodeReader } from '../node-reader.ts';
import { FILE, packed, ROOT, scriptName, WORKER_FILE } from './layout.js';
import { scriptOf } from './script.ts';

/** Its functions are those that are kept compiled. */
const SCENARIO = path.join(ROOT, 'scenarios/pori.yaml');
/** In milliseconds: what hangs is not to hang an installation. */
const LONGEST_WARMING = 60_000;
const warming = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Each as a whole or not at all: programs may be starting meanwhile. */
export async function makeBundles(): Promise<void> {
  mkdirSync(path.dirname(FILE), { recursive: true });
  const aside = mkdtempSync(path.join(path.dirname(FILE), 'bundle-'));
  try {
    await make(FILE, 'engine/cli/main.ts', aside, [warming('warm.js'), 'run', SCENARIO, '-n', '1']);
    const orders = path.join(aside, 'orders');
    writeFileSync(orders, serialize(ordersFor(SCENARIO)));
    await make(WORKER_FILE, 'engine/experiment/threads/worker.ts', aside, [
      warming('warm-worker.js'),
      orders,
    ]);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** `warm` is a program that is given a bundle and where to write what V8 has compiled, before the rest. */
async function make(
  file: string,
  entry: string,
  aside: string,
  [warm, ...rest]: readonly string[],
): Promise<void> {
  const { inputs, ...parts } = await scriptOf(entry, scriptName(file));
  const [cold, compiled, whole] = ['cold.bundle', 'compiled', 'whole'].map((name) => path.join(aside, name));
  writeFileSync(cold, packed(inputs, { ...parts, compiled: Buffer.alloc(0) }));
  execFileSync(process.execPath, [warm, cold, compiled, ...rest], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LONGEST_WARMING,
  });
  writeFileSync(whole, packed(inputs, { ...parts, compiled: readFileSync(compiled) }));
  renameSync(whole, file);
}

/** What a worker is told, to simulate a day. */
function ordersFor(file: string): Order[] {
  const loaded = load(file, nodeReader);
  if (!loaded.ok) throw new Error(`${file} is no scenario`);
  const { scenario, traces } = loaded;
  return [
    { kind: 'design', id: 0, design: portable(designOf(scenario, { traces })), seed: 'warm' },
    { kind: 'shard', design: 0, shard: { from: 0, to: 1 } },
  ];
}
