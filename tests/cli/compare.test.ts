/** Designs compared, as a user meets it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../engine/cli/bad-input.ts';
import { type CompareOptions, compare } from '../../engine/cli/compare.ts';
import { BUSY, directoryWith, ended, OTHER, SMALL, TWO } from './small-designs.ts';

const at = directoryWith({
  'small.yaml': SMALL,
  'two.yaml': TWO,
  'busy.yaml': BUSY,
  'other.yaml': OTHER,
  'wrong.yaml': TWO.replace('count: 2', 'count: -2'),
});

const run = (names: readonly string[], options: Partial<CompareOptions> = {}) =>
  ended((io) =>
    compare(names.map(at), { replications: 30, seed: '1', threads: 1, json: false, ...options }, io),
  );

interface Row {
  readonly design: string;
  readonly measure: string;
  readonly scope: Readonly<Record<string, string>>;
  readonly mean: number | null;
  readonly difference: number | null;
  readonly differenceHalfWidth: number | null;
  readonly differenceConfidence: number | null;
  readonly real: boolean | null;
}

describe('aula compare', () => {
  it('says what differs, in words what that does, and which differences are real', async () => {
    const { code, out, err } = await run(['small.yaml', 'two.yaml']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^2 designs · 30 days each · seed 1\nA {2}\S+small\.yaml/);
    expect(out).toContain('\nB  roles.adviser.count 1 → 2\n');
    expect(out).toMatch(/\nB: [\d.]+ ± [\d.]+ min shorter mean wait/);
    expect(out).toMatch(/\nMean wait, min .* −[\d.]+ ± [\d.]+ +\*\n/);
    expect(out).toContain('All designs meet the same visitors');
    expect(out.split('\n').filter((line) => line.length > 80 && !line.includes('small.yaml'))).toEqual([]);
  });

  it('gives the same rows as JSON, with the confidence of each difference', async () => {
    const { code, out } = await run(['small.yaml', 'two.yaml'], { json: true });
    expect(code).toBe(0);
    const parsed = JSON.parse(out) as { comparisons: number; measures: Row[] };
    const waits = parsed.measures.filter(({ measure, scope }) => measure === 'wait.mean' && !scope.agency);
    const [base, two] = waits;
    expect(base).toMatchObject({ design: 'A', difference: null, real: null });
    expect(two.difference).toBeCloseTo((two.mean ?? 0) - (base.mean ?? 0), 6);
    expect(two.differenceConfidence).toBeCloseTo(1 - 0.05 / parsed.comparisons, 9);
    expect(two.real).toBe(Math.abs(two.difference ?? 0) > (two.differenceHalfWidth ?? 0));
    expect((await run(['small.yaml', 'two.yaml'], { json: true })).out).toBe(out);
  });

  it('warns of visitors that are not the same', async () => {
    const { out } = await run(['small.yaml', 'busy.yaml']);
    expect(out).toContain('! B has not the visitors of A: arrivals differ. Differences are theirs, too.');
    expect(out).not.toContain('All designs meet the same visitors');
  });

  it('leaves open what only one design has', async () => {
    const { code, out } = await run(['small.yaml', 'other.yaml']);
    expect(code).toBe(0);
    expect(out).toMatch(/\nstate +– +0?[\d–].*\n|\nstate +– +– +–\n/);
    expect(out).toContain('–: not in that design');
  });

  it('writes CSV and a page, in which no name is a tag', async () => {
    const { code, err } = await run(['small.yaml', 'other.yaml', 'two.yaml'], {
      csv: at('figures'),
      html: at('page.html'),
    });
    expect(code).toBe(0);
    expect(err).toContain('Wrote designs.csv, differences.csv, comparison.csv, targets.csv to ');
    const lines = readFileSync(at('figures/comparison.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toMatch(
      /^design,measure,agency,.*,mean,halfWidth,.*,difference,differenceHalfWidth,.*,real$/,
    );
    expect(lines[1]).toMatch(/^A,wait\.mean,/);
    const page = readFileSync(at('page.html'), 'utf8');
    expect(page).toContain('3 designs compared');
    expect(page).not.toContain('<img');
  });

  it('refuses one design, a wrong one, and a place where nothing can be written', async () => {
    await expect(run(['small.yaml'])).rejects.toThrow(BadInput);
    const wrong = await run(['small.yaml', 'wrong.yaml']);
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toContain('must be at least 0, is -2');
    await expect(run(['small.yaml', 'two.yaml'], { html: at('nowhere/page.html') })).rejects.toThrow(
      'is not there',
    );
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it('does not write a page over a scenario, where the name of the page was left out', async () => {
    await expect(run(['small.yaml', 'busy.yaml'], { html: at('two.yaml') })).rejects.toThrow(
      'two.yaml is named like a scenario; --html is followed by the name of a page',
    );
    expect(readFileSync(at('two.yaml'), 'utf8')).toBe(TWO);
  });
});
