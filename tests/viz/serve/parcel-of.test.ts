/** What the page is given: enough to load the same scenario without a disk, from files and from run directories. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../../engine/cli/node-disk.ts';
import { nodeReader } from '../../../engine/cli/node-reader.ts';
import { run } from '../../../engine/cli/run.ts';
import { VERSION } from '../../../engine/cli/version.ts';
import { load } from '../../../engine/scenario/load.ts';
import { openDesign } from '../../../viz/engine/open-design.ts';
import { Mismatch, parcelOf, type Wanted } from '../../../viz/serve/parcel-of.ts';

const TOWN = 'tests/scenario/fixtures/town.yaml';
const means = { reader: nodeReader, disk: nodeDisk, version: VERSION };
const parcel = (names: readonly string[], wanted: Partial<Wanted> = {}) =>
  parcelOf(names, { isLive: false, ...wanted }, means);

let directory = '';
const at = (name: string) => path.join(directory, name);
beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-parcel-'));
  const silent = { out: () => {}, err: () => {}, colour: false, interactive: false };
  const usual = { json: false, quiet: true, threads: 1, why: false };
  await run(TOWN, { ...usual, seed: 's', replications: 7, out: at('kept') }, silent);
  await run(TOWN, { ...usual, seed: 'other', replications: 3, out: at('other') }, silent);
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('of a scenario file', () => {
  it('has all texts that it reads, also recorded arrivals, so that the same scenario comes of it', () => {
    const { parcel: made, files } = parcel([TOWN]);
    const [design] = made.designs;
    expect(made).toMatchObject({ seed: '1', replications: 200, isLive: false, version: VERSION });
    expect(files.map((file) => path.basename(file)).sort()).toEqual([
      'concept.yaml',
      'monday.csv',
      'town.yaml',
    ]);
    const opened = openDesign(JSON.parse(JSON.stringify(design)));
    const loaded = load(TOWN, nodeReader);
    if (!opened.ok || !loaded.ok) throw new Error('it does not load');
    expect(opened.design.scenario).toEqual(loaded.scenario);
    expect(opened.design.traces).toEqual(loaded.traces);
  });

  it('knows the files that it looked for and did not find', () => {
    writeFileSync(at('orphan.yaml'), 'aula: 1\nextends: gone.yaml\n');
    const { parcel: made, files } = parcel([at('orphan.yaml')]);
    expect(files).toEqual([at('orphan.yaml'), at('gone.yaml')]);
    const opened = openDesign(made.designs[0]);
    expect(opened.ok).toBe(false);
  });

  it('takes seed and days from who asks', () => {
    expect(parcel([TOWN], { seed: 'x', replications: 5 }).parcel).toMatchObject({
      seed: 'x',
      replications: 5,
    });
  });
});

describe('of a run directory', () => {
  it('has its scenario, seed and days', () => {
    const { parcel: made } = parcel([at('kept')]);
    expect(made).toMatchObject({ seed: 's', replications: 7 });
    const opened = openDesign(made.designs[0]);
    const loaded = load(TOWN, nodeReader);
    if (!opened.ok || !loaded.ok) throw new Error('it does not load');
    const { extends: _, arrivals, ...scenario } = loaded.scenario;
    expect(opened.design.scenario).toMatchObject(scenario);
    expect(opened.design.traces).toEqual(loaded.traces);
  });

  it('shows several only with the same visitors', () => {
    expect(() => parcel([at('kept'), at('other')])).toThrow(Mismatch);
    expect(parcel([at('kept'), at('other')], { seed: 's' }).parcel).toMatchObject({
      seed: 's',
      replications: 3,
    });
    expect(parcel([at('kept'), TOWN]).parcel).toMatchObject({ seed: 's', replications: 7 });
  });

  const damaged = (name: string, act: (folder: string) => void) => {
    cpSync(at('kept'), at(name), { recursive: true });
    act(at(name));
    return () => parcel([at(name)]);
  };
  const waitsIn = (folder: string) => {
    const [name = ''] = readdirSync(path.join(folder, 'waits'));
    return path.join(folder, 'waits', name);
  };

  it.each([
    ['truncated', (folder: string) => truncateSync(waitsIn(folder), 50), /waits\/.* has been cut short/],
    [
      'foreign',
      (folder: string) => {
        const file = waitsIn(folder);
        writeFileSync(file, Buffer.alloc(readFileSync(file).length, 'PAR1'));
      },
      /waits\/.* has been changed since it was written/,
    ],
    ['gone', (folder: string) => rmSync(waitsIn(folder)), /waits\/.* cannot be read/],
    [
      'old',
      (folder: string) => {
        const manifest = path.join(folder, 'manifest.json');
        writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(VERSION, '0.0.1'));
      },
      /it was made by aula 0\.0\.1/,
    ],
    ['no-manifest', (folder: string) => rmSync(path.join(folder, 'manifest.json')), /it is no run directory/],
    [
      'scenario',
      (folder: string) => writeFileSync(path.join(folder, 'scenario.json'), '{}'),
      /scenario\.json has been cut short/,
    ],
  ] as const)('that is damaged (%s) is refused with its reason', (name, act, message) => {
    expect(damaged(name, act)).toThrow(message);
  });

  it('is not written to', () => {
    const before = readdirSync(at('kept'), { recursive: true });
    parcel([at('kept')]);
    expect(readdirSync(at('kept'), { recursive: true })).toEqual(before);
  });
});
