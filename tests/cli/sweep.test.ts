/** A grid of designs, as a user meets it; and the trade-off, which is one over the fall-back. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SweepOptions, sweepOf } from '../../engine/cli/sweep.ts';
import { tradeoffOf } from '../../engine/cli/tradeoff.ts';
import { MAX_DESIGNS } from '../../engine/experiment/grid.ts';
import { directoryWith, ended, HEARD, SMALL } from './small-designs.ts';

const at = directoryWith({ 'small.yaml': SMALL, 'heard.yaml': HEARD });

const run = (vary: readonly string[], options: Partial<SweepOptions> = {}, file = 'small.yaml') =>
  ended((io) =>
    sweepOf(
      at(file),
      { replications: 30, seed: '1', threads: 1, vary, frontier: false, json: false, ...options },
      io,
    ),
  );

interface Parsed {
  readonly designs: readonly {
    design: number;
    values: Record<string, unknown>;
    base: boolean;
    frontier: boolean | null;
  }[];
  readonly skipped: readonly { values: string[]; reasons: string[] }[];
  readonly measures: readonly { design: number; measure: string; mean: number; difference: number | null }[];
}

async function parsed(vary: readonly string[], options: Partial<SweepOptions> = {}): Promise<Parsed> {
  return JSON.parse((await run(vary, { json: true, ...options })).out) as Parsed;
}

describe('aula sweep', () => {
  it('runs every combination, says how many before, and compares with the scenario as it is', async () => {
    const { code, out, err } = await run(['roles.adviser.count=1..3', 'fallback=0,never min']);
    expect(code).toBe(0);
    expect(err).toContain('7 designs, 30 days of each: 210 days\n');
    expect(out).toContain('roles.adviser.count = 1, 2, 3\nfallback = 0 min, never\n');
    expect(out).toMatch(/\nas it is .*\n {2}compared with\n/);
    expect(out).toMatch(/\n3, never .*\n {2}difference +−/);
  });

  it('marks real differences, and the frontier where that is asked for', async () => {
    const { out } = await run(
      ['roles.adviser.count=1,2'],
      { replications: 100, frontier: true },
      'heard.yaml',
    );
    expect(out).toMatch(/\n {2}difference +−[\d.]+ ± [\d.]+ +\* /);
    expect(out).toContain('Worth a thought: no other design is better in both');
    expect((await run(['roles.adviser.count=1,2'])).out).not.toContain('Worth a thought');
  });

  it('has no frontier where nothing is exposed, and says so', async () => {
    const { out } = await run(['roles.adviser.count=1,2'], {
      replications: 2,
      frontier: true,
      html: at('unexposed.html'),
    });
    expect(out).toContain('Nothing is exposed: there is nothing to weigh.');
    expect(readFileSync(at('unexposed.html'), 'utf8')).toContain('Nothing is exposed');
    const { designs } = await parsed(['roles.adviser.count=1,2'], { replications: 2, frontier: true });
    expect(designs.map(({ frontier }) => frontier)).toEqual([null, null]);
  });

  it('finds the scenario as it is in the grid', async () => {
    const { designs, measures } = await parsed(['roles.adviser.count=1..3']);
    expect(designs.map(({ values, base }) => [values['roles.adviser.count'], base])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    const waits = measures.filter(({ measure }) => measure === 'wait.mean');
    expect(waits.map(({ design }) => design)).toEqual([1, 2, 3]);
    expect(waits[0].difference).toBeNull();
    expect(waits[1].difference).toBeCloseTo(waits[1].mean - waits[0].mean, 6);
    expect(waits[2].mean).toBeLessThan(waits[0].mean);
  });

  it('meets the same visitors as a file with that value would', async () => {
    const { measures } = await parsed(['roles.adviser.count=2']);
    const [, two] = measures.filter(({ measure }) => measure === 'left.share' || measure === 'wait.mean');
    expect(two).toBeDefined();
    const again = await parsed(['roles.adviser.count=2,3']);
    const of = (from: Parsed, design: number) =>
      from.measures.find((row) => row.measure === 'wait.mean' && row.design === design)?.mean;
    expect(of({ ...again }, 2)).toBe(of(await parsed(['roles.adviser.count=2']), 2));
  });

  it('tells a design that is no valid scenario, and runs the others', async () => {
    const { code, out, err } = await run(['roles.adviser.count=-1,1,2']);
    expect(code).toBe(0);
    expect(err).toContain(
      'not run: roles.adviser.count = -1\n\n--vary:1:22  roles.adviser.count\n  must be at least 0, is -1',
    );
    expect(out).toContain('Not run\n-1: roles.adviser.count must be at least 0, is -1\n');
    const { skipped, designs } = await parsed(['roles.adviser.count=-1,1,2']);
    expect(skipped).toEqual([{ values: ['-1'], reasons: ['roles.adviser.count must be at least 0, is -1'] }]);
    expect(designs).toHaveLength(2);
  });

  it('writes tidy rows and a page', async () => {
    const { err } = await run(
      ['roles.adviser.count=1,2', 'policy.routing=dedicated,longest-wait-first'],
      {
        csv: at('rows.csv'),
        html: at('sweep.html'),
        frontier: true,
      },
      'heard.yaml',
    );
    expect(err).toContain('Wrote ');
    const [head, first] = readFileSync(at('rows.csv'), 'utf8').split('\r\n');
    expect(head).toMatch(/^design,roles\.adviser\.count,policy\.routing,base,frontier,measure,/);
    expect(first).toMatch(/^1,,,true,(true|false),wait\.mean,/);
    expect(readFileSync(at('sweep.html'), 'utf8')).toContain('Each measure over roles.adviser.count');
  });

  it('counts in the singular where there is one', async () => {
    const { err } = await run(['policy.fallback=5 min'], { replications: 1 });
    expect(err).toContain('warning: 1 matter keeps a limit of its own (fallback.after)');
    expect((await run(['roles.adviser.count=1'], { replications: 1 })).err).toBe(
      '1 design, 1 day of each: 1 day\n',
    );
  });

  it('lets a later variable change a part of what an earlier one did', async () => {
    const { designs } = await parsed(['fallback=0,5 min', 'policy.fallback=10 min'], { replications: 2 });
    expect(designs).toHaveLength(3);
  });

  it('says which designs are one and the same', async () => {
    const { err } = await run(['fallback=5 min,300 s'], { replications: 2 });
    expect(err).toContain('warning: 300 s: the same scenario as 5 min\n');
  });

  it('tells the use of each role that is varied, also of all at once', async () => {
    const { measures } = await parsed(['roles.*.count=1,2'], { replications: 2 });
    expect(measures.filter(({ measure }) => measure === 'role.utilisation')).toHaveLength(2);
  });

  it('ends well where it is stopped before anything is known', async () => {
    let code = -1;
    const { out, err } = await ended(async (io) => {
      const told = (text: string) => {
        io.err(text);
        if (text.includes(' designs, ')) setImmediate(() => process.emit('SIGINT'));
      };
      const options = { replications: 1_000_000, seed: '1', threads: 1, vary: ['roles.adviser.count=1..3'] };
      code = await sweepOf(
        at('small.yaml'),
        { ...options, frontier: true, json: false, html: at('stopped.html') },
        { ...io, err: told },
      );
      return code;
    });
    expect([code, out]).toEqual([130, '']);
    expect(err).toContain('stopped after 0 of 3 designs\n');
    expect(existsSync(at('stopped.html'))).toBe(false);
  });

  it('prints the figures all the same where a file cannot be written in the end', async () => {
    let printed = '';
    const options = { replications: 2, seed: '1', threads: 1, vary: ['roles.adviser.count=1,2'] };
    const io = {
      out: (text: string) => void (printed += text),
      err: () => {},
      colour: false,
      interactive: false,
    };
    // A device that is always full.
    await expect(
      sweepOf(at('small.yaml'), { ...options, frontier: false, json: true, html: '/dev/full' }, io),
    ).rejects.toThrow('cannot write to /dev/full');
    expect(JSON.parse(printed)).toHaveProperty('measures');
  });

  it('warns of visitors that are not the same', async () => {
    expect((await run(['arrivals.all.rate=5,6 /h'])).out).toContain(
      'Not all designs have the same visitors: arrivals differ.',
    );
  });

  it.each([
    [[], 'there is nothing to vary'],
    [
      ['roles.adviser.cuont=1,2'],
      "--vary roles.adviser.cuont: 'roles.adviser' has no 'cuont'; did you mean 'count'?",
    ],
    [['roles.adviser.count'], 'does not say what to vary'],
    [['roles.adviser.count=1', 'roles.adviser.count=2'], 'roles.adviser.count is varied twice'],
    [
      ['roles.adviser.mandates[0].agency=town', 'roles.adviser.mandates.0.agency=all'],
      'roles.adviser.mandates[0].agency is varied twice, also as roles.adviser.mandates.0.agency',
    ],
    [
      ['policy.fallback=0,5 min', 'fallback=10 min'],
      '--vary policy.fallback would change nothing, as fallback is put in after it; write it last',
    ],
    [
      ['roles.adviser.count=1,2', 'roles.*={ name: A, kind: adviser }'],
      '--vary roles.adviser.count would change nothing, as roles.* is put in after it',
    ],
    [['extends=other.yaml'], '--vary extends: values are put in after it is read'],
    [['roles.\u001b[31m.count=1'], "--vary roles.<U+001B>[31m.count: 'roles' has no '<U+001B>"],
    [
      ['roles.adviser.count=1..100', 'policy.minimumStaff=0..9'],
      `100 × 10 = 1000 designs, and at most ${MAX_DESIGNS} are run`,
    ],
    [['roles.adviser.count=-1,-2'], 'no design of the grid is a valid scenario'],
  ])('refuses %j', async (vary, message) => {
    await expect(run(vary)).rejects.toThrow(message);
  });
});

describe('aula tradeoff', () => {
  it('is a sweep of the fall-back, compared with its first limit', async () => {
    const options = { replications: 30, seed: '1', threads: 1, fallback: '0, 5, never', json: true };
    const { code, out } = await ended((io) => tradeoffOf(at('small.yaml'), options, io));
    expect(code).toBe(0);
    const { points } = JSON.parse(out) as { points: { fallback: unknown; measures: { mean: number }[] }[] };
    expect(points.map(({ fallback }) => fallback)).toEqual([0, 5, 'never']);
    const { measures } = await parsed(['fallback=0,5,never min']);
    // The scenario as it is, with its 2 minutes, is the first of the sweep.
    const waits = measures.filter(({ measure }) => measure === 'wait.mean').map(({ mean }) => mean);
    expect(points.map(({ measures: [wait] }) => wait.mean)).toEqual(waits.slice(1));
  });

  it('writes a page, and says before it runs that it cannot', async () => {
    const options = { replications: 2, seed: '1', threads: 1, fallback: '0, never', json: false };
    const file = at('small.yaml');
    const page = at('tradeoff.html');
    const { code, err } = await ended((io) => tradeoffOf(file, { ...options, html: page }, io));
    expect(code).toBe(0);
    expect(err).toContain('tradeoff.html');
    expect(readFileSync(page, 'utf8')).toContain('What the limit costs, and spares');
    const nowhere = ended((io) => tradeoffOf(file, { ...options, html: at('nowhere/page.html') }, io));
    await expect(nowhere).rejects.toThrow('nowhere');
  });

  it.each([
    ['0, 5, 5 min', "--fallback has the limit '5 min' twice"],
    ['5\u001b[31m', "'5<U+001B>[31m' is no fall-back limit"],
    [Array.from({ length: 501 }, (_, k) => k).join(), 'has 501 limits, and at most 500 are run'],
  ])('refuses %j', async (fallback, message) => {
    const options = { replications: 1, seed: '1', threads: 1, fallback, json: false };
    await expect(ended((io) => tradeoffOf(at('small.yaml'), options, io))).rejects.toThrow(message);
  });
});
