/** Loading a scenario: what comes out of a file that is fine, and of files that extend one another. */
import { describe, expect, it } from 'vitest';
import { locate, pathText } from '../../engine/scenario/finding.ts';
import { load, loadText } from '../../engine/scenario/load.ts';
import { type Edit, expectFindings, filesReader, loadTown, said, TOWN } from './town.ts';

function townScenario(...edits: readonly Edit[]) {
  const loaded = loadTown(...edits);
  if (!loaded.ok) throw new Error(loaded.findings.map(said).join('\n'));
  return loaded;
}

describe('a scenario that is fine', () => {
  it('is loaded in SI units with its defaults, without warnings', () => {
    const { scenario, warnings } = townScenario();
    expect(warnings).toEqual([]);
    expect(scenario.day.doors).toEqual({ open: 8 * 3600, close: 16 * 3600 });
    expect(scenario.matters['tax-card']?.kiosk).toEqual({
      share: 0.2,
      time: { family: 'deterministic', value: 180 },
    });
    expect(scenario.matters.benefit?.priority).toBe(0);
  });

  it('carries recorded arrivals in the order of time, those of one moment in that of the file', () => {
    expect(townScenario().traces).toEqual({
      recorded: [
        { time: 8.25 * 3600, profile: 'senior', matters: ['tax-card', 'benefit'] },
        { time: 8.25 * 3600, profile: null, matters: ['estate'] },
        { time: 9.5 * 3600, profile: null, matters: [] },
        { time: 9.5 * 3600 + 30, profile: 'family', matters: [] },
      ],
    });
  });

  it('names its files in the order of reading', () => {
    expect([...townScenario().sources.files.keys()]).toEqual([
      'town.yaml',
      'concept.yaml',
      'recorded/monday.csv',
    ]);
  });

  it('may begin with a byte order mark and end its lines as Windows does', () => {
    const files = { ...TOWN, 'town.yaml': `\uFEFF${TOWN['town.yaml']?.replaceAll('\n', '\r\n')}` };
    expect(load('town.yaml', filesReader(files)).ok).toBe(true);
  });

  it('may come as a text', () => {
    const text = 'aula: 1\nname: N\nday: { doors: { open: 8:00, close: 9:00 } }\n';
    expect(loadText(text, 'typed').ok).toBe(true);
    const findings = loadText(`extends: x.yaml\n${text}`, 'typed');
    expect(findings.ok ? [] : findings.findings.map(said)).toEqual([
      ": 'x.yaml' cannot be read: no other files can be reached here",
    ]);
  });
});

describe('extends', () => {
  it('merges maps key by key, and keeps what is not said', () => {
    const { scenario } = townScenario();
    expect(scenario.equipment['video-link']).toEqual({ name: 'Video link', count: 2, leaves: 0 });
    expect(scenario.roles.adviser?.spaces).toEqual(['desk', 'booth']);
  });

  it('replaces lists and scalars', () => {
    const { scenario } = townScenario();
    expect(scenario.name).toBe('Town');
    expect(scenario.roles.adviser?.shifts).toHaveLength(2);
  });

  it('removes what is null', () => {
    expect(Object.keys(townScenario().scenario.agencies)).toEqual(['vero', 'kela']);
  });

  it('replaces a distribution whole', () => {
    expect(townScenario().scenario.profiles.family?.patience).toEqual({
      family: 'deterministic',
      value: 2700,
    });
    const other = townScenario(['{ deterministic: { value: 45 min } }', '{ exponential: { mean: 1 h } }']);
    expect(other.scenario.profiles.family?.patience).toEqual({ family: 'exponential', mean: 3600 });
  });

  it('replaces a map by one of another form', () => {
    const types = (partition: string) => `\nspaceTypes: { pod: { name: Pod, use: service, ${partition} } }\n`;
    const measured = 'partition: { bands: [20 dB, 21 dB, 22 dB, 23 dB, 24 dB, 25 dB, 26 dB] }';
    const partitionWith = (text: string) => {
      const base = TOWN['concept.yaml'].replace(
        /^spaceTypes:$/m,
        `spaceTypes:\n  pod: { name: Pod, use: service, ${measured} }`,
      );
      const loaded = load(
        'my.yaml',
        filesReader({ ...TOWN, 'concept.yaml': base, 'my.yaml': `extends: town.yaml${types(text)}` }),
      );
      return loaded.ok ? loaded.scenario.spaceTypes.pod.partition : loaded.findings.map(said);
    };
    expect(partitionWith('partition: { rating: 45 dB }')).toEqual({ rating: 45 });
    expect(partitionWith('partition: { screen: 1.4 m }')).toEqual({ screen: 1.4 });
    expect(partitionWith('partition: { bands: null, screen: 1.4 m }')).toEqual({ screen: 1.4 });
    expect(partitionWith('partition: { rating: null }')).toEqual([
      expect.stringContaining("takes away what is not there: town.yaml has no 'rating' here"),
    ]);
    expect(partitionWith('partition: pod A')).toBe('pod A');
    expect(partitionWith('loop: 2 m')).toMatchObject({ bands: [20, 21, 22, 23, 24, 25, 26] });
    expect(String(partitionWith('partition: { ratng: 45 dB }'))).toContain('ratng');
  });

  it('merges a collection whose ids are like families of distributions', () => {
    const edits = [
      [
        '  te: { name: TE-toimisto }',
        '  te: { name: TE }\n  normal: { name: Normal, short: N }',
        'concept.yaml',
      ],
      ['  te: null', '  te: null\n  normal: { name: Other }'],
    ] as const;
    expect(townScenario(...edits).scenario.agencies.normal).toEqual({ name: 'Other', short: 'N' });
  });

  it('goes on for several files, relative to the file that says so', () => {
    const files = {
      'towns/pori/small.yaml': 'extends: ../pori.yaml\nname: Small\n',
      'towns/pori/../pori.yaml': 'extends: concept.yaml\nname: Pori\nroles: { host: { count: 3 } }\n',
      'towns/pori/../concept.yaml': TOWN['concept.yaml'] ?? '',
    };
    const loaded = load('towns/pori/small.yaml', filesReader(files));
    expect(loaded.ok && [loaded.scenario.name, loaded.scenario.roles.host?.count]).toEqual(['Small', 3]);
  });

  it('gives every value the place where it was written', () => {
    const { sources } = townScenario();
    const places = [
      ['roles', 'adviser', 'count'],
      ['roles', 'adviser', 'absence'],
      ['roles', 'adviser'],
      ['equipment', 'video-link', 'name'],
    ].map((path) => {
      const { file, line } = locate({ path, message: '', severity: 'error' }, sources);
      return `${pathText(path)} ${file} ${line?.trim()}`;
    });
    expect(places).toEqual([
      'roles.adviser.count town.yaml count: 2',
      'roles.adviser.absence concept.yaml absence: 3 %',
      'roles.adviser town.yaml adviser:',
      'equipment.video-link.name concept.yaml video-link: { name: Video link, count: 1 }',
    ]);
  });

  it('points into the base when the base is wrong', () => {
    expectFindings(
      [['absence: 3 %', 'absence: «130 %»', 'concept.yaml']],
      'roles.adviser.absence: must be from 0 to 1 (0 % to 100 %), is 130 %',
    );
  });

  it('cannot remove what is not there', () => {
    expectFindings(
      [['  te: null', '  te: null\n  «veros»: null']],
      "agencies.veros: takes away what is not there: concept.yaml has no 'veros' here; did you mean 'vero'?",
    );
  });

  it('says so when what is used has been removed', () => {
    expectFindings(
      [
        ['  te: null', '  te: null\n  kela: null'],
        ['    agency: kela\n', '    agency: «kela»\n'],
        ['{ agency: kela, matters', '{ agency: «kela», matters', 'concept.yaml'],
      ],
      "matters.benefit.agency: unknown agency 'kela': town.yaml takes it away",
      "roles.remote.mandates[0].agency: unknown agency 'kela': town.yaml takes it away",
    );
  });

  it('does not remove by leaving empty', () => {
    expectFindings(
      [['  te: null', '  «te»:']],
      'agencies.te: is empty; give it a value or leave it out, or write null to take it away',
    );
  });

  it('has nothing to remove in a file that extends no other', () => {
    expectFindings(
      [['  vero: { name: Verohallinto, short: Vero }', '  vero: { name: V, «short»: null }', 'concept.yaml']],
      'agencies.vero.short: is empty, and there is nothing that it could take away, as the file extends no other',
    );
  });

  it('names a file that is not there where it is named', () => {
    expectFindings([['extends: concept.yaml', 'extends: «concpt.yaml»']], ": 'concpt.yaml' is not there");
  });

  it.each(['3', '[a.yaml]', '~', "''"])('must be a path, not %s', (value) => {
    expectFindings(
      [['extends: concept.yaml', `extends: «${value}»`]],
      'extends: must be the path of a scenario file, like concept.yaml',
    );
  });

  it('must not go round in a circle', () => {
    const loaded = load('a', filesReader({ a: 'extends: b', b: 'name: B\nextends: c', c: 'extends: a' }));
    expect(
      loaded.ok ? [] : loaded.findings.map((one) => `${one.file}:${one.place.line} ${said(one)}`),
    ).toEqual(["c:1 extends: goes round in a circle: 'a' → 'b' → 'c' → 'a'"]);
    const self = load('a', filesReader({ a: 'extends: a' }));
    expect(self.ok ? [] : self.findings.map(said)).toEqual(["extends: goes round in a circle: 'a' → 'a'"]);
  });

  it('must not go on and on', () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, k) => [`f${k}`, `extends: f${k + 1}`]));
    const loaded = load('f0', filesReader(files));
    expect(loaded.ok ? [] : loaded.findings.map(said)).toEqual(['extends: goes on for more than 16 files']);
  });
});

describe('all findings at once', () => {
  it('come from syntax, form, names and sense together, by file and line', () => {
    expectFindings(
      [
        ['    weight: 3\n', '    weight: «-3»\n'],
        ['    fallback: { spaces: [booth], after', '    fallback: { spaces: [«both»], after'],
        ['      - { from: 10:00, to: 16:15 }', '      - { from: «17:00», to: 18:00 }'],
        ['    busyness: false\n', '    busyness: false\n    «busyness»: true\n'],
        ['enclosure: semi-closed', 'enclosure: «half-closed»', 'concept.yaml'],
        ['09:30;;', '«9.30am»;;', 'recorded/monday.csv'],
        ['tax-card+benefit', '«tax-card+benefits»', 'recorded/monday.csv'],
      ],
      'matters.tax-card.weight: must be at least 0, is -3',
      "matters.estate.fallback.spaces[0]: unknown space type 'both'; did you mean 'booth'?",
      'roles.adviser.shifts[1].from: the shift 17:00–18:00 is outside of opening hours (08:00–16:00)',
      'arrivals.families.busyness: is there twice; the first is in line 90',
      "spaceTypes.booth.enclosure: must be 'open', 'screened', 'semi-closed' or 'closed'; did you mean 'semi-closed'?",
      "arrivals.recorded.trace.file: '9.30am' is not a time of day; write it like '08:00'",
      "arrivals.recorded.trace.file: unknown matter 'benefits'; did you mean 'benefit'?",
    );
  });
});
