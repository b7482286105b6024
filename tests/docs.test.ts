/**
 * The documentation does not lie: complete scenarios load, commands end as the pages say and print what they show,
 * and links lead somewhere. To write the outputs of the pages anew: vitest run -u tests/docs.test.ts.
 */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../engine/cli/check.ts';
import { compare } from '../engine/cli/compare.ts';
import { type ExplainOptions, explain } from '../engine/cli/explain.ts';
import type { Io } from '../engine/cli/io.ts';
import { privacy } from '../engine/cli/privacy.ts';
import { type ResumeOptions, resume } from '../engine/cli/resume.ts';
import { type RunOptions, run } from '../engine/cli/run.ts';
import { schema } from '../engine/cli/schema.ts';
import { type ShareOptions, share } from '../engine/cli/share.ts';
import { type SweepOptions, sweepOf } from '../engine/cli/sweep.ts';
import { type TradeoffOptions, tradeoffOf } from '../engine/cli/tradeoff.ts';

const ROOT = process.cwd();
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join('docs', name))
    .sort(),
];
const textOf = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');

/** A fenced block: its language, its lines, where they begin, and the name of a file in the line before it. */
interface Block {
  readonly language: string;
  readonly lines: readonly string[];
  readonly at: number;
  readonly file: string | null;
}

function blocksOf(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let k = 0; k < lines.length; k++) {
    const language = /^```(\w+)$/.exec(lines[k] ?? '')?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', k + 1);
    if (end < 0) throw new Error(`the block at line ${k + 1} has no end`);
    const before = lines.slice(0, k).findLast((line) => line.trim() !== '') ?? '';
    const file = /`([\w.-]+\.(?:ya?ml|csv))`[^`]*:$/.exec(before)?.[1] ?? null;
    blocks.push({ language, lines: lines.slice(k + 1, end), at: k + 1, file });
    k = end;
  }
  return blocks;
}

const isComplete = ({ language, lines }: Block): boolean =>
  language === 'yaml' && /^(?:aula: 1$|# yaml-language-server:)/.test(lines[0] ?? '');

interface Ended {
  readonly code: number;
  /** What it printed, on both outputs, in its order. */
  readonly printed: string;
}

type OptionName =
  | keyof RunOptions
  | keyof ResumeOptions
  | keyof ExplainOptions
  | keyof ShareOptions
  | keyof TradeoffOptions
  | keyof SweepOptions;

const OPTIONS: Readonly<Record<string, OptionName>> = {
  '-n': 'replications',
  '--replications': 'replications',
  '-s': 'seed',
  '--seed': 'seed',
  '--json': 'json',
  '--csv': 'csv',
  '--no-why': 'why',
  '--adjusted': 'adjusted',
  '--precision': 'precision',
  '--measure': 'measure',
  '--max-replications': 'maxReplications',
  '--time-budget': 'timeBudget',
  '--threads': 'threads',
  '-q': 'quiet',
  '--quiet': 'quiet',
  '-r': 'replication',
  '--replication': 'replication',
  '-c': 'conflict',
  '--conflict': 'conflict',
  '--fallback': 'fallback',
  '--html': 'html',
  '--out': 'out',
  '-o': 'output',
  '--events': 'events',
  '--frontier': 'frontier',
};
/** Options that are given alone, and what they are then; and those whose value is a number. */
const FLAGS: Readonly<Record<string, boolean>> = {
  json: true,
  quiet: true,
  why: false,
  adjusted: true,
  frontier: true,
};
const NUMBERS = ['replications', 'maxReplications', 'threads', 'replication', 'conflict'];

/** Runs `aula …` in the present directory by the functions behind the command line. */
async function aula(words: readonly string[], into: string | null): Promise<Ended> {
  let printed = '';
  let out = '';
  const io: Io = {
    out(text) {
      out += text;
      if (into === null) printed += text;
    },
    err(text) {
      printed += text;
    },
    colour: false,
    interactive: false,
  };
  const [command, ...rest] = words;
  const code = await runCommand(command, rest, io);
  if (into !== null) writeFileSync(into, out);
  return { code, printed };
}

async function runCommand(command: string | undefined, words: readonly string[], io: Io): Promise<number> {
  const [file = '', ...rest] = words;
  if (command === 'check') return check(file, io);
  if (command === 'schema') return schema(io);
  if (command === 'privacy') return privacy(file, { json: words.includes('--json') }, io);
  if (command === 'resume') return resume(file, { json: false, quiet: false, ...optionsOf(rest) }, io);
  if (command === 'compare' || command === 'share') {
    const end = words.findIndex((word) => word.startsWith('-'));
    const files = end < 0 ? words : words.slice(0, end);
    const options = end < 0 ? {} : optionsOf(words.slice(end));
    if (command === 'share') return share(files, { output: '', ...options }, io);
    return compare(files, { replications: 200, seed: '1', json: false, ...options }, io);
  }
  if (command === 'sweep') {
    const isVaried = (index: number) => rest[index] === '--vary' || rest[index - 1] === '--vary';
    const vary = rest.filter((_, k) => rest[k - 1] === '--vary');
    const options = optionsOf(rest.filter((_, k) => !isVaried(k)));
    return sweepOf(
      file,
      { replications: 200, seed: '1', json: false, frontier: false, vary, ...options },
      io,
    );
  }
  const given = optionsOf(rest);
  if (command === 'explain') return explain(file, { seed: '1', replication: 0, ...given }, io);
  const many = { replications: 200, seed: '1', json: false };
  if (command === 'tradeoff') return tradeoffOf(file, { ...many, fallback: '0,5,10,20,never', ...given }, io);
  if (command === 'run') return run(file, { seed: '1', json: false, quiet: false, ...given }, io);
  throw new Error(`no command ${command}`);
}

function optionsOf(words: readonly string[]): Record<string, string | number | boolean> {
  const given: Record<string, string | number | boolean> = {};
  for (let k = 0; k < words.length; k++) {
    const option = OPTIONS[words[k] ?? ''];
    if (option === undefined) throw new Error(`no option ${words[k]}`);
    const flag = FLAGS[option];
    const value = flag ?? words[++k] ?? '';
    given[option] = NUMBERS.includes(option) ? Number(value) : value;
  }
  return given;
}

/** The words of a line that calls aula, and where its output goes; null for other lines. */
function callIn(line: string): { words: string[]; into: string | null } | null {
  const text = line.replace(/\s+#.*$/, '').replace(/^npm start$/, 'npx aula run scenarios/pori.yaml');
  const [, call, into] = /^(?:npx )?aula (.*?)(?: > (\S+))?$/.exec(text) ?? [];
  if (call === undefined) return null;
  const words = call.match(/'[^']*'|\S+/g) ?? [];
  return { words: words.map((word) => word.replace(/^'(.*)'$/, '$1')), into: into ?? null };
}

const program = promisify(execFile);

/** Help is the command line's own, so that it takes the whole program. */
async function help(words: readonly string[]): Promise<Ended> {
  const node = [path.join(ROOT, 'engine/cli/aula.js'), ...words];
  const { stdout } = await program(process.execPath, node, { env: { ...process.env, COLUMNS: '80' } });
  return { code: 0, printed: stdout };
}

/** The lines of a console block as a terminal would show them today. */
async function replayed({ lines, at }: Block): Promise<string[]> {
  const starts = lines.flatMap((line, k) => (line.startsWith('$ ') ? [k] : []));
  const shown: string[] = [];
  let code = 0;
  for (const [index, start] of starts.entries()) {
    const line = lines[start] ?? '';
    const before = lines.slice(start + 1, starts[index + 1] ?? lines.length);
    const call = callIn(line.slice(2));
    shown.push(line);
    if (line === '$ echo $?') {
      shown.push(String(code));
      code = 0;
    } else if (call === null) shown.push(...before);
    else {
      expect(
        code,
        `line ${at + start}: the command before ended with ${code}, and the page does not say so`,
      ).toBe(0);
      const ended = call.words.some((word) => word === '--help' || word === 'help')
        ? await help(call.words)
        : await aula(call.words, call.into);
      code = ended.code;
      shown.push(...excerpt(before, ended.printed.split('\n').slice(0, -1), at + start));
    }
  }
  expect(code, `line ${at}: the last command ended with ${code}, and the page does not say so`).toBe(0);
  return shown;
}

/** Up to the first figure or column: what a line is about. */
const labelOf = (line: string): string => line.trim().split(/ {2,}|\d/)[0] ?? '';

/** Of what was printed, the stretches that the page shows: between lines of `…`, each as many lines long. */
function excerpt(shown: readonly string[], printed: readonly string[], line: number): readonly string[] {
  if (!shown.includes('…')) return printed;
  const lines: string[] = [];
  let at = 0;
  for (let k = 0; k < shown.length; ) {
    if (shown[k] === '…') {
      lines.push('…');
      k++;
      continue;
    }
    const end = shown.indexOf('…', k) < 0 ? shown.length : shown.indexOf('…', k);
    const label = labelOf(shown[k] ?? '');
    const from = printed.findIndex((text, index) => index >= at && labelOf(text) === label);
    if (from < 0)
      throw new Error(`line ${line}: the output has no line '${label}' from its line ${at + 1} on`);
    at = from + (end - k);
    lines.push(...printed.slice(from, at));
    k = end;
  }
  return lines;
}

const directories: string[] = [];
afterAll(() => {
  process.chdir(ROOT);
  for (const directory of directories) rmSync(directory, { recursive: true });
});

/** Goes to a new directory with the scenarios of a clone and, for a recipe, the small ones of the tutorial. */
function enterNewDirectory(page: string): void {
  const directory = mkdtempSync(path.join(tmpdir(), 'aula-docs-'));
  directories.push(directory);
  symlinkSync(path.join(ROOT, 'scenarios'), path.join(directory, 'scenarios'));
  process.chdir(directory);
  if (page.startsWith('docs/how-to/')) for (const block of blocksOf(textOf('docs/tutorial.md'))) save(block);
}

/** Writes the file that the block is of. */
function save({ file, lines }: Block): void {
  if (file !== null) writeFileSync(file, `${lines.join('\n')}\n`);
}

const withBlocks = PAGES.filter((page) =>
  blocksOf(textOf(page)).some((block) => isComplete(block) || /^(?:console|sh)$/.test(block.language)),
);

describe('the examples', () => {
  it('are in the tutorial and the recipes', () => {
    expect(withBlocks).toContain('docs/tutorial.md');
    expect(withBlocks.filter((page) => page.startsWith('docs/how-to/')).length).toBeGreaterThan(8);
  });

  it.each(withBlocks)(
    'of %s are what the program does',
    async (page) => {
      enterNewDirectory(page);
      const text = textOf(page);
      const lines = text.split('\n');
      const edits: { readonly at: number; readonly length: number; readonly lines: readonly string[] }[] = [];
      for (const block of blocksOf(text)) {
        const file = block.file ?? 'scenario.yaml';
        if (block.file !== null || isComplete(block)) writeFileSync(file, `${block.lines.join('\n')}\n`);
        if (isComplete(block)) {
          expect(await aula(['check', file], null), `line ${block.at}`).toMatchObject({
            code: 0,
            printed: expect.stringMatching(/^\S+ is fine:\n/),
          });
        }
        if (block.language === 'sh') {
          for (const line of block.lines) {
            const call = callIn(line);
            if (call === null) continue;
            expect((await aula(call.words, call.into)).code, `line ${block.at}: ${line}`).toBe(0);
          }
        }
        if (block.language === 'console')
          edits.push({ at: block.at, length: block.lines.length, lines: await replayed(block) });
      }
      for (const edit of edits.reverse()) lines.splice(edit.at, edit.length, ...edit.lines);
      await expect(lines.join('\n')).toMatchFileSnapshot(path.join(ROOT, page));
    },
    60_000,
  );
});

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');

function anchorsOf(page: string): Set<string> {
  const text = textOf(page).replace(/^```[\s\S]*?^```$/gm, '');
  return new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading ?? '')));
}

describe('the links', () => {
  it.each(PAGES)('of %s lead somewhere', (page) => {
    const text = textOf(page).replace(/^```[\s\S]*?^```$/gm, '');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    const dead = targets.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      const [file = '', anchor] = target.split('#');
      const name = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
      if (!existsSync(path.join(ROOT, name))) return true;
      return anchor !== undefined && !anchorsOf(name).has(anchor);
    });
    expect(dead).toEqual([]);
  });
});
