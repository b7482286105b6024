/**
 * The code of a program as one script: all that it is made of, with its libraries, and where each part of it came from.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
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
  load(file) {
    // What begins so is no file.
    if (file.startsWith('\0')) return null;
    const bytes = readFileSync(file);
    const name = path.relative(ROOT, file).replaceAll(path.sep, '/');
    read.set(name, bytes);
    const code = bytes.toString('utf8');
    if (!file.endsWith('.ts')) return { code };
    const url = `new URL(${JSON.stringify(name)}, ${PLACE})`;
    const placed = code
      .replaceAll('import.meta.url', `${url}.href`)
      .replaceAll('import.meta.dirname', `require('node:url').fileURLToPath(new URL('.', ${url}))`);
    const withAside = ASIDE.reduce(
      (text, aside) => text.replaceAll(`import('${aside}')`, `${IMPORT}('${aside}')`),
      placed,
    );
    return { code: withAside, moduleType: 'ts' };
  },
});

/** What begins so stands for a module of Node. */
const NODES_OWN = '\0of node: ';
/** Loads those where they are first used: what is external is loaded at once, though most commands need little of it. */
const lazily: Plugin = {
  name: 'lazily',
  resolveId(name, importer) {
    if (!name.startsWith('node:')) return null;
    return importer?.startsWith(NODES_OWN) ? { id: name, external: true } : `${NODES_OWN}${name}`;
  },
  load(id) {
    if (!id.startsWith(NODES_OWN)) return null;
    return { code: `module.exports = require(${JSON.stringify(id.slice(NODES_OWN.length))});` };
  },
};

/** `entry` is a path from the root; `script` what the code is called. */
export async function scriptOf(entry: string, script: string): Promise<Script> {
  const read = new Map<string, Buffer>();
  const bundle = await rolldown({
    cwd: ROOT,
    input: entry,
    platform: 'node',
    external: ASIDE,
    plugins: [lazily, reading(read)],
    tsconfig: 'tsconfig.json',
    transform: { target: `node${process.versions.node}` },
    onLog: (_level, { code, message }) => {
      // A source asks for its place in yet another way.
      if (code === 'EMPTY_IMPORT_META') throw new Error(message);
    },
  });
  const { output } = await bundle.generate({
    file: script,
    format: 'cjs',
    codeSplitting: false,
    // Of white space alone: constants, whose values V8 knows, are not to become variables.
    minify: { compress: false, mangle: false },
    comments: false,
    sourcemap: 'hidden',
    banner: `(function (module, exports, require, ${PLACE}, ${IMPORT}) {`,
    footer: '})',
  });
  await bundle.close();
  const [{ code, map }] = output;
  if (map === null) throw new Error('the bundler has made no map');
  for (const name of resolving(read.keys())) read.set(name, readFileSync(path.join(ROOT, name)));
  return {
    code: Buffer.from(code),
    map: Buffer.from(JSON.stringify({ ...map, sourcesContent: undefined })),
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
