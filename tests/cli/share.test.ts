/** `aula share`: one file, as a whole or not at all. */
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../engine/cli/exit-code.ts';
import { type ShareOptions, share } from '../../engine/cli/share.ts';
import { writeWhole } from '../../engine/cli/write-whole.ts';

const TOWN = 'tests/scenario/fixtures/town.yaml';

let directory = '';
const at = (name: string) => path.join(directory, name);
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-share-'));
  writeFileSync(at('wrong.yaml'), 'aula: 1\nnonsense: 1\n');
});
afterAll(() => rmSync(directory, { recursive: true }));

async function shared(names: readonly string[], options: ShareOptions) {
  let err = '';
  const io = {
    out: () => {},
    err: (text: string) => {
      err += text;
    },
    colour: false,
    interactive: false,
  };
  return { code: await share(names, options, io), err };
}

describe('a report', () => {
  it('is one file with its scenario inside, and its size is told', async () => {
    const output = at('report.html');
    const { code, err } = await shared([TOWN], { output, seed: 'x', replications: 9 });
    expect(code).toBe(EXIT.fine);
    const megabytes = (statSync(output).size / 1_000_000).toFixed(1);
    expect(err).toContain(`Wrote ${output}, ${megabytes} MB`);
    expect(statSync(output).size).toBeLessThan(2_000_000);
    const text = readFileSync(output, 'utf8');
    const parcel = JSON.parse(/id="parcel">(.*?)<\/script>/s.exec(text)?.[1] ?? '');
    expect(parcel).toMatchObject({ seed: 'x', replications: 9, isLive: false });
    expect(readdirSync(directory).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('of a scenario that is wrong is not written', async () => {
    const { code, err } = await shared([at('wrong.yaml')], { output: at('none.html') });
    expect(code).toBe(EXIT.badInput);
    expect(err).toContain('nonsense');
    expect(readdirSync(directory)).not.toContain('none.html');
  });

  it.each([
    ['wrong.yaml', /is named like a scenario/],
    ['nowhere/report.html', /nowhere is not there/],
    ['', /a file needs a name|is a directory/],
  ])('to %j is refused', async (name, message) => {
    await expect(shared([TOWN], { output: name === '' ? '' : at(name) })).rejects.toThrow(message);
    expect(readFileSync(at('wrong.yaml'), 'utf8')).toContain('nonsense');
  });
});

describe('a file as a whole', () => {
  it('goes where a link leads, and leaves the link', () => {
    writeFileSync(at('target'), 'before');
    symlinkSync(at('target'), at('link'));
    writeWhole(at('link'), 'after');
    expect(readFileSync(at('target'), 'utf8')).toBe('after');
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
  });

  it('is written into what is no file', () => {
    writeWhole('/dev/null', 'text');
    expect(lstatSync('/dev/null').isFile()).toBe(false);
  });
});
