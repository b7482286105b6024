/** `aula run`: what it prints, and when. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../engine/cli/exit-code.ts';
import { run } from '../../engine/cli/run.ts';
import { directoryWith, SMALL } from './small-designs.ts';

const COMPARED = `${SMALL}policy: { routing: longest-wait-first, compare: [dedicated] }\n`;
const at = directoryWith({ 'compared.yaml': COMPARED });

/** What was printed, piece by piece. */
async function printed(options: { readonly json?: boolean; readonly quiet?: boolean }): Promise<string[]> {
  const pieces: string[] = [];
  const io = { out: (text: string) => pieces.push(text), err: () => {}, colour: false, interactive: false };
  const given = { seed: '1', replications: 3, threads: 1, why: false, json: false, quiet: false, ...options };
  expect(await run(at('compared.yaml'), given, io)).toBe(EXIT.fine);
  return pieces;
}

describe('aula run', () => {
  it('prints what it knows of the design before it runs others', async () => {
    const [first, rest, ...more] = await printed({});
    expect(first).toMatch(/^Small\n3 days · seed 1 · longest wait first\n\nWaits, min/);
    expect(first).not.toMatch(/Routings|Targets/);
    expect(rest).toMatch(/\nRoutings, min/);
    expect(rest).toMatch(/\nTargets\n/);
    expect(rest).not.toMatch(/Waits, min/);
    expect(more).toEqual([]);
  });

  it('prints JSON in one piece, and nothing where it is to be quiet', async () => {
    const [json, ...more] = await printed({ json: true });
    expect(JSON.parse(json)).toMatchObject({ replications: 3 });
    expect(more).toEqual([]);
    expect(await printed({ quiet: true })).toEqual([]);
  });

  it('loses no figure where they cannot be written as CSV too', async () => {
    const figures = at('figures');
    mkdirSync(path.join(figures, 'measures.csv'), { recursive: true });
    const pieces: string[] = [];
    const io = {
      out: (text: string) => pieces.push(text),
      err: () => {},
      colour: false,
      interactive: false,
    };
    const given = { seed: '1', replications: 3, threads: 1, why: false, quiet: false, csv: figures };
    await expect(run(at('compared.yaml'), { ...given, json: true }, io)).rejects.toThrow(/cannot write/);
    expect(JSON.parse(pieces.join(''))).toMatchObject({ replications: 3 });
  });
});
