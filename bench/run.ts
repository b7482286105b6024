/**
 * The benchmarks' command line: measures works, ours beside the peers where asked for, prints them and keeps them; and
 * compares two results that were kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { judge } from './bars.ts';
import { compareResults } from './compare.ts';
import type { Contestant } from './contestant.ts';
import { load, machine, revision } from './machine.ts';
import { peersOf } from './peers/peers.ts';
import { picture } from './picture.ts';
import { type Result, result as resultSchema } from './result.ts';
import { inRounds } from './rounds.ts';
import { SCALING } from './scaling/scaling.ts';
import { served } from './served.ts';
import { comparisonText, resultText } from './table.ts';
import { WORKS } from './works.ts';
import { YARDSTICK } from './yardstick.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const RESULTS = path.join(HERE, 'results');

interface RunOptions {
  readonly peers: boolean;
  readonly all: boolean;
  readonly long: boolean;
  readonly rounds: number;
  readonly json: boolean;
  readonly save?: string;
}

async function measure(words: readonly string[], options: RunOptions): Promise<Result> {
  const named = (name: string) => words.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  const isWanted = (name: string) => words.length === 0 || named(name);
  const scaling = SCALING.filter(({ name }) => options.all || named(name));
  const works = WORKS.filter(
    ({ name }) => name === YARDSTICK || isWanted(name) || isBesideWanted(name, isWanted),
  );
  if (works.length === 1 && scaling.length === 0) throw new Error(`nothing is called ${words.join(' or ')}`);
  const { file, clear } = await served();
  const peers = options.peers ? peersOf((name) => works.some((work) => work.name === name)) : null;
  const before = load();
  const tell = (text: string) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);
  try {
    const { figures, absent } = await inRounds(
      [...works.map((work) => ours(work, file)), ...(peers?.contestants ?? [])],
      {
        rounds: options.rounds,
        onProgress: (round, name) => tell(`round ${round} of ${options.rounds}: ${name}`),
      },
    );
    for (const { name, measure } of scaling) {
      tell(name);
      figures.push(...(await measure(options)));
    }
    return {
      date: new Date().toISOString(),
      revision: revision(),
      machine: machine(),
      load: [before, load()],
      peers: { ...peers?.versions },
      figures,
      absent,
      bars: judge(figures),
    };
  } finally {
    tell('');
    clear();
    peers?.clear();
  }
}

/** `file` is the program that serves it. */
function ours(
  { name, unit, besides }: Pick<Contestant, 'name' | 'unit' | 'besides'>,
  file: string,
): Contestant {
  return {
    name,
    unit,
    ...(besides !== undefined && { besides }),
    command: [process.execPath, file, name],
  };
}

/** Whether a work is what a wanted one is set beside. */
function isBesideWanted(name: string, isWanted: (name: string) => boolean): boolean {
  return WORKS.some(({ name: other, besides }) => besides === name && isWanted(other));
}

function save(result: Result, name: string): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(path.join(RESULTS, `${name}.json`), `${JSON.stringify(result, null, 1)}\n`);
  writeFileSync(path.join(RESULTS, `${name}.svg`), picture(result));
}

const read = (file: string): Result => resultSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

function wholeFromOne(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}

function percent(text: string): number {
  const number = Number(text.replace(/\s*%$/, ''));
  if (!(number >= 0) || text.trim() === '')
    throw new InvalidArgumentError('It must be a percentage, like 10.');
  return number / 100;
}

function plainName(text: string): string {
  if (!/^[\w.-]+$/.test(text)) throw new InvalidArgumentError('It must be a plain name, without a path.');
  return text;
}

const bench = new Command('bench')
  .description('Measures how fast aula is.')
  .argument('[words...]', 'only works with one of these words in their name, such as hold, pori, growth')
  .option('--peers', 'also the same works in C++ and SimPy, where they are there', false)
  .option(
    '--all',
    `also what takes minutes: ${SCALING.map(({ name }) => name.toLowerCase()).join(', ')}`,
    false,
  )
  .option('--long', 'with memory and growth: also the largest sizes', false)
  .option('--rounds <number>', 'how often each work is measured', wholeFromOne, 7)
  .option('--json', 'print the result as JSON, and nothing else', false)
  .option('--save <name>', 'keep the result, with a picture, in bench/results', plainName)
  .action(async (words: string[], options: RunOptions) => {
    const result = await measure(words, options);
    if (options.save !== undefined) save(result, options.save);
    console.log(options.json ? JSON.stringify(result, null, 2) : resultText(result));
  });

bench
  .command('compare')
  .description('Compare two results; the exit code is 1 where the second is worse.')
  .argument('<before>', 'a result, as JSON')
  .argument('<after>', 'another')
  .option('--tolerance <percent>', 'how much worse a figure may be', percent, 0.1)
  .action((before: string, after: string, { tolerance }: { tolerance: number }) => {
    const comparison = compareResults(read(before), read(after), tolerance);
    console.log(comparisonText(comparison));
    if (comparison.changes.length === 0) bench.error('the results have no work in common', { exitCode: 2 });
    if (comparison.changes.some(({ isWorse }) => isWorse)) process.exitCode = 1;
  });

bench
  .command('picture')
  .description('Draw a kept result again.')
  .argument('<result>', 'a result, as JSON')
  .action((file: string) => writeFileSync(file.replace(/\.json$/, '.svg'), picture(read(file))));

try {
  await bench.parseAsync();
} catch (thrown) {
  console.error(`bench: ${thrown instanceof Error ? thrown.message : thrown}`);
  process.exitCode = 2;
}
