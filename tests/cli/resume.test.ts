/** Runs that are kept, killed, stopped and gone on with. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadInput } from '../../engine/cli/bad-input.ts';
import { EXIT } from '../../engine/cli/exit-code.ts';
import { nodeDisk } from '../../engine/cli/node-disk.ts';
import { type ResumeOptions, resume } from '../../engine/cli/resume.ts';
import { type RunOptions, run } from '../../engine/cli/run.ts';
import type { Disk } from '../../engine/report/run-directory/disk.ts';
import { MemoryDisk } from '../report/run-directory/failing-disk.ts';

const town = fileURLToPath(new URL('../scenario/fixtures/town.yaml', import.meta.url));
const program = fileURLToPath(new URL('../../engine/cli/aula.js', import.meta.url));

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-resume-'));
});
afterAll(() => rmSync(directory, { recursive: true }));
const at = (name: string) => path.join(directory, name);

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function heard(act: (io: Parameters<typeof run>[2]) => Promise<number>): Promise<Said> {
  let [out, err] = ['', ''];
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    colour: false,
    interactive: false,
  };
  return { code: await act(io), out, err };
}

const ran = (options: Partial<RunOptions>, disk?: Disk) =>
  heard((io) => run(town, { seed: 's', json: true, quiet: false, threads: 1, ...options }, io, disk));
const resumed = (name: string, options: Partial<ResumeOptions> = {}, disk?: Disk) =>
  heard((io) => resume(name, { json: true, quiet: false, threads: 1, ...options }, io, disk));

interface Kept {
  readonly state: string;
  readonly designs: readonly { readonly parts: readonly { readonly count: number }[] }[];
}

function manifestOf(name: string): Kept | null {
  const file = path.join(name, 'manifest.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

const countIn = (kept: Kept | null): number =>
  (kept?.designs[0]?.parts ?? []).reduce((sum, { count }) => sum + count, 0);

/** Starts a run that would take hours, waits until it has kept some days, and sends it the signal. */
async function cutOff(
  name: string,
  signal: 'SIGKILL' | 'SIGINT',
): Promise<{ code: number | null; kept: Kept }> {
  const words = ['run', town, '-n', '10000000', '-s', 's', '--no-why', '-q', '--out', name];
  const child = spawn(process.execPath, [program, ...words]);
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  while (countIn(manifestOf(name)) === 0) await pause(5);
  child.kill(signal);
  const code = await ended;
  const kept = manifestOf(name);
  if (kept === null) throw new Error('there is no manifest');
  return { code, kept };
}

/** All files of a directory but the manifest, by name. */
const filesIn = (name: string) =>
  Object.fromEntries(
    readdirSync(name, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((one) => one.isFile() && one.name !== 'manifest.json')
      .map((one) => path.join(one.parentPath, one.name))
      .sort()
      .map((file) => [path.relative(name, file), readFileSync(file).toString('base64')]),
  );

describe('a run that was cut off', { timeout: 120_000 }, () => {
  it.each([
    ['SIGKILL', 'running', null],
    ['SIGINT', 'stopped', EXIT.interrupted],
  ] as const)('by %s goes on, to the very bytes of one that was not', async (signal, state, code) => {
    const name = at(signal);
    const cut = await cutOff(name, signal);
    expect(cut.code).toBe(code);
    expect(cut.kept.state).toBe(state);
    const replications = countIn(cut.kept) + 130;

    const again = await resumed(name, { replications });
    const whole = await ran({ replications, why: false, out: at(`${signal}-whole`) });
    expect(again.out).toBe(whole.out);
    expect(again.code).toBe(whole.code);
    expect(manifestOf(name)?.state).toBe('complete');
    expect(filesIn(name)).toEqual(filesIn(at(`${signal}-whole`)));
  });
});

describe('a run that is kept', { timeout: 60_000 }, () => {
  it('reports as one that is not, and keeps its results', async () => {
    const [kept, plain] = [await ran({ replications: 30, out: at('kept') }), await ran({ replications: 30 })];
    expect(kept.out).toBe(plain.out);
    expect(readFileSync(path.join(at('kept'), 'results.json'), 'utf8')).toBe(plain.out);
    expect(existsSync(path.join(at('kept'), 'measures.csv'))).toBe(true);
  });

  it('goes on with more days in all its designs, as if they had been asked for at once', async () => {
    await ran({ replications: 20, out: at('more'), events: 'worst:1' });
    const more = await resumed(at('more'), { replications: 130 });
    const whole = await ran({ replications: 130, out: at('at-once'), events: 'worst:1' });
    expect(more.out).toBe(whole.out);
    expect(filesIn(at('more'))).toEqual(filesIn(at('at-once')));
  });

  it('that is complete is reported again, without a day simulated', async () => {
    const first = await ran({ replications: 25, out: at('complete') });
    expect((await resumed(at('complete'))).out).toBe(first.out);
  });

  it('goes on until a precision where that was asked for', async () => {
    const precise = { precision: '20%', maxReplications: 400, why: false };
    const whole = await ran(precise);
    // The same run, as it was left after 40 days.
    await ran({ replications: 40, why: false, out: at('precise') });
    const manifest = path.join(at('precise'), 'manifest.json');
    const changed = readFileSync(manifest, 'utf8').replace(
      '"replications": 40',
      '"precision": "20%", "maxReplications": 400',
    );
    writeFileSync(manifest, changed);
    expect((await resumed(at('precise'))).out).toBe(whole.out);
  });

  it('has the events of the days that were asked for', async () => {
    const said = await ran({ replications: 6, why: false, out: at('events'), events: '1,4,9' });
    expect(said.err).toContain('No events of 9: the 6 days that were run are numbered from 0 on');
    for (const table of ['events', 'visitors', 'conflicts']) {
      expect(readdirSync(path.join(at('events'), table)).sort()).toEqual([
        '0000001.parquet',
        '0000004.parquet',
      ]);
    }
    const bytes = readFileSync(path.join(at('events'), 'events', '0000004.parquet'));
    const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
    const arrivals = rows.filter(({ event }) => event === 'arrives').length;
    expect(arrivals).toBeGreaterThan(0);
    expect(rows.every(({ replication }) => replication === 4)).toBe(true);
    expect(rows.filter(({ event }) => event === 'leaves')).toHaveLength(arrivals);
  });
});

describe('a run that is at its events', { timeout: 60_000 }, () => {
  it('has its report when it is interrupted, and writes the others when it goes on', async () => {
    const options = { replications: 8, why: false, events: '0-7' };
    const disk = new MemoryDisk();
    const write = disk.write.bind(disk);
    disk.write = (file, content) => {
      write(file, content);
      if (file.endsWith('conflicts/0000002.parquet')) process.emit('SIGINT');
    };
    const cut = await ran({ ...options, out: 'run' }, disk);
    const whole = await ran({ ...options, out: at('all-events') });
    expect(cut.code).toBe(EXIT.interrupted);
    expect(cut.out).toBe(whole.out);
    expect(cut.err).toContain('Not all events are written; aula resume run writes those that are missing');
    const written = (folder: string) => [...disk.files.keys()].filter((file) => file.startsWith(folder));
    expect(written('run/events/')).toHaveLength(3);
    expect(JSON.parse(disk.text('run/manifest.json')).state).toBe('stopped');

    expect((await resumed('run', {}, disk)).out).toBe(whole.out);
    expect(written('run/events/')).toHaveLength(8);
    for (const [file, content] of Object.entries(filesIn(at('all-events'))))
      expect(Buffer.from(disk.read(path.join('run', file))).toString('base64')).toBe(content);
  });

  it('makes again what is missing or damaged of that which can be made again', async () => {
    await ran({ replications: 5, why: false, events: '1,3', out: at('mended') });
    const before = filesIn(at('mended'));
    rmSync(path.join(at('mended'), 'events', '0000001.parquet'));
    writeFileSync(path.join(at('mended'), 'conflicts', '0000003.parquet'), 'x');
    rmSync(path.join(at('mended'), 'slots.parquet'));
    writeFileSync(path.join(at('mended'), 'results.json'), '');
    await resumed(at('mended'));
    expect(filesIn(at('mended'))).toEqual(before);
  });
});

describe('what cannot be gone on with is said', { timeout: 60_000 }, () => {
  const broken = async (change: (name: string) => void, options: Partial<ResumeOptions> = {}) => {
    if (!existsSync(at('whole'))) await ran({ replications: 8, why: false, out: at('whole') });
    const name = mkdtempSync(at('broken-'));
    cpSync(at('whole'), name, { recursive: true });
    change(name);
    return resumed(name, options);
  };
  const edited = (file: string, from: string | RegExp, to: string) => (name: string) => {
    const text = readFileSync(path.join(name, file), 'utf8');
    expect(text).toMatch(from);
    writeFileSync(path.join(name, file), text.replace(from, to));
  };
  const part = 'waits/0000000-0000007.parquet';

  it.each<[string, (name: string) => void, RegExp]>([
    [
      'a part cut short',
      (name) => writeFileSync(path.join(name, part), readFileSync(path.join(name, part)).subarray(0, 50)),
      /waits\/0000000-0000007\.parquet has been cut short/,
    ],
    [
      'a part missing',
      (name) => rmSync(path.join(name, part)),
      /waits\/0000000-0000007\.parquet cannot be read/,
    ],
    ['no manifest', (name) => rmSync(path.join(name, 'manifest.json')), /no run directory/],
    ['another seed', edited('manifest.json', '"seed": "s"', '"seed": "t"'), /seed, scenario or version/],
    [
      'another version',
      edited('manifest.json', /"version": "[^"]*"/, '"version": "0.0.1"'),
      /made by aula 0\.0\.1/,
    ],
    [
      'other options',
      edited('manifest.json', '"why": false', '"why": "not"'),
      /options in its manifest\.json/,
    ],
    ['another scenario', edited('scenario.json', '"name"', '"Name"'), /scenario\.json has been changed/],
  ])('%s', async (_, change, message) => {
    const asked = broken(change);
    await expect(asked).rejects.toThrow(BadInput);
    await expect(asked).rejects.toThrow(message);
  });

  it('fewer days than there are', async () => {
    await expect(broken(() => {}, { replications: 7 })).rejects.toThrow(/has 8 days already/);
  });

  it('a directory that another program writes to, which is left as it is', async () => {
    // The process that started this one is alive.
    const theirs = `${process.ppid} ${hostname()}\n`;
    const lock = (name: string) => writeFileSync(path.join(name, 'lock'), theirs);
    let before = {};
    let taken = '';
    const asked = broken((name) => {
      taken = name;
      lock(name);
      before = filesIn(name);
    });
    await expect(asked).rejects.toThrow(/process \d+ on .* is writing to it/);
    expect(filesIn(taken)).toEqual(before);
    nodeDisk.makeDirectory(at('begun'));
    lock(at('begun'));
    await expect(ran({ replications: 3, out: at('begun') })).rejects.toThrow(BadInput);
    expect(readdirSync(at('begun'))).toEqual(['lock']);
    for (const name of [taken, at('begun')]) rmSync(path.join(name, 'lock'));
  });

  it('and what is refused is not locked', async () => {
    await expect(broken(() => {}, { replications: 7 })).rejects.toThrow(/has 8 days already/);
    await expect(broken((name) => rmSync(path.join(name, part)))).rejects.toThrow(/cannot be read/);
    const locks = readdirSync(directory, { recursive: true, encoding: 'utf8' });
    expect(locks.filter((name) => path.basename(name) === 'lock')).toEqual([]);
  });

  it('a directory that is not there', async () => {
    await expect(resumed(at('nowhere'))).rejects.toThrow(/is not there/);
  });

  it('a directory that is not empty, and events without one', async () => {
    await broken(() => {});
    await expect(ran({ replications: 3, out: at('whole') })).rejects.toThrow(/is not empty; aula resume/);
    await expect(ran({ replications: 3, events: '0' })).rejects.toThrow(/--events goes with --out/);
  });
});

describe('when the disk fails', { timeout: 60_000 }, () => {
  it.each([2, 3, 5, 7])(
    'after %i files, the report comes all the same, and what was written is good',
    async (room) => {
      const disk = new MemoryDisk();
      disk.room = room;
      const options = { replications: 250, why: false };
      const said = await ran({ ...options, out: 'run' }, disk);
      const plain = await ran(options);
      expect(said.out).toBe(plain.out);
      expect(said.code).toBe(EXIT.badInput);
      expect(said.err).toContain('cannot write to run any more: ENOSPC: no space left on device');
      expect(said.err.split('any more')).toHaveLength(2);
      disk.room = Number.POSITIVE_INFINITY;
      expect((await resumed('run', {}, disk)).out).toBe(plain.out);
    },
  );

  it('before the first day, nothing is simulated', async () => {
    const disk = new MemoryDisk();
    disk.room = 0;
    await expect(ran({ replications: 250, out: 'run' }, disk)).rejects.toThrow(/cannot use run: ENOSPC/);
  });

  it('the disk of the machine says what was wrong, and leaves nothing half written', () => {
    const file = at('a-file');
    writeFileSync(file, 'x');
    expect(() => nodeDisk.list(file)).toThrow(/no directory/);
    expect(nodeDisk.list(at('not-there'))).toBeNull();
    expect(() => nodeDisk.write(path.join(at('not-there'), 'x'), new Uint8Array(3))).toThrow(/ENOENT/);
    nodeDisk.makeDirectory(at('taken'));
    nodeDisk.makeDirectory(path.join(at('taken'), 'name'));
    expect(() => nodeDisk.write(path.join(at('taken'), 'name'), new Uint8Array(3))).toThrow();
    expect(readdirSync(at('taken'))).toEqual(['name']);
  });
});
