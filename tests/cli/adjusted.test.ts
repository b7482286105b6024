/** `--adjusted`: estimates adjusted for the arrivals, in every command that has it. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/cli/compare.ts';
import { resume } from '../../engine/cli/resume.ts';
import { run } from '../../engine/cli/run.ts';
import { sweepOf } from '../../engine/cli/sweep.ts';
import { directoryWith, ended, SMALL, TWO } from './small-designs.ts';

const WARMED = 'aula: 1\nname: Warmed up\nextends: small.yaml\nday: { warmUp: 1 h }\n';
const BOOKED = `${SMALL.slice(0, SMALL.indexOf('arrivals:'))}arrivals:
  all:
    profiles: visitor
    agency: town
    appointments: { from: 9:00, to: 12:00, every: 20 min, places: 1, filled: 1, noShow: 0, punctuality: 0 min }
`;
const EASY = 'aula: 1\nname: Easy\nextends: small.yaml\nroles: { adviser: { count: 3 } }\n';
const at = directoryWith({
  'small.yaml': SMALL,
  'two.yaml': TWO,
  'warmed.yaml': WARMED,
  'booked.yaml': BOOKED,
  'easy.yaml': EASY,
});
const COMMON = { seed: '1', threads: 1, json: true, replications: 200 };

interface Row {
  readonly design?: string;
  readonly measure: string;
  readonly scope: Readonly<Record<string, string>>;
  readonly mean: number;
  readonly halfWidth: number;
  readonly difference?: number | null;
}
interface Printed {
  readonly adjusted?: boolean;
  readonly measures: readonly Row[];
}

const printed = (out: string) => JSON.parse(out) as Printed;
const row = ({ measures }: Printed, measure: string, design?: string) =>
  measures.find(
    (one) =>
      one.measure === measure && Object.keys(one.scope).length === 0 && (!design || one.design === design),
  ) as Row;
const ran = (options: Partial<Parameters<typeof run>[1]>, file = 'small.yaml') =>
  ended((io) => run(at(file), { ...COMMON, why: false, quiet: false, ...options }, io));

describe('aula run --adjusted', () => {
  it('narrows intervals, and gives the visitors that the scenario expects: 5 an hour for 4 hours', async () => {
    const [plain, adjusted] = [printed((await ran({})).out), printed((await ran({ adjusted: true })).out)];
    expect([plain.adjusted, adjusted.adjusted]).toEqual([undefined, true]);
    const came = row(adjusted, 'arrived.count');
    expect(came.mean).toBeCloseTo(20, 6);
    expect(came.halfWidth).toBeCloseTo(0, 6);
    expect(row(plain, 'arrived.count').halfWidth).toBeGreaterThan(0.3);
    expect(row(adjusted, 'wait.mean').halfWidth).toBeLessThan(row(plain, 'wait.mean').halfWidth);
  });

  it('says so above the figures', async () => {
    const { out, err } = await ran({ adjusted: true, json: false });
    expect(out).toMatch(/^Small\n200 days · seed 1 · [a-z ]+ · adjusted for the arrivals\n/);
    expect(out.replaceAll(/\n\s+/g, ' ')).toContain(
      '- Adjusted: as if just as many had come as the scenario expects.',
    );
    expect(err).toBe('');
  });

  it('says why not, where days are too few or what was to be expected is not known', async () => {
    const few = await ran({ adjusted: true, replications: 199 });
    expect(few.err).toBe('warning: --adjusted: figures are as they are: it takes 200 days or more\n');
    expect(printed(few.out).adjusted).toBeUndefined();
    const warmed = await ran({ adjusted: true }, 'warmed.yaml');
    expect(warmed.err).toMatch(/not known beforehand, as with a warm-up/);
    expect(warmed.out).toBe((await ran({}, 'warmed.yaml')).out);
  });

  it('says so where as many come every day, so that there is nothing to adjust', async () => {
    const booked = await ran({ adjusted: true }, 'booked.yaml');
    expect(booked.err).toBe('warning: --adjusted: figures are as they are: as many come on every day\n');
    expect(booked.out).toBe((await ran({}, 'booked.yaml')).out);
  });

  it('leaves a share a share', async () => {
    const shares = printed((await ran({ adjusted: true }, 'easy.yaml')).out).measures.filter(
      ({ measure }) => measure === 'wait.withinTarget',
    );
    expect(shares.some(({ mean }) => mean > 0.99)).toBe(true);
    for (const { mean } of shares) expect(mean ?? 0).toBeLessThanOrEqual(1);
  });

  it('is kept with a run, for those who go on with it', async () => {
    const whole = await ran({ adjusted: true, replications: 250 });
    const kept = at('kept');
    await ran({ adjusted: true, out: kept });
    const { out } = await ended((io) =>
      resume(kept, { json: true, quiet: false, threads: 1, replications: 250 }, io),
    );
    expect(out).toBe(whole.out);
  });
});

describe('aula compare and aula sweep --adjusted', () => {
  it('differ as the adjusted figures do', async () => {
    const compared = await ended((io) =>
      compare(['small.yaml', 'two.yaml'].map(at), { ...COMMON, adjusted: true }, io),
    );
    const swept = await ended((io) =>
      sweepOf(
        at('small.yaml'),
        { ...COMMON, adjusted: true, vary: ['roles.adviser.count=1,2'], frontier: false },
        io,
      ),
    );
    const [one, two] = [
      row(printed(compared.out), 'wait.mean', 'A'),
      row(printed(compared.out), 'wait.mean', 'B'),
    ];
    expect(printed(compared.out).adjusted).toBe(true);
    expect(two.difference).toBeCloseTo(two.mean - one.mean, 6);
    expect(one.mean).toBe(row(printed((await ran({ adjusted: true })).out), 'wait.mean').mean);
    expect(printed(swept.out).adjusted).toBe(true);
  });

  it('adjust all designs or none, and say of which it cannot be', async () => {
    const files = ['small.yaml', 'warmed.yaml'].map(at);
    const [asked, plain] = [true, false].map((adjusted) =>
      ended((io) => compare(files, { ...COMMON, adjusted }, io)),
    );
    expect((await asked).err).toMatch(
      /figures are as they are: of .*warmed\.yaml, how many come in a day is not known/,
    );
    expect((await asked).out).toBe((await plain).out);
    const vary = ['day.warmUp=0 min,30 min'];
    const swept = await ended((io) =>
      sweepOf(at('small.yaml'), { ...COMMON, adjusted: true, vary, frontier: false }, io),
    );
    expect(swept.err).toMatch(/figures are as they are: of 30 min, how many/);
    expect(printed(swept.out).adjusted).toBeUndefined();
  });
});
