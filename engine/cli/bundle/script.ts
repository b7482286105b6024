/**
 * The code of a program as one script: all that it is made of, with its libraries, and where each part of it came from.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type OutputFile, type Plugin } from 'esbuild';
import { type Input, ROOT } from './layout.js';

export interface Script {
  /** A function of `module`, `exports`, `require`, and what the next two are for. */
  readonly code: Uint8Array;
  readonly map: Uint8Array;
  /** The files that it was made of, or that said which are meant; and what was in them, one after the other. */
  readonly inputs: readonly Input[];
  readonly before: Uint8Array;
}

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

/** `entry` is a path from the root; `script` what the code is called. */
export async function scriptOf(entry: string, script: string): Promise<Script> {
  const read = new Map<string, Buffer>();
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: script,
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
  return {
    code: outputOf(outputFiles, '.js'),
    map: outputOf(outputFiles, '.map'),
    inputs: Array.from(read, ([name, { length }]) => [name, length] as const),
    before: Buffer.concat([...read.values()]),
  };
}

/** The files that say which file of a package is meant, which packages there are, and what is made of a class's fields. */
function resolving(inputs: Iterable<string>): string[] {
  const names = new Set(['package.json', 'package-lock.json', 'tsconfig.json']);
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
