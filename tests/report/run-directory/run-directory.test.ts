import { describe, expect, it } from 'vitest';
import { type Days, DaysPacker } from '../../../engine/experiment/days.ts';
import { cutDays, joinDays } from '../../../engine/experiment/days-parts.ts';
import type { DesignDays } from '../../../engine/report/run-directory/design-days.ts';
import { DirectoryError } from '../../../engine/report/run-directory/manifest.ts';
import { RunDirectory } from '../../../engine/report/run-directory/run-directory.ts';
import { Statistics } from '../../../engine/statistics/statistics.ts';
import { smallModel } from '../../statistics/small-house.ts';
import { MemoryDisk } from './failing-disk.ts';

const model = smallModel();
const RESOLVED = { scenario: model.scenario, traces: {} };
const ABOUT = { version: '1.2.3', machine: { cores: 2 }, seed: 's', options: { replications: 250 } };

/** So many days, each of its own figures and waits. */
function daysTo(count: number): Days {
  const packer = new DaysPacker(0);
  const { layout, row, waits, stays } = new Statistics(model).figures;
  for (let day = 0; day < count; day++) {
    row.fill(0);
    row[day % row.length] = day + 1 / 3;
    waits.clear();
    waits.add(day / 7, 0);
    packer.add({ layout, row, waits, stays });
  }
  return packer.pack();
}

const DAYS = daysTo(250);

/** Adds days [from, to) as they might come: by so many at once. */
function addDays(days: DesignDays, from: number, to: number, step: number): void {
  for (let at = from; at < to; at += step) days.add(cutDays(DAYS, at, Math.min(to, at + step)));
}

async function givenBy(days: DesignDays): Promise<Days | null> {
  const pieces: Days[] = [];
  for await (const piece of days.given()) pieces.push(piece);
  return pieces.length === 0 ? null : joinDays(pieces);
}

function written(disk: MemoryDisk, to = 250, step = 7): RunDirectory {
  const directory = RunDirectory.create('run', disk, ABOUT, RESOLVED);
  addDays(directory.design('base', model), 0, to, step);
  return directory;
}

const reopened = (disk: MemoryDisk) => RunDirectory.open('run', disk, '1.2.3');
const parquetIn = (disk: MemoryDisk) =>
  new Map([...disk.files].filter(([name]) => name.endsWith('.parquet')));

describe('a run directory', () => {
  it('gives back the days that it was given, and what they are of', async () => {
    const disk = new MemoryDisk();
    written(disk).finish('complete', { 'results.json': '{}\n' });
    const directory = reopened(disk);
    expect(directory).toMatchObject({ state: 'complete', seed: 's', options: { replications: 250 } });
    expect(directory.resolved).toEqual(RESOLVED);
    expect(directory.countOf('base')).toBe(250);
    expect(await givenBy(directory.design('base', model))).toEqual(DAYS);
    expect(disk.text('run/results.json')).toBe('{}\n');
  });

  it('has a part for each hundred days', () => {
    const disk = new MemoryDisk();
    written(disk).finish('complete', {});
    expect([...parquetIn(disk).keys()].sort()).toEqual([
      ...['figures', 'stays']
        .flatMap((table) =>
          ['0000000-0000099', '0000100-0000199', '0000200-0000249'].map(
            (name) => `run/${table}/${name}.parquet`,
          ),
        )
        .slice(0, 3),
      'run/slots.parquet',
      ...['0000000-0000099', '0000100-0000199', '0000200-0000249'].map((name) => `run/stays/${name}.parquet`),
      ...['0000000-0000099', '0000100-0000199', '0000200-0000249'].map((name) => `run/waits/${name}.parquet`),
    ]);
  });

  it.each([1, 3, 99, 100, 101, 250])('has the same parts when days come by %i at once', (step) => {
    const [one, other] = [new MemoryDisk(), new MemoryDisk()];
    written(one, 250, 7).finish('complete', {});
    written(other, 250, step).finish('complete', {});
    expect(parquetIn(other)).toEqual(parquetIn(one));
  });

  it.each([0, 1, 99, 100, 130, 200, 249])(
    'has the same parts when it was interrupted after %i days',
    async (at) => {
      const [one, other] = [new MemoryDisk(), new MemoryDisk()];
      written(one).finish('complete', {});
      written(other, at).finish('stopped', {});
      const again = reopened(other);
      expect(again.state).toBe('stopped');
      again.goOn(ABOUT.options);
      const days = again.design('base', model);
      expect((await givenBy(days))?.count ?? 0).toBe(at);
      addDays(days, at, 250, 11);
      again.finish('complete', {});
      expect(parquetIn(other)).toEqual(parquetIn(one));
      expect(await givenBy(reopened(other).design('base', model))).toEqual(DAYS);
    },
  );

  it('that was killed gives what its manifest lists, and drops what that does not', async () => {
    const disk = new MemoryDisk();
    written(disk, 130).finish('stopped', {});
    const before = new Map(disk.files);
    const again = reopened(disk);
    again.goOn(ABOUT.options);
    const days = again.design('base', model);
    await givenBy(days);
    addDays(days, 130, 250, 40);
    // The manifest as it was before the second block was full; its part of 30 days may be gone by then, or not.
    disk.files.set('run/manifest.json', before.get('run/manifest.json') ?? new Uint8Array());
    for (const [name, content] of before) if (name.includes('0000100-0000129')) disk.files.set(name, content);
    disk.files.set('run/figures/0000200-0000249.parquet.partial', new Uint8Array(3));
    disk.files.set('run/figures/notes.txt', new Uint8Array(3));
    const third = reopened(disk);
    third.goOn(ABOUT.options);
    expect(await givenBy(third.design('base', model))).toEqual(cutDays(DAYS, 0, 130));
    expect(disk.list('run/figures')?.sort()).toEqual([
      '0000000-0000099.parquet',
      '0000100-0000129.parquet',
      'notes.txt',
    ]);
  });

  it('removes a part only after the manifest lists the longer one', async () => {
    const disk = new MemoryDisk();
    written(disk, 130).finish('stopped', {});
    const again = reopened(disk);
    const days = again.design('base', model);
    await givenBy(days);
    disk.log.length = 0;
    addDays(days, 130, 200, 70);
    again.finish('complete', {});
    const removed = disk.log.indexOf('remove run/figures/0000100-0000129.parquet');
    const listed = disk.log.lastIndexOf('write run/manifest.json', removed);
    expect(disk.log.indexOf('write run/figures/0000100-0000199.parquet')).toBeLessThan(listed);
    expect(removed).toBeGreaterThan(listed);
    expect(listed).toBeGreaterThan(0);
  });

  it('has all days of a design before the next one begins, in case that it is killed then', async () => {
    const disk = new MemoryDisk();
    written(disk, 130).design('other', model);
    expect(await givenBy(reopened(disk).design('base', model))).toEqual(cutDays(DAYS, 0, 130));
  });

  it('keeps other designs under their names', async () => {
    const disk = new MemoryDisk();
    const directory = written(disk, 30);
    addDays(directory.design('without layout', model), 0, 20, 20);
    directory.finish('complete', {});
    expect(disk.list('run/designs/without-layout/waits')).toEqual(['0000000-0000019.parquet']);
    const again = reopened(disk);
    expect([again.countOf('base'), again.countOf('without layout'), again.countOf('another')]).toEqual([
      30, 20, 0,
    ]);
    expect(await givenBy(again.design('without layout', model))).toEqual(cutDays(DAYS, 0, 20));
  });

  it('does not give the days of one design for those of another', () => {
    const disk = new MemoryDisk();
    written(disk, 30).finish('complete', {});
    disk.change('run/manifest.json', (text) => text.replace('"name": "base"', '"name": "other"'));
    expect(() => reopened(disk).design('other', model)).toThrow(/has been changed/);
  });
});

describe('a run directory is refused', () => {
  it.each<[string, (disk: MemoryDisk) => void, RegExp]>([
    ['where there is none', (disk) => disk.files.clear(), /has no manifest/],
    ['with no manifest', (disk) => disk.files.delete('run/manifest.json'), /run is no run directory/],
    [
      'with half a manifest',
      (disk) => disk.change('run/manifest.json', (text) => text.slice(0, 200)),
      /no JSON/,
    ],
    ['with another manifest', (disk) => disk.change('run/manifest.json', () => '{}'), /not that of a run/],
    [
      'with a list for a manifest',
      (disk) => disk.change('run/manifest.json', () => '[1]'),
      /not that of a run/,
    ],
    [
      'of another version',
      (disk) => disk.change('run/manifest.json', (text) => text.replace('1.2.3', '1.2.4')),
      /made by aula 1\.2\.4/,
    ],
    [
      'of another form',
      (disk) => disk.change('run/manifest.json', (text) => text.replace('"aulaRun": 1', '"aulaRun": 2')),
      /form 2/,
    ],
    [
      'with a state that there is not',
      (disk) => disk.change('run/manifest.json', (text) => text.replace('"complete"', '"done"')),
      /state/,
    ],
    [
      'with another scenario',
      (disk) => disk.change('run/scenario.json', (text) => text.replace('Small house', 'Large house')),
      /scenario\.json has been changed/,
    ],
    [
      'with half a scenario',
      (disk) => disk.change('run/scenario.json', (text) => text.slice(0, -9)),
      /scenario\.json has been cut short/,
    ],
    [
      'without its scenario',
      (disk) => disk.files.delete('run/scenario.json'),
      /scenario\.json cannot be read/,
    ],
  ])('%s', (_, spoil, message) => {
    const disk = new MemoryDisk();
    written(disk, 30).finish('complete', {});
    spoil(disk);
    expect(() => reopened(disk)).toThrow(DirectoryError);
    expect(() => reopened(disk)).toThrow(message);
  });

  it('when its seed has been changed', () => {
    const disk = new MemoryDisk();
    written(disk, 30).finish('complete', {});
    disk.change('run/manifest.json', (text) => text.replace('"seed": "s"', '"seed": "t"'));
    expect(() => reopened(disk).design('base', model)).toThrow(/seed, scenario or version has been changed/);
  });

  it.each<[string, (disk: MemoryDisk, file: string) => void, RegExp]>([
    ['is missing', (disk, file) => disk.files.delete(file), /cannot be read: ENOENT/],
    ['is cut short', (disk, file) => disk.files.set(file, disk.read(file).slice(0, -1)), /cut short/],
    [
      'has one other bit',
      (disk, file) =>
        disk.files.set(
          file,
          disk.read(file).map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
        ),
      /has been changed/,
    ],
    [
      'is of another table',
      (disk, file) => disk.files.set(file, disk.read('run/waits/0000000-0000029.parquet')),
      /cut short|has been changed/,
    ],
  ])('when a part %s', async (_, spoil, message) => {
    const disk = new MemoryDisk();
    written(disk, 30).finish('complete', {});
    spoil(disk, 'run/figures/0000000-0000029.parquet');
    const given = givenBy(reopened(disk).design('base', model));
    await expect(given).rejects.toThrow(DirectoryError);
    await expect(given).rejects.toThrow(message);
  });

  it.each(['../other', '/other', 'designs/../../other', 'C:\\other', '..'])(
    'when its manifest leads to %s',
    (place) => {
      const disk = new MemoryDisk();
      written(disk, 3).finish('complete', {});
      disk.change('run/manifest.json', (text) =>
        text.replace('"folder": ""', `"folder": ${JSON.stringify(place)}`),
      );
      expect(() => reopened(disk)).toThrow(/designs\.0\.folder: leads out of the directory/);
    },
  );

  it('to write into where there is something already', () => {
    const disk = new MemoryDisk();
    written(disk, 3).finish('complete', {});
    expect(() => written(disk)).toThrow(/run is not empty; aula resume run goes on/);
    disk.files.delete('run/manifest.json');
    expect(() => written(disk)).toThrow(/run is not empty$/);
  });
});

describe('when the disk fails', () => {
  it('before anything was computed, that is said at once', () => {
    const disk = new MemoryDisk();
    disk.room = 0;
    expect(() => written(disk)).toThrow(/cannot use run: ENOSPC/);
  });

  it.each([3, 4, 5, 6, 8, 9, 11, 12])(
    'at its write %i, the run goes on, and what was listed before can be gone on with',
    async (room) => {
      const disk = new MemoryDisk();
      disk.room = room;
      const directory = written(disk);
      directory.finish('complete', { 'results.json': '{}' });
      expect(directory.trouble).toMatch(/ENOSPC/);
      expect(disk.log.filter((line) => line.startsWith('write'))).toHaveLength(room);

      disk.room = Number.POSITIVE_INFINITY;
      const again = reopened(disk);
      expect(again.state).toBe('running');
      again.goOn(ABOUT.options);
      const days = again.design('base', model);
      const given = await givenBy(days);
      const count = given?.count ?? 0;
      expect(given).toEqual(count === 0 ? null : cutDays(DAYS, 0, count));
      addDays(days, count, 250, 50);
      again.finish('complete', {});
      expect(again.trouble).toBeNull();
      expect(await givenBy(reopened(disk).design('base', model))).toEqual(DAYS);
    },
  );
});
