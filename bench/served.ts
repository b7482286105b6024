/**
 * What serves our works, as one script: as aula and its workers run once installed, since modules of V8 are slower. It is made anew
 * for each measurement, and its measures are of the sources as they are.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../engine/cli/bundle/layout.js';
import { scriptOf } from '../engine/cli/bundle/script.ts';

export interface Served {
  readonly file: string;
  clear(): void;
}

export async function served(): Promise<Served> {
  const { code } = await scriptOf('bench/serve.ts', path.join(ROOT, 'bench', 'serve.js'));
  const directory = mkdtempSync(path.join(os.tmpdir(), 'aula-bench-'));
  const file = path.join(directory, 'serve.cjs');
  const root = JSON.stringify(ROOT);
  const given = `module, exports, require('node:module').createRequire(${root}), ${JSON.stringify(pathToFileURL(ROOT))}`;
  writeFileSync(file, `const serve = ${Buffer.from(code).toString('utf8')}\nserve(${given});\n`);
  return { file, clear: () => rmSync(directory, { recursive: true, force: true }) };
}
