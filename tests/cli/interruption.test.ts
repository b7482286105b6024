/** Ctrl-C as a user presses it, and SIGTERM as a batch system sends it: through a process of its own. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../engine/cli/exit-code.ts';
import { guardWith } from '../../engine/cli/guard.ts';
import { Interruption } from '../../engine/cli/interruption.ts';

const town = fileURLToPath(new URL('../scenario/fixtures/town.yaml', import.meta.url));
const program = fileURLToPath(new URL('../../engine/cli/aula.js', import.meta.url));

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-interruption-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Starts a run that would take hours, and interrupts it after so many milliseconds. */
async function interrupted(
  name: string,
  words: readonly string[],
  after: number,
  signal: 'SIGINT' | 'SIGTERM' = 'SIGINT',
) {
  const csv = path.join(directory, name);
  const child = spawn(process.execPath, [program, 'run', town, '-n', '10000000', '--csv', csv, ...words]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  // The directory is made right before the run begins.
  while (!existsSync(csv)) await pause(20);
  await pause(after);
  child.kill(signal);
  return { code: await ended, out, err, csv };
}

describe('Ctrl-C', { timeout: 60_000 }, () => {
  it.each(['1', '2'])('ends a run on %s threads with what is known so far, and says so', async (threads) => {
    const ended = await interrupted(`threads-${threads}`, ['--threads', threads, '--json'], 3000);
    expect(ended.code).toBe(EXIT.interrupted);
    const { replications, stopped, measures, causes } = JSON.parse(ended.out);
    expect(stopped).toEqual({ by: 'interrupt', asked: 10_000_000, incomplete: true });
    expect(replications).toBeGreaterThan(0);
    expect(measures.length).toBeGreaterThan(10);
    expect(causes.every(({ change }: { change: string | null }) => change === null)).toBe(true);
    const days = replications.toLocaleString('en-GB');
    expect(ended.err).toContain(`stopped after ${days} of 10,000,000 days`);
    expect(existsSync(path.join(ended.csv, 'measures.csv'))).toBe(true);
  });

  it('is what SIGTERM is taken for', async () => {
    const ended = await interrupted('term', ['--threads', '2', '--json'], 1500, 'SIGTERM');
    expect(ended.code).toBe(EXIT.interrupted);
    const { replications, stopped } = JSON.parse(ended.out);
    expect(replications).toBeGreaterThan(0);
    expect(stopped.by).toBe('interrupt');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '(%s) is caught once, and the second does what it does everywhere',
    (signal) => {
      const before = process.listenerCount(signal);
      const said: string[] = [];
      const io = { out: () => {}, err: (text: string) => said.push(text), colour: false, interactive: false };
      const interruption = new Interruption(io);
      expect(process.listenerCount(signal)).toBe(before + 1);
      process.emit(signal);
      expect(interruption.signal.aborted).toBe(true);
      expect(process.listenerCount(signal)).toBe(before);
      expect(said).toEqual([expect.stringContaining('Ctrl-C again ends at once')]);
      interruption.now();
      interruption.close();
      expect(said).toHaveLength(1);
      expect(process.listenerCount(signal)).toBe(before);
    },
  );
});

describe('a guard', () => {
  const never = () => {
    for (;;);
  };

  it('ends what takes too long, and passes on what comes in time', () => {
    const guard = guardWith({ limit: 200, onInterrupt: () => {} });
    expect(guard(() => 7)).toBe(7);
    expect(guard(() => undefined)).toBeUndefined();
    expect(() => guard(never)).toThrow('not come to its end within 0.2 s');
    expect(() =>
      guard(() => {
        throw new RangeError('of its own');
      }),
    ).toThrow('of its own');
  });

  it('leaves an error as it was thrown', () => {
    const thrown = new RangeError('of its own');
    const { stack } = thrown;
    const guard = guardWith({ limit: 20_000, onInterrupt: () => {} });
    expect(() =>
      guard(() => {
        throw thrown;
      }),
    ).toThrow(thrown);
    expect(thrown.stack).toBe(stack);
  });

  it('ends on Ctrl-C, and says that it was that', () => {
    let interrupts = 0;
    const guard = guardWith({ limit: 20_000, onInterrupt: () => interrupts++ });
    expect(() =>
      guard(() => {
        process.kill(process.pid, 'SIGINT');
        never();
      }),
    ).toThrow('SIGINT');
    expect(interrupts).toBe(1);
  });

  it('leaves what listens to Ctrl-C on while acts are short, so that none goes by', () => {
    const listener = () => {};
    process.on('SIGINT', listener);
    try {
      const guard = guardWith({ limit: 20_000, onInterrupt: () => {} });
      const listens = () => process.listeners('SIGINT').includes(listener);
      // Of the first nobody knows how long it takes.
      expect(guard(listens)).toBe(false);
      expect(guard(listens)).toBe(true);
      expect(listens()).toBe(true);
    } finally {
      process.off('SIGINT', listener);
    }
  });
});
