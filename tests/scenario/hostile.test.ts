/** Files that are meant to do harm, or that chance has made: they end in findings with a place, and in time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFindings } from '../../engine/scenario/format-findings.ts';
import { type Loaded, load } from '../../engine/scenario/load.ts';
import { MAX_FILE_BYTES } from '../../engine/scenario/reader.ts';
import { filesReader, loadTown, said, TOWN } from './town.ts';

const HEAD = 'aula: 1\nname: N\nday: { doors: { open: 8:00, close: 16:00 } }\n';

const loadTextBytes = (text: string | Uint8Array): Loaded => load('f.yaml', filesReader({ 'f.yaml': text }));

const findingsOf = (loaded: Loaded): string[] => (loaded.ok ? [] : loaded.findings.map(said));

/** Fine, or findings that all have a place in a file, and a text of no more than a page's width. */
function expectJudged(loaded: Loaded): void {
  const findings = loaded.ok ? loaded.warnings : loaded.findings;
  if (!loaded.ok) expect(findings.length).toBeGreaterThan(0);
  for (const { file, place, line, finding } of findings) {
    expect(loaded.sources.files.has(file)).toBe(true);
    expect(place.line).toBeGreaterThan(0);
    expect(place.column).toBeGreaterThan(0);
    expect(place.column).toBeLessThanOrEqual((line ?? '').length + 1);
    expect(finding.message).not.toMatch(/Invalid input|undefined|\[object/);
  }
  for (const line of formatFindings(findings).split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
}

describe('hostile files', () => {
  it('a file of 10 MB is not read', () => {
    const large = new Uint8Array(10_000_000).fill(0x61);
    expect(findingsOf(loadTextBytes(large))).toEqual([': is larger than 4 MiB']);
  });

  it('a scalar as long as a file may be is refused', () => {
    const loaded = loadTextBytes(`${HEAD}about: ${'x'.repeat(MAX_FILE_BYTES - 100)}`);
    expect(findingsOf(loaded)).toEqual(['about: must have at most 20000 characters']);
    expectJudged(loaded);
  });

  it('a key as long as a file may be is refused', () => {
    expectJudged(loadTextBytes(`${HEAD}? ${'x'.repeat(1_000_000)}\n: 1\n`));
    expectJudged(loadTextBytes(`${HEAD}agencies: { ? ${'x'.repeat(1_000_000)} : { name: A } }\n`));
  });

  it('a number of very many digits is judged', () => {
    expectJudged(loadTextBytes(`${HEAD}policy: { minimumStaff: ${'9'.repeat(100_000)} }`));
    expectJudged(loadTextBytes(`${HEAD}policy: { ageing: "${'9'.repeat(100_000)} min" }`));
    expectJudged(loadTextBytes(`${HEAD}policy: { ageing: "${' '.repeat(100_000)}x" }`));
  });

  it('keys of every object are refused, and change none', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const loaded = loadTextBytes(`${HEAD}agencies: { ${key}: { name: A, polluted: true } }\n`);
      expect(findingsOf(loaded)).toEqual([
        `agencies: '${key}' means something to the program; choose another key`,
      ]);
    }
    expect('polluted' in {}).toBe(false);
  });

  it('names of every object name nothing', () => {
    const loaded = loadTown(['    agency: kela\n', '    agency: constructor\n']);
    expect(findingsOf(loaded)).toEqual([
      "matters.benefit.agency: unknown agency 'constructor'; there is 'vero' and 'kela'",
    ]);
  });

  // a0 holds 3 values, k1 to k3 hold 61, 1221 and 24,421: four of the last are too many.
  it('an alias bomb in a scenario is refused where it multiplies', () => {
    const bomb = ['agencies: &a0 { x: { name: &n N } }'];
    for (let k = 1; k < 30; k++)
      bomb.push(
        `k${k}: &a${k} [${Array(20)
          .fill(`*a${k - 1}`)
          .join(', ')}]`,
      );
    const loaded = loadTextBytes(`${HEAD}${bomb.join('\n')}\n`);
    expect(findingsOf(loaded)).toEqual(['k4[3]: makes more than 100000 values, with aliases written out']);
  });

  it('many entries with many wrong names are judged in seconds', () => {
    const ids = Array.from({ length: 6000 }, (_, k) => `matter-with-a-long-name-${k}`);
    const matters = ids
      .map((id) => `  ${id}: { agency: ${id}, name: N, service: 1, spaces: [${id}] }`)
      .join('\n');
    const before = performance.now();
    const loaded = loadTextBytes(
      `${HEAD}agencies: { a: { name: A } }\nmatters:\n${matters}\nprofiles: { p: { name: P, matters: [{ anyOf: { ${ids.map((id) => `x-${id}: 1`).join(', ')} } }] } }\n`,
    );
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(findingsOf(loaded)).toHaveLength(3 * ids.length);
  }, 30_000);

  it('many mandates for many matters are judged in seconds', () => {
    const matters = Array.from(
      { length: 4000 },
      (_, k) => `  m${k}: { agency: a, name: N, service: 1, spaces: [s] }`,
    );
    const mandates = Array.from(
      { length: 4000 },
      (_, k) => `      - { agency: a, matters: [m${k}], parts: [decide] }`,
    );
    const text = `${HEAD}agencies: { a: { name: A } }\nspaceTypes: { s: { name: S, use: service } }\nmatters:\n${matters.join('\n')}\nroles:\n  r:\n    name: R\n    kind: expert\n    mandates:\n${mandates.join('\n')}\n`;
    const before = performance.now();
    expect(findingsOf(loadTextBytes(text))).toHaveLength(4000);
    expect(performance.now() - before).toBeLessThan(20_000);
  }, 30_000);
});

describe('files that chance has made', () => {
  const town = TOWN['town.yaml'] ?? '';
  const lines = town.split('\n');
  const loadAs = (text: string) => load('town.yaml', filesReader({ ...TOWN, 'town.yaml': text }));
  const RUNS = { numRuns: 150, endOnFailure: true };

  it('any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const yaml = fc.string({ unit: fc.constantFrom(...'ab:-?,[]{}#&*!|>\'"%@` \n\t1~<.'), maxLength: 120 });
    fc.assert(
      fc.property(fc.oneof(text, yaml), (given) => expectJudged(loadTextBytes(given))),
      { ...RUNS, numRuns: 500 },
    );
  });

  it('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (given) => expectJudged(loadTextBytes(given))),
      RUNS,
    );
  });

  it('a scenario with characters taken out, put in, or exchanged', () => {
    const change = fc.record({
      at: fc.nat(town.length - 1),
      take: fc.nat(3),
      put: fc.string({ unit: fc.constantFrom(...'ab:-?,[]{}#&*!|>\'"% \n\t09~ä\u202E'), maxLength: 3 }),
    });
    const changed = fc
      .array(change, { minLength: 1, maxLength: 4 })
      .map((changes) =>
        changes.reduce((text, { at, take, put }) => text.slice(0, at) + put + text.slice(at + take), town),
      );
    fc.assert(
      fc.property(changed, (text) => expectJudged(loadAs(text))),
      RUNS,
    );
  });

  it('a scenario with lines taken out, doubled, moved or indented', () => {
    const line = fc.nat(lines.length - 1);
    const change = fc.oneof(
      fc.tuple(fc.constant('out' as const), line, line),
      fc.tuple(fc.constant('double' as const), line, line),
      fc.tuple(fc.constant('swap' as const), line, line),
      fc.tuple(fc.constant('indent' as const), line, line),
    );
    const changed = fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
      const text = [...lines];
      for (const [how, a, b] of changes) {
        const [first = '', second = ''] = [text[a], text[b]];
        if (how === 'out') text.splice(a, 1);
        else if (how === 'double') text.splice(b, 0, first);
        else if (how === 'indent') text[a] = `  ${first}`;
        else [text[a], text[b]] = [second, first];
      }
      return text.join('\n');
    });
    fc.assert(
      fc.property(changed, (text) => expectJudged(loadAs(text))),
      RUNS,
    );
  });

  it('a scenario in which a value is another one', () => {
    const values = [...town.matchAll(/(?<=[:,[] )[^\s,:{}[\]]+(?=[\s,}\]])/g)];
    const value = fc.constantFrom(
      '~',
      '-1',
      '1e9',
      '.inf',
      '[]',
      '{}',
      'x',
      '08:00',
      '12 min',
      '200 %',
      'true',
      '[[1, 2]]',
      '{ gamma: { mean: 1 } }',
      '*a',
      '"\\u202e"',
    );
    const changed = fc
      .array(fc.tuple(fc.constantFrom(...values), value), { minLength: 1, maxLength: 3 })
      .map((changes) =>
        changes.reduce(
          (text, [{ index, 0: old }, put]) =>
            `${text.slice(0, index)}${put}${text.slice(index + old.length)}`,
          town,
        ),
      );
    fc.assert(
      fc.property(changed, (text) => expectJudged(loadAs(text))),
      RUNS,
    );
  });

  it('a list of recorded arrivals', () => {
    const csv = fc
      .string({ unit: fc.constantFrom(...'a;,:\t"\n\r 0189+-'), maxLength: 80 })
      .map((text) => `time;profile;matters\n${text}`);
    const change = (text: string) => load('town.yaml', filesReader({ ...TOWN, 'recorded/monday.csv': text }));
    fc.assert(
      fc.property(fc.oneof(csv, fc.string()), (text) => expectJudged(change(text))),
      RUNS,
    );
  });
});
