import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { terminalReport } from '../../../engine/report/terminal/report.ts';
import { columns } from '../../../engine/scenario/visible.ts';
import { comparedReport, reportedScenario, smallCauses, smallReport } from '../small-report.ts';

const RULES = [
  {
    id: 'ties',
    title: 'Equal times',
    brief: 'services end first',
    text: 'At one moment services end first.',
  },
];

const options = { scenario: reportedScenario(), rules: RULES };
const text = (report = comparedReport(), given: Parameters<typeof terminalReport>[1] = options) =>
  terminalReport(report, given).join('\n');

describe('the report', () => {
  it('is the one that was looked at', async () => {
    await expect(text()).toMatchFileSnapshot('report.txt');
  });

  it('of one day says so, and has no intervals', async () => {
    const one = text(smallReport(reportedScenario(), 1));
    expect(one).toContain('One day was simulated');
    expect(one.split('\n').filter((line) => line.includes('±'))).toEqual([]);
    expect(one).toContain('? wait.p90 of vero <= 40 min');
  });

  it('fits into 80 columns, whatever things are called', () => {
    const long = 'Pitkänimisen viraston kolmivaihekilowattituntimittaripalvelut 税務署の窓口 ';
    const scenario = reportedScenario({
      name: long.repeat(3),
      agencies: {
        vero: { name: long, short: '税務署の窓口です', serviceLevel: '12.5 min' },
        dvv: { name: long, short: 'Väestötietovir', serviceLevel: '7 min' },
      },
      spaceTypes: { desk: { name: long, use: 'service' }, room: { name: `${long}\u202E`, use: 'service' } },
      spaces: { d1: { type: 'desk' } },
      roles: {
        adviser: { name: long, kind: 'adviser', count: 99_999 },
        expert: { name: long, kind: 'expert' },
      },
      day: { doors: { open: '00:00', close: '24:00' } },
    });
    for (const rules of [RULES, [{ id: 'x', title: long, brief: 'x'.repeat(200), text: 'x' }]]) {
      const lines = terminalReport(comparedReport(), { scenario, rules });
      for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(80);
      expect(lines.join('')).not.toContain('\u202E');
    }
  });

  it('never cuts a number, however large, and says what a suffix means', () => {
    const small = comparedReport();
    const large = (by: number) => ({
      ...small,
      measures: small.measures.map((row) => ({
        ...row,
        mean: row.mean === null ? null : row.mean * by,
        halfWidth: row.halfWidth === null ? null : row.halfWidth * by,
      })),
    });
    for (const by of [1.37e3, 1e4, 1.234e6, 0.77e7]) {
      const lines = text(large(by)).split('\n');
      for (const line of lines) {
        expect(line).not.toMatch(/\d…/);
        expect(columns(line)).toBeLessThanOrEqual(80);
      }
      expect(lines.some((line) => /^- k: thousands/.test(line))).toBe(true);
    }
    expect(text(large(1.234e6))).toMatch(/\nAll {12}13\.9M ± 1\.4M/);
    expect(text()).not.toContain('k: thousands');
  });

  it('leaves a long target whole, and a long service level for the note', () => {
    const long = 'vero-ja-muut-valtion-virastot';
    const target = `wait.p90 of ${long} at 10:00 <= 12345.5 min`;
    const scenario = reportedScenario({
      agencies: { [long]: { name: long, serviceLevel: '1234.5 min' } },
      matters: { tax: { agency: long, name: 'Verokortti', service: 10, spaces: ['desk'] } },
      targets: [target],
    });
    const lines = text(smallReport(scenario), { scenario });
    expect(lines).toContain(target);
    expect(lines).toContain(`In time: within 1234.5 min for ${long}.`);
  });

  it('has no blanks at the ends of lines', () => {
    for (const line of terminalReport(comparedReport(), options)) expect(line).toBe(line.trimEnd());
  });

  it('in colour says the same', () => {
    const coloured = text(comparedReport(), { ...options, colour: true });
    expect(coloured).not.toBe(text());
    expect(stripVTControlCharacters(coloured)).toBe(text());
  });

  it('says which service level is meant where agencies have their own', () => {
    expect(text()).toContain('In time: within 10 min for Vero; within 15 min for DVV.');
    const same = reportedScenario({
      agencies: { vero: { name: 'Verohallinto' }, dvv: { name: 'DVV', serviceLevel: '15 min' } },
    });
    expect(text(smallReport(same), { scenario: same })).toContain('≤ 15 min, %');
  });

  it('ranks the causes, and leaves out what would be without them where that was not run', () => {
    const report = smallReport();
    const ranked = text({ ...report, causes: smallCauses(report.measures, false) });
    expect(ranked).toContain('Shortage of proper places');
    expect(ranked).not.toContain('with enough of the proper places');
    expect(text()).toMatch(/with enough of the proper places\s+−47 ± 4\s+−9.1 ± 0.9\s+−1.2 ± 0.3/);
  });

  it('says nothing of privacy where nothing is private', () => {
    const open = reportedScenario({ sensitivities: {} });
    const bare = text({ ...smallReport(open), causes: [] }, { scenario: open });
    for (const title of ['Privacy', 'Waits and exposure', 'Why']) expect(bare).not.toContain(title);
  });

  it('leaves out what there is none of', () => {
    const bare = text({ ...smallReport(reportedScenario({ targets: [] })), measures: [] }, options);
    for (const title of ['Staff', 'Spaces', 'Routings', 'Targets']) expect(bare).not.toContain(title);
  });
});
