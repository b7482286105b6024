/**
 * The rules of the house, kept by a test: imports go one way, the engine up to its observers needs neither
 * Node nor a browser, the viewer neither Node nor the command line, files stay small, and nothing is left open.
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
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.startsWith('dist/'))
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const imports = [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1] ?? '');
      return { name: path.posix.join(folder, name), layer: name.split('/')[0], text, imports };
    });
}

const engine = sourcesIn('engine');
/** The settings of its builder are no part of it. */
const viz = sourcesIn('viz').filter(({ name }) => name !== 'viz/vite.config.ts');

/** What a file imports of the house, from the root on. */
const importedBy = ({ name, imports }: SourceFile): string[] =>
  imports
    .filter((target) => target.startsWith('.'))
    .map((target) => path.posix.join(path.posix.dirname(name), target));

describe('the house', () => {
  it('has all the layers of the design and no others', () => {
    const design = readFileSync('docs/design.md', 'utf8');
    for (const layer of LAYERS) expect(design).toContain(`${layer}/`);
    for (const { layer } of engine) expect(LAYERS).toContain(layer);
  });

  it('imports only leftwards', () => {
    const backwards = engine.flatMap((file) =>
      importedBy(file)
        .filter((target) => target.startsWith('engine/'))
        .filter((target) => LAYERS.indexOf(target.split('/')[1]) > LAYERS.indexOf(file.layer))
        .map((target) => `${file.name} imports ${target}`),
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
    const long = [...engine, ...viz, ...sourcesIn('bench')].filter(
      ({ text }) => text.split('\n').length > LINES_MAX,
    );
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it('opens each file by saying what it is', () => {
    const opening = [...engine, ...viz].filter(({ name }) => path.posix.basename(name) !== 'words.ts');
    expect(opening.filter(({ text }) => !/^(?:#!.*\n)?\/\*\*/.test(text)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('has no barrels, no grab bags, nothing suppressed and nothing left open', () => {
    const open = ['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', '@ts-' + 'expect-error', ': a' + 'ny'];
    const found = [...engine, ...viz].flatMap(({ name, text }) =>
      open.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
    );
    expect(found).toEqual([]);
    expect(
      [...engine, ...viz].filter(({ name }) => /\/(?:index|utils?|helpers?|misc)\.ts$/.test(name)),
    ).toEqual([]);
  });
});

describe('the viewer', () => {
  const inPage = viz.filter(({ layer }) => layer !== 'serve');
  const forbidden = (files: readonly SourceFile[], isForbidden: (target: string) => boolean) =>
    files.flatMap((file) =>
      [...importedBy(file), ...file.imports.filter((target) => target.startsWith('node:'))]
        .filter(isForbidden)
        .map((target) => `${file.name} imports ${target}`),
    );

  it('imports the engine, but not the command line', () => {
    expect(viz.length).toBeGreaterThan(40);
    expect(viz.some((file) => importedBy(file).some((target) => target.startsWith('engine/model/')))).toBe(
      true,
    );
    expect(forbidden(viz, (target) => target.startsWith('engine/cli/'))).toEqual([]);
  });

  it('is imported by nothing of the engine but the command line, and there by its serving side', () => {
    const commands = engine.filter(({ layer }) => layer === 'cli');
    const others = engine.filter(({ layer }) => layer !== 'cli');
    expect(forbidden(others, (target) => target.startsWith('viz/'))).toEqual([]);
    const isServing = (target: string) => target.startsWith('viz/serve/') || target === 'viz/parcel.ts';
    expect(forbidden(commands, (target) => target.startsWith('viz/') && !isServing(target))).toEqual([]);
    expect(forbidden(commands, isServing).length).toBeGreaterThan(0);
  });

  it('serves from Node, and runs without it', () => {
    expect(
      forbidden(inPage, (target) => target.startsWith('node:') || target.startsWith('viz/serve/')),
    ).toEqual([]);
    const served = viz.filter(({ layer }) => layer === 'serve');
    expect(forbidden(served, (target) => target.startsWith('viz/app/'))).toEqual([]);
  });

  it('makes no markup of texts', () => {
    const markup = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc)\b|\.html\(/;
    const found = inPage.filter(({ text }) => markup.test(withoutComments(text)));
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it('says everything in all its languages', async () => {
    const files = viz.filter(({ name }) => path.posix.basename(name) === 'words.ts');
    expect(files.length).toBeGreaterThan(2);
    for (const { name } of files) {
      const said: Record<string, unknown> = await import(path.resolve(name));
      const tables = Object.values(said).filter((one) => typeof one === 'function');
      for (const inLanguage of tables) {
        const [en, fi, sv] = (['en', 'fi', 'sv'] as const).map((language) => shapeOf(inLanguage(language)));
        expect(fi, `${name}, Finnish`).toEqual(en);
        expect(sv, `${name}, Swedish`).toEqual(en);
      }
    }
  });
});

/** The keys of a table of words, and what kind of thing each is; a text that is empty is missing. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : 'text';
  if (typeof value !== 'object' || value === null) return typeof value;
  if (Array.isArray(value)) return value.map(shapeOf);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}
