/**
 * The rules of the house, kept by a test: imports go one way, the engine up to its observers needs neither
 * Node nor a browser, files stay small, and nothing is left open.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** From left to right: each step imports only itself and steps before it. */
const LAYERS = [
  'kernel',
  'scenario',
  'model',
  'simulation',
  'statistics',
  'privacy',
  'recording',
  'experiment',
  'calibration',
  'report',
  'cli',
];
/** These run in workers and browsers as they are. */
const PURE = new Set(['kernel', 'scenario', 'model', 'simulation', 'statistics', 'privacy', 'recording']);
const LINES_MAX = 400;

interface SourceFile {
  readonly name: string;
  readonly layer: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesIn(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const imports = [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1] ?? '');
      return { name: path.posix.join(folder, name), layer: name.split('/')[0], text, imports };
    });
}

const engine = sourcesIn('engine');

describe('the house', () => {
  it('has all the layers of the design and no others', () => {
    const design = readFileSync('docs/design.md', 'utf8');
    for (const layer of LAYERS) expect(design).toContain(`${layer}/`);
    for (const { layer } of engine) expect(LAYERS).toContain(layer);
  });

  it('imports only leftwards', () => {
    const backwards = engine.flatMap(({ name, layer, imports }) =>
      imports
        .filter((target) => target.startsWith('.'))
        .map((target) => path.posix.join(path.posix.dirname(name), target))
        .filter((target) => LAYERS.indexOf(target.split('/')[1]) > LAYERS.indexOf(layer))
        .map((target) => `${name} imports ${target}`),
    );
    expect(backwards).toEqual([]);
  });

  it('would notice an import that goes backwards', () => {
    expect(LAYERS.indexOf('cli')).toBeGreaterThan(LAYERS.indexOf('kernel'));
    expect(
      engine.some(
        ({ layer, imports }) => layer === 'cli' && imports.some((one) => one.includes('../model/')),
      ),
    ).toBe(true);
  });

  it('needs neither Node nor a browser up to the observers', () => {
    const pure = engine.filter(({ layer }) => PURE.has(layer));
    expect(pure.length).toBeGreaterThan(40);
    const impure = pure.flatMap(({ name, text, imports }) => [
      ...imports.filter((target) => target.startsWith('node:')).map((target) => `${name} imports ${target}`),
      ...(/\b(?:(?:process|Buffer|window|localStorage|navigator|setTimeout|fetch)\s*[.([]|document\.(?:body|create|query|get))/.test(
        withoutComments(text),
      )
        ? [`${name} uses a global of Node or the DOM`]
        : []),
    ]);
    expect(impure).toEqual([]);
  });

  it('keeps files small', () => {
    const long = [...engine, ...sourcesIn('bench')].filter(({ text }) => text.split('\n').length > LINES_MAX);
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it('opens each file by saying what it is', () => {
    expect(engine.filter(({ text }) => !/^(?:#!.*\n)?\/\*\*/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('has no barrels, no grab bags, nothing suppressed and nothing left open', () => {
    const open = ['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', '@ts-' + 'expect-error', ': a' + 'ny'];
    const found = engine.flatMap(({ name, text }) =>
      open.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
    );
    expect(found).toEqual([]);
    expect(engine.filter(({ name }) => /\/(?:index|utils?|helpers?|misc)\.ts$/.test(name))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}
