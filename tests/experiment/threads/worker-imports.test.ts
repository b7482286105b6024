/** What a worker loads: the engine, and nothing that reads, checks or reports. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const IMPORT = /^(?:import|export) (?!type )[^;]*?from '(?<from>[^']+)'/gms;
const ROOT = path.resolve(import.meta.dirname, '../../../engine');

/** Files of the engine, by their path in it, and packages that are loaded with a file. */
function loadedWith(file: string, known = new Set<string>()): Set<string> {
  const name = path.relative(ROOT, file);
  if (known.has(name)) return known;
  known.add(name);
  for (const { groups } of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const from = groups?.from ?? '';
    if (from.startsWith('.')) loadedWith(path.resolve(path.dirname(file), from), known);
    else known.add(from);
  }
  return known;
}

it('a worker loads the simulation, and no library that reads or checks scenarios', () => {
  const loaded = loadedWith(path.join(ROOT, 'experiment/threads/worker.ts'));
  expect(loaded).toContain('simulation/simulation.ts');
  expect(loaded).toContain('seedrandom/lib/alea.js');
  expect([...loaded].filter((name) => /^(?:zod|yaml|cli|report)\b/.test(name))).toEqual([]);
});
