/** A parcel follows its files. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pack } from '../../../engine/cli/pack.ts';
import { LiveParcel } from '../../../viz/serve/live-parcel.ts';

let directory = '';
const at = (name: string) => path.join(directory, name);
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-live-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

it('misses nothing that is saved right after it was read', async () => {
  const text = `aula: 1\nextends: ${path.resolve('scenarios/theory/mm1.yaml')}\n`;
  writeFileSync(at('c.yaml'), `${text}name: First\n`);
  const names = ['Second', 'Third'];
  const live = new LiveParcel(
    () => {
      const made = pack([at('c.yaml')], { isLive: true });
      const name = names.shift();
      if (name !== undefined) writeFileSync(at('c.yaml'), `${text}name: ${name}\n`);
      return made;
    },
    () => {},
  );
  try {
    await expect
      .poll(() => JSON.stringify(live.answer), { timeout: 10_000 })
      .toMatch(/"ok":true.*name: Third/);
  } finally {
    live.close();
  }
});

it('is made anew when a file is saved, replaced, removed and there again', async () => {
  const base = path.resolve('scenarios/theory/mm1.yaml');
  const text = `aula: 1\nextends: ${base}\n`;
  writeFileSync(at('a.yaml'), `${text}name: One\n`);
  let told = 0;
  const live = new LiveParcel(
    () => pack([at('a.yaml')], { isLive: true }),
    () => told++,
  );
  const answers = async (expected: RegExp) =>
    expect.poll(() => JSON.stringify(live.answer), { timeout: 10_000 }).toMatch(expected);
  try {
    await answers(/"ok":true.*name: One/);
    writeFileSync(at('a.yaml'), `${text}name: Two\n`);
    await answers(/"ok":true.*name: Two/);
    writeFileSync(at('b.yaml'), `${text}name: Three\n`);
    renameSync(at('b.yaml'), at('a.yaml'));
    await answers(/"ok":true.*name: Three/);
    rmSync(at('a.yaml'));
    await answers(/"ok":false.*is not there/);
    writeFileSync(at('a.yaml'), `${text}name: Four\n`);
    await answers(/"ok":true.*name: Four/);
    const before = told;
    expect(before).toBe(4);
    writeFileSync(at('a.yaml'), `${text}name: Four\n`);
    await pause(600);
    expect(told).toBe(before);
  } finally {
    live.close();
  }
});
