/** The bundles that aula and its workers start from: that they are the program, and are used where they are of the sources alone. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PARTS = ['engine', 'viz', 'scenarios', 'package.json', 'tsconfig.json', 'package-lock.json'];
const RUN = ['run', 'scenarios/theory/mm1.yaml', '-n', '2', '--json'];

/** A copy of the program, whose sources can be changed. `schema` fails in it. */
let copy = '';
let bundle = '';
const at = (name: string) => path.join(copy, name);
const node = (...args: string[]) => nodeIn(copy, ...args);
const nodeIn = (directory: string, ...args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
const aula = (...args: string[]) => node('engine/cli/aula.js', ...args);
const build = () => node('engine/cli/bundle/build.js');
/** Asked of the program itself; of `worker`, too. */
const isBundleUsed = (directory = copy, name = 'aula') =>
  nodeIn(
    directory,
    '-e',
    `import('./engine/cli/bundle/bundled.js').then(({ bundled }) => console.log(bundled('dist/${name}.bundle') !== null))`,
  ).stdout === 'true\n';
/** Does something while there are no bundles. */
function without(act: () => void): void {
  renameSync(at('dist'), at('aside'));
  try {
    act();
  } finally {
    renameSync(at('aside'), at('dist'));
  }
}

/** Does something with a source changed. */
function changed(name: string, change: (text: string) => string, act: () => void): void {
  const text = readFileSync(at(name), 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(at(name), change(text));
  try {
    act();
  } finally {
    writeFileSync(at(name), text);
  }
}

beforeAll(() => {
  copy = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'aula-bundle-')));
  bundle = at('dist/aula.bundle');
  for (const part of PARTS) cpSync(path.join(ROOT, part), at(part), { recursive: true });
  symlinkSync(realpathSync(path.join(ROOT, 'node_modules')), at('node_modules'));
  const schema = at('engine/cli/schema.ts');
  writeFileSync(
    schema,
    readFileSync(schema, 'utf8').replace(/(function schema.*\n)/, "$1  throw new Error('as planned');\n"),
  );
  expect(build().stderr).toBe('');
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the bundle', { timeout: 120_000 }, () => {
  it('is what aula starts from, and does the same as the sources', () => {
    expect(isBundleUsed()).toBe(true);
    const [run, wrong] = [aula(...RUN), aula('run', 'nowhere.yaml')];
    const page = () =>
      aula('compare', RUN[1], RUN[1], '-n', '2', '--html', 'page.html') &&
      readFileSync(at('page.html'), 'utf8');
    // With letters beyond ASCII that no string of the sources holds, but templates.
    const bundled = page();
    expect(bundled).toContain('±');
    expect(run.stdout).toContain('"replications": 2');
    without(() => {
      expect(isBundleUsed()).toBe(false);
      expect(page()).toBe(bundled);
      expect(aula(...RUN)).toMatchObject({ status: run.status, stdout: run.stdout, stderr: run.stderr });
      expect(aula('run', 'nowhere.yaml')).toMatchObject({ status: wrong.status, stderr: wrong.stderr });
    });
  });

  it('names the sources in traces', () => {
    const traced = () => aula('schema').stderr.match(/at .*\bschema\.ts.*/)?.[0];
    const bundled = traced();
    expect(bundled).toContain('engine/cli/schema.ts:');
    without(() => expect(traced()).toBe(bundled));
  });

  it('is what workers start from, and they do the same as from the sources', () => {
    const run = () => aula('run', 'scenarios/pori.yaml', '-n', '300', '--no-why', '--json', '--threads', '2');
    /** What a worker says that is asked for a design which it has not been given. */
    const failed = () =>
      node(
        '-e',
        `const { Worker } = require('node:worker_threads');
         const worker = new Worker('./engine/cli/worker.js', { workerData: new SharedArrayBuffer(8) });
         worker.on('message', ({ kind, thrown }) => {
           if (kind !== 'failed') return;
           console.log(thrown.stack);
           worker.terminate();
         });
         worker.postMessage({ kind: 'shard', design: 7, shard: { from: 0, to: 1 } });`,
      ).stdout.match(/there is no design 7|at .*\bserve\.ts.*/g);
    expect(isBundleUsed(copy, 'worker')).toBe(true);
    const [bundled, stack] = [run(), failed()];
    expect(bundled).toMatchObject({ status: 0, stderr: '' });
    expect(stack?.[1]).toContain('engine/experiment/threads/serve.ts:');
    without(() => {
      expect(isBundleUsed(copy, 'worker')).toBe(false);
      expect(run().stdout).toBe(bundled.stdout);
      expect(failed()).toEqual(stack);
    });
    changed(
      'engine/kernel/search.ts',
      (source) => `${source}\n`,
      () => expect(isBundleUsed(copy, 'worker')).toBe(false),
    );
  });

  it('is not used where a source has changed', () => {
    const text = 'Simulates a joint';
    changed(
      'engine/cli/main.ts',
      (source) => source.replace(text, text.toUpperCase()),
      () => {
        expect(isBundleUsed()).toBe(false);
        expect(aula('--help').stdout).toContain(text.toUpperCase());
      },
    );
    changed(
      'engine/kernel/search.ts',
      (source) => `${source}\n`,
      () => expect(isBundleUsed()).toBe(false),
    );
    // What is installed besides may be what a source means by now.
    changed(
      'package-lock.json',
      (lock) => `${lock}\n`,
      () => expect(isBundleUsed()).toBe(false),
    );
    changed(
      'engine/kernel/search.ts',
      (source) => source.slice(0, -1),
      () => expect(isBundleUsed()).toBe(false),
    );
    expect(isBundleUsed()).toBe(true);
  });

  it('is not used where it is not whole', () => {
    const whole = readFileSync(bundle);
    for (const length of [0, 5, 5000, whole.length - 1]) {
      truncateSync(bundle, length);
      expect(aula('--version')).toMatchObject({ status: 0, stderr: '' });
      expect(isBundleUsed()).toBe(false);
      writeFileSync(bundle, whole);
    }
    writeFileSync(bundle, 'something else, which is long enough to have a head');
    expect(aula('--version')).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(bundle, whole);
  });

  it('is used where the program has been moved to', () => {
    const moved = mkdtempSync(path.join(os.tmpdir(), 'aula-moved-'));
    try {
      for (const part of [...PARTS, 'dist']) cpSync(at(part), path.join(moved, part), { recursive: true });
      symlinkSync(realpathSync(at('node_modules')), path.join(moved, 'node_modules'));
      expect(isBundleUsed(moved)).toBe(true);
      const traced = nodeIn(moved, 'engine/cli/aula.js', 'schema').stderr;
      expect(traced).toContain(path.join(realpathSync(moved), 'engine/cli/schema.ts:'));
    } finally {
      rmSync(moved, { recursive: true, force: true });
    }
  });

  it('that cannot be written is done without', () => {
    rmSync(at('dist'), { recursive: true });
    writeFileSync(at('dist'), '');
    const { status, stderr } = build();
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('a bundle could not be made'),
    });
    expect(aula(...RUN).stderr).toBe('');
  });
});
