/** Readers that go away, and an output that is full: through a process of its own. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../engine/cli/exit-code.ts';

const town = fileURLToPath(new URL('../scenario/fixtures/town.yaml', import.meta.url));
const program = fileURLToPath(new URL('../../engine/cli/aula.js', import.meta.url));

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-closed-pipe-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const stateOf = (name: string) => JSON.parse(readFileSync(path.join(name, 'manifest.json'), 'utf8')).state;

/** Runs 60 days, with nobody at that end of its output. */
async function ran(
  words: readonly string[],
  closed: 'stdout' | 'stderr' | null,
  to: 'pipe' | number = 'pipe',
) {
  const child = spawn(process.execPath, [program, 'run', town, '-n', '60', ...words], {
    stdio: ['ignore', to, 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text) => {
    out += text;
  });
  child.stderr?.on('data', (text) => {
    err += text;
  });
  if (closed !== null) child[closed]?.destroy();
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

describe('a reader that has gone', { timeout: 60_000 }, () => {
  it('is no error, and the files are written all the same', async () => {
    const [kept, csv] = [path.join(directory, 'kept'), path.join(directory, 'csv')];
    const { code, err } = await ran(['--out', kept, '--csv', csv], 'stdout');
    expect([EXIT.fine, EXIT.targetMissed]).toContain(code);
    expect(err).not.toMatch(/EPIPE|failed/);
    expect(stateOf(kept)).toBe('complete');
    expect(existsSync(path.join(csv, 'measures.csv'))).toBe(true);
  });

  it('of what is said on the error output leaves the output whole', async () => {
    const events = ['--out', path.join(directory, 'told'), '--events', '70'];
    const { code, out } = await ran(['--json', ...events], 'stderr');
    expect([EXIT.fine, EXIT.targetMissed]).toContain(code);
    expect(JSON.parse(out).replications).toBe(60);
  });
});

describe.runIf(existsSync('/dev/full'))('an output that is full', { timeout: 60_000 }, () => {
  it('is told, and the files are written all the same', async () => {
    const full = openSync('/dev/full', 'w');
    const kept = path.join(directory, 'full');
    const { code, err } = await ran(['--json', '--out', kept], null, full);
    closeSync(full);
    expect(code).toBe(EXIT.badInput);
    expect(err.match(/cannot write the output: ENOSPC/g)).toHaveLength(1);
    expect(stateOf(kept)).toBe('complete');
  });
});
