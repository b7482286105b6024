/** The scenario of a run as files again: the same design, with the same days, which can be changed and saved. */
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../../engine/cli/node-reader.ts';
import { DayMaker } from '../../../engine/experiment/day-maker.ts';
import { type Design, designOf, modelOf } from '../../../engine/experiment/design.ts';
import {
  type Resolved,
  resolvedFrom,
  resolvedText,
} from '../../../engine/report/run-directory/scenario-text.ts';
import { load } from '../../../engine/scenario/load.ts';
import { changedSource } from '../../../viz/engine/changed-source.ts';
import { openDesign } from '../../../viz/engine/open-design.ts';
import type { FilesSource } from '../../../viz/parcel.ts';
import { runSource } from '../../../viz/serve/run-source.ts';

function resolvedIn(file: string): Resolved {
  const loaded = load(file, nodeReader);
  if (!loaded.ok) throw new Error(`${file} is not right`);
  // As a run directory has kept it.
  return resolvedFrom(resolvedText({ scenario: loaded.scenario, traces: loaded.traces }));
}

const sourceOf = (resolved: Resolved, name = 'runs/kept', seed = 's') =>
  runSource(name, { resolved, seed, replications: 3 }, '0.1.0');

function filesOf(resolved: Resolved): FilesSource {
  const source = sourceOf(resolved);
  if (source.kind !== 'files') throw new Error('it cannot be written');
  return source;
}

function opened(source: FilesSource): Design {
  const design = openDesign(source);
  if (!design.ok) throw new Error(design.problems);
  return design.design;
}

const TOWN = 'tests/scenario/fixtures/town.yaml';

describe('the scenario of a run as files', () => {
  it.each(['scenarios/pori-one-more-adviser.yaml', 'scenarios/theory/mg1.yaml', TOWN])(
    '%s has the same visitors and the same figures',
    (file) => {
      const resolved = resolvedIn(file);
      const source = filesOf(resolved);
      expect(source).toMatchObject({ name: 'runs/kept', entry: 'kept.yaml', isOfRun: true });
      const days = (design: Design) => new DayMaker(modelOf(design), 's').make(0, 3, () => false);
      const { scenario, traces } = resolved;
      expect(days(opened(source))).toEqual(days(designOf(scenario, { traces })));
    },
  );

  it('stand without the files that were extended, with recorded arrivals beside them', () => {
    const { texts } = filesOf(resolvedIn(TOWN));
    expect(Object.keys(texts).sort()).toEqual(['kept.yaml', 'recorded.csv']);
    expect(texts['kept.yaml']).not.toContain('extends:');
  });

  it('say first which run they are of, and by which version', () => {
    const resolved = resolvedIn('scenarios/theory/mm1.yaml');
    const { texts } = filesOf(resolved);
    expect(texts['kept.yaml']).toMatch(/^# The scenario of the run kept \(seed s\), as aula 0\.1\.0 had it/);
    const hostile = sourceOf(resolved, 'a\nb: c\u202E', 'x\ny: 1');
    expect(hostile.kind).toBe('files');
  });

  it('are changed as any other, and hold the change when they are saved', () => {
    const source = filesOf(resolvedIn('scenarios/pori.yaml'));
    const changed = changedSource(source, [
      { kind: 'clerks', role: 'adviser', count: 3 },
      { kind: 'addSpace', id: 'b5', of: 'b4', at: [1.5, 12.2] },
      { kind: 'fallback', minutes: 20 },
      { kind: 'volume', of: 'vero', arrivals: ['vero'], factor: 1.1 },
      { kind: 'opening', open: 8 * 3600, close: 17 * 3600, shifts: true },
    ]);
    expect(changed.refused).toEqual({});
    const { scenario } = opened(changed.source);
    expect(scenario.roles.adviser.count).toBe(3);
    expect(scenario.spaces.b5.type).toBe('booth');
    expect(scenario.policy.fallback).toBe(1200);
    expect(scenario.roles.adviser.shifts?.[0].from).toBe(8 * 3600);
    const before = new Set(source.texts['kept.yaml'].split('\n'));
    const lines = changed.source.texts['kept.yaml'].split('\n').filter((line) => !before.has(line));
    expect(lines.length).toBeLessThan(30);
    expect(lines).toContain('    count: 3');
  });

  it('are not there where they would not be the same', () => {
    const resolved = resolvedIn('scenarios/theory/mm1.yaml');
    const { day } = resolved.scenario;
    const other = { ...resolved, scenario: { ...resolved.scenario, day: { ...day, warmUp: -1 } } };
    expect(sourceOf(other)).toEqual({ kind: 'resolved', name: 'runs/kept', text: resolvedText(other) });
    const unknown = { ...resolved.scenario, policy: { ...resolved.scenario.policy, protectedExit: 'gone' } };
    expect(sourceOf({ ...resolved, scenario: unknown }).kind).toBe('resolved');
  });

  it.each(['../../evil', '/etc/evil', '__proto__', 'a\\b'])(
    'are not there where recorded arrivals have no name for a file: %s',
    (id) => {
      const { scenario, traces } = resolvedIn(TOWN);
      const { recorded, ...others } = scenario.arrivals;
      const arrivals = Object.fromEntries([...Object.entries(others), [id, recorded]]);
      const renamed = Object.fromEntries([[id, traces.recorded]]);
      expect(sourceOf({ scenario: { ...scenario, arrivals }, traces: renamed }).kind).toBe('resolved');
    },
  );
});
