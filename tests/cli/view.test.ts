/** `aula view`: what it refuses, what it says, and how it ends. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../engine/cli/exit-code.ts';
import { type ViewOptions, view } from '../../engine/cli/view.ts';

const TOWN = 'tests/scenario/fixtures/town.yaml';
const program = fileURLToPath(new URL('../../engine/cli/aula.js', import.meta.url));

let directory = '';
const at = (name: string) => path.join(directory, name);
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-view-'));
  mkdirSync(at('empty'));
  writeFileSync(at('wrong.yaml'), 'aula: 1\nnonsense: 1\n');
  writeFileSync(at('days.parquet'), Buffer.from('PAR1\0\u0001\u0002PAR1'));
});
afterAll(() => rmSync(directory, { recursive: true }));

async function viewed(
  names: readonly string[],
  options: ViewOptions = {},
  act?: (address: string) => Promise<void>,
) {
  let [out, err] = ['', ''];
  let printed: (address: string) => void = () => {};
  const address = new Promise<string>((resolve) => {
    printed = resolve;
  });
  const io = {
    out: (text: string) => {
      out += text;
      printed(text.trim());
    },
    err: (text: string) => {
      err += text;
    },
    colour: false,
    interactive: false,
  };
  const ended = address.then((one) => act?.(one));
  const code = await view(names, { open: false, ...options }, io, ended);
  return { code, out, err };
}

describe('what is wrong is told before anything is served', () => {
  it.each([
    ['a scenario', 'wrong.yaml', /unknown key 'nonsense'/],
    ['a file that is not there', 'gone.yaml', /is not there/],
    ['a table', 'days.parquet', /days\.parquet/],
  ])('of %s', async (_, name, message) => {
    const { code, out, err } = await viewed([at(name)]);
    expect(code).toBe(EXIT.badInput);
    expect(err).toMatch(message);
    expect(out).toBe('');
  });

  it('of a directory', async () => {
    await expect(viewed([at('empty')])).rejects.toThrow(/cannot show .*empty: it is no run directory/);
  });

  it('of the second design', async () => {
    const { code, err } = await viewed([TOWN, at('wrong.yaml')]);
    expect(code).toBe(EXIT.badInput);
    expect(err).toContain('wrong.yaml');
  });
});

describe('what is served', () => {
  it('is the page with its parcel, until it is to end', async () => {
    let served = '';
    const { code, out } = await viewed(
      [TOWN, 'scenarios/theory/mm1.yaml'],
      { seed: 'x', replications: 3 },
      async (address) => {
        served = await (await fetch(new URL('parcel.json', address))).text();
        expect(await (await fetch(address)).text()).toContain('id="app"');
      },
    );
    expect(code).toBe(EXIT.fine);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    const { designs, seed, replications, isLive } = JSON.parse(served);
    expect({ seed, replications, isLive }).toEqual({ seed: 'x', replications: 3, isLive: true });
    expect(designs.map(({ name }: { name: string }) => name)).toEqual([TOWN, 'scenarios/theory/mm1.yaml']);
  });

  it('is on the port that is asked for, or nowhere', async () => {
    await viewed([TOWN], {}, async (address) => {
      const port = Number(new URL(address).port);
      await expect(viewed([TOWN], { port })).rejects.toThrow(`port ${port} is taken by another program`);
    });
  });
});

describe.skipIf(process.platform === 'win32')('the program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s with 0', async (signal) => {
    const child = spawn(process.execPath, [program, 'view', TOWN, '--no-open']);
    child.stdout.once('data', () => child.kill(signal));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(0);
  });
});
