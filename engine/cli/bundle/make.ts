/**
 * Makes the bundle that aula starts from: the program and its libraries as one script, what they were made of, and what V8 has
 * compiled of it when it had simulated a day and reported on it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type OutputFile, type Plugin } from 'esbuild';
import { FILE, packed, ROOT, SCRIPT } from './layout.js';

/** Its functions are those that are kept compiled: an ordinary day with all that is reported of it. */
const WARMING = ['run', path.join(ROOT, 'scenarios/pori.yaml'), '-n', '1'];
/** In milliseconds: what hangs is not to hang an installation. */
const LONGEST_WARMING = 60_000;
const WARM = fileURLToPath(new URL('./warm.js', import.meta.url));
/** They come with the program and are large; the one command that needs them loads them as they are. */
const ASIDE = ['vite'];
/** What the code loads them with: a script cannot by itself. */
const IMPORT = 'importAside';
/** What the code calls the directory of the program, as a URL. */
const PLACE = 'programDirectory';

/**
 * Keeps the very bytes that go into the bundle. What a source says of its own place is written as it will be, from wherever the
 * program then is.
 */
const reading = (read: Map<string, Buffer>): Plugin => ({
  name: 'reading',
  setup({ onLoad }) {
    onLoad({ filter: /./, namespace: 'file' }, ({ path: file }) => {
      const bytes = readFileSync(file);
      const name = path.relative(ROOT, file).replaceAll(path.sep, '/');
      read.set(name, bytes);
      if (!file.endsWith('.ts')) return { contents: bytes, loader: 'default' };
      const url = `new URL(${JSON.stringify(name)}, ${PLACE})`;
      const contents = bytes
        .toString('utf8')
        .replaceAll('import.meta.url', `${url}.href`)
        .replaceAll('import.meta.dirname', `require('node:url').fileURLToPath(new URL('.', ${url}))`);
      const withAside = ASIDE.reduce(
        (text, aside) => text.replaceAll(`import('${aside}')`, `${IMPORT}('${aside}')`),
        contents,
      );
      return { contents: withAside, loader: 'ts' };
    });
  },
});

/** As a whole or not at all: programs may be starting meanwhile. */
export async function makeBundle(): Promise<void> {
  const read = new Map<string, Buffer>();
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['engine/cli/main.ts'],
    outfile: SCRIPT,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: `node${process.versions.node}`,
    external: ASIDE,
    plugins: [reading(read)],
    charset: 'utf8',
    minifyWhitespace: true,
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    banner: { js: `(function (module, exports, require, ${PLACE}, ${IMPORT}) {` },
    footer: { js: '})' },
    // As where a source asks for its place in yet another way.
    logOverride: { 'empty-import-meta': 'error' },
    logLevel: 'silent',
  });
  for (const name of resolving(read.keys())) read.set(name, readFileSync(path.join(ROOT, name)));
  const code = outputOf(outputFiles, '.js');
  const inputs = Array.from(read, ([name, { length }]) => [name, length] as const);
  const before = Buffer.concat([...read.values()]);
  const parts = { before, code, map: outputOf(outputFiles, '.map') };
  mkdirSync(path.dirname(FILE), { recursive: true });
  const aside = mkdtempSync(path.join(path.dirname(FILE), 'bundle-'));
  try {
    const [cold, compiled, whole] = ['cold', 'compiled', 'whole'].map((name) => path.join(aside, name));
    writeFileSync(cold, packed(inputs, { ...parts, compiled: Buffer.alloc(0) }));
    execFileSync(process.execPath, [WARM, cold, compiled, ...WARMING], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LONGEST_WARMING,
    });
    writeFileSync(whole, packed(inputs, { ...parts, compiled: readFileSync(compiled) }));
    renameSync(whole, FILE);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The files that say which file of a package is meant, and which packages there are. */
function resolving(inputs: Iterable<string>): string[] {
  const names = new Set(['package.json', 'package-lock.json']);
  for (const input of inputs) {
    const [packageRoot] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(input) ?? [];
    if (packageRoot !== undefined) names.add(`${packageRoot}package.json`);
  }
  return [...names].filter((name) => existsSync(path.join(ROOT, name)));
}

function outputOf(files: readonly OutputFile[], ending: string): Uint8Array {
  const found = files.find((file) => file.path.endsWith(ending));
  if (found === undefined) throw new Error(`esbuild has made no ${ending}`);
  return found.contents;
}
