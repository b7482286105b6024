/** A scenario that is written back is read as the same, and as somebody would have written it. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { load, loadText } from '../../engine/scenario/load.ts';
import { Source } from '../../engine/scenario/source.ts';
import { parseTrace, type TraceRow } from '../../engine/scenario/trace.ts';
import type { Plain } from '../../engine/scenario/tree.ts';
import { Unwritable, written } from '../../engine/scenario/written.ts';
import { writtenTrace } from '../../engine/scenario/written-trace.ts';
import { asYaml } from '../../engine/scenario/yaml-text.ts';
import { parseYaml } from '../../engine/scenario/yaml-tree.ts';

const scenarios = [
  ...readdirSync('scenarios').map((name) => `scenarios/${name}`),
  ...readdirSync('scenarios/theory').map((name) => `scenarios/theory/${name}`),
  'tests/scenario/fixtures/town.yaml',
].filter((name) => name.endsWith('.yaml'));

function scenarioIn(file: string) {
  const loaded = load(file, nodeReader);
  if (!loaded.ok) throw new Error(`${file} is not right`);
  return loaded.scenario;
}

const SMALL = (service: Plain, more: { [key: string]: Plain } = {}) =>
  JSON.stringify({
    aula: 1,
    name: 'N',
    day: { doors: { open: '8:00', close: '16:00' }, ...more },
    agencies: { a: { name: 'A' } },
    matters: { m: { agency: 'a', name: 'M', service, spaces: ['desk'] } },
    spaceTypes: { desk: { name: 'Desk', use: 'service' } },
    spaces: { d: { type: 'desk' } },
    roles: { r: { name: 'R', kind: 'adviser', mandates: [{ agency: 'all' }] } },
    profiles: { family: { name: 'P' }, other: { name: 'O' } },
    arrivals: { w: { profiles: { family: 2, other: 1 }, agency: 'a', rate: '12 /h' } },
  });

function small(service: Plain, more: { [key: string]: Plain } = {}) {
  const loaded = loadText(SMALL(service, more), 'small.yaml');
  if (!loaded.ok) throw new Error(loaded.findings.map(({ finding }) => finding.message).join('\n'));
  return loaded.scenario;
}

const serviceOf = (document: Plain): Plain =>
  (document as { matters: { m: { service: Plain } } }).matters.m.service;

describe('a scenario written back', () => {
  it.each(scenarios)('%s is read as the same from its text', (file) => {
    const { extends: _, ...scenario } = scenarioIn(file);
    const text = asYaml(written(scenarioIn(file)), 'about');
    const traces = {
      read: nodeReader.read,
      resolve: (_: string, name: string) => `tests/scenario/fixtures/${name}`,
    };
    const loaded = loadText(text, 'again.yaml', traces);
    expect(loaded.ok && loaded.scenario).toEqual(scenario);
  });

  it.each([
    ['12 min', '12 min'],
    ['90 s', '90 s'],
    ['0.5 min', '30 s'],
    ['2 h', '2 h'],
    [{ lognormal: { mean: '7.7 min', cv: 0.78 } }, { lognormal: { mean: '7.7 min', cv: 0.78 } }],
    [{ lognormal: { median: '9 min', p90: '25 min' } }, null],
    [
      { empirical: { values: [1, 5], weights: [2, 1] } },
      { empirical: { values: ['1 min', '5 min'], weights: [2, 1] } },
    ],
    [
      { empirical: { quantiles: { 0: '1 min', '50%': '4 min', '0.5': '5 min', 1: '30 min' } } },
      { empirical: { quantiles: { 0: '1 min', 0.5: '4 min', '0.50': '5 min', 1: '30 min' } } },
    ],
    [
      {
        mixture: [
          { weight: 3, of: 4 },
          { weight: 1, of: { exponential: { mean: '20 min' } } },
        ],
      },
      {
        mixture: [
          { weight: 3, of: '4 min' },
          { weight: 1, of: { exponential: { mean: '20 min' } } },
        ],
      },
    ],
  ] as const)('has the service time %j as one writes it', (given, expected) => {
    const scenario = small(given as Plain);
    const document = written(scenario);
    if (expected !== null) expect(serviceOf(document)).toEqual(expected);
    const again = loadText(asYaml(document, ''), 'again.yaml');
    expect(again.ok && again.scenario).toEqual(scenario);
  });

  it('leaves out what goes without saying, and keeps units, clocks and limits', () => {
    const { day, matters, policy } = written(scenarioIn('scenarios/pori.yaml')) as Record<string, never>;
    expect(day).toMatchObject({ doors: { open: '09:00', close: '16:00' } });
    expect(day).not.toHaveProperty('closing');
    expect(matters['vero.tax-card']).toMatchObject({ afterWork: '1 min', kiosk: { share: '35 %' } });
    expect(policy).toMatchObject({ routing: expect.any(String) });
    const { arrivals } = written(small(1)) as unknown as { arrivals: { w: Plain } };
    expect(arrivals.w).toEqual({ profiles: { family: 2, other: 1 }, agency: 'a', rate: '12 /h' });
  });

  it('finds any distribution again, to the last digit', () => {
    const positive = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
    const cv = fc.double({ min: 0.02, max: 20, noNaN: true });
    const any = fc.oneof(
      fc.record({ lognormal: fc.record({ mean: positive, cv }) }),
      fc.record({
        lognormal: fc
          .tuple(positive, fc.double({ min: 1.01, max: 50, noNaN: true }))
          .map(([median, times]) => ({ median, p90: median * times })),
      }),
      fc.record({ gamma: fc.record({ mean: positive, cv }) }),
      fc.record({ weibull: fc.record({ shape: cv, scale: positive }) }),
      positive,
    );
    fc.assert(
      fc.property(any, (service) => {
        const scenario = small(service as Plain);
        const again = loadText(asYaml(written(scenario), ''), 'again.yaml');
        expect(again.ok && again.scenario.matters.m.service).toEqual(scenario.matters.m.service);
      }),
      { numRuns: 100 },
    );
  });

  it('says so where nothing reads the same', () => {
    const scenario = small(1);
    const { day } = scenario;
    expect(() => written({ ...scenario, day: { ...day, warmUp: Number.NaN } })).toThrow(Unwritable);
    expect(() => written({ ...scenario, day: { ...day, warmUp: -1 } })).toThrow('day.warmUp');
  });
});

describe('its text', () => {
  it('says the same whatever the strings', () => {
    const hostile = [
      'null',
      '1',
      '08:00',
      ': #',
      '- x',
      '<img onerror=x>',
      'a\nb: c\n\n  d',
      ' ',
      '"',
      "'",
      '\u202Eabc',
      'a:\n',
    ];
    for (const text of hostile) {
      const document = {
        name: text,
        list: [text, { in: [text] }],
        deep: { [text.trim() || 'k']: { x: { y: text } } },
      };
      const parsed = parseYaml(new Source('x.yaml', asYaml(document, `about\n${text}`)));
      expect(parsed.findings).toEqual([]);
      const again = load('x.yaml', {
        read: () => new TextEncoder().encode(asYaml({ aula: 1, name: text }, text)),
        resolve: (_, one) => one,
      });
      const { tree } = again.sources;
      expect(tree?.kind === 'map' && tree.entries.get('name')?.value).toMatchObject({ value: text });
    }
  });

  it('begins with what it is about, in comments', () => {
    const text = asYaml({ a: { b: { c: 1 } }, d: { e: { f: 'g' } } }, 'one\ntwo');
    expect(text).toBe('# one\n# two\n\na:\n  b: { c: 1 }\n\nd:\n  e: { f: g }\n');
  });
});

describe('recorded arrivals written back', () => {
  it('are read as the same', () => {
    const rows: TraceRow[] = [
      { time: 8 * 3600, profile: 'p', matters: [] },
      { time: 8 * 3600 + 61, profile: null, matters: ['a', 'b.c'], party: 'x; "y", z' },
      { time: 30_000.25, profile: null, matters: ['a'], party: '1' },
    ];
    const names = { profiles: new Set(['p']), matters: new Set(['a', 'b.c']) };
    const read = (some: readonly TraceRow[]) =>
      parseTrace(new Source('w.csv', writtenTrace(some)), names, []);
    expect(read(rows)).toEqual({ rows, findings: [] });
    expect(writtenTrace([{ time: 8 * 3600, profile: null, matters: [] }])).toBe('time\n08:00\n');
    expect(read([]).rows).toEqual([]);
  });
});
