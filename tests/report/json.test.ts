import { describe, expect, it } from 'vitest';
import { toJson } from '../../engine/report/json.ts';
import { comparedReport, smallCauses, smallReport } from './small-report.ts';

describe('results as JSON', () => {
  const text = toJson(smallReport());
  const read = JSON.parse(text);

  it('have the keys of the contract, in their order', () => {
    expect(Object.keys(read)).toEqual([
      'aula',
      'scenario',
      'routing',
      'seed',
      'replications',
      'measures',
      'targets',
      'causes',
    ]);
    expect(Object.keys(JSON.parse(toJson(comparedReport()))).at(-1)).toBe('comparison');
    expect(Object.keys(read.measures[0])).toEqual([
      'measure',
      'scope',
      'unit',
      'mean',
      'halfWidth',
      'confidence',
      'n',
    ]);
    expect(Object.keys(read.targets[0])).toEqual([
      'target',
      'measure',
      'scope',
      'relation',
      'limit',
      'unit',
      'mean',
      'halfWidth',
      'verdict',
    ]);
  });

  it('say what was run', () => {
    expect(read).toMatchObject({
      aula: '0.1.0',
      scenario: 'Porin yhteispalvelupiste, Yrjönkatu',
      routing: 'first-come-first-served',
      seed: 'pori',
      replications: 30,
    });
  });

  it('hold each figure in one row', () => {
    expect(read.measures).toContainEqual({
      measure: 'wait.mean',
      scope: { agency: 'vero' },
      unit: 'min',
      mean: 13.061,
      halfWidth: 1.52,
      confidence: 0.95,
      n: 30,
    });
    expect(read.measures).toContainEqual({
      measure: 'space.occupancy',
      scope: { spaceType: 'room', hour: 10 },
      unit: '1',
      mean: 0.1,
      halfWidth: 0.02,
      confidence: 0.95,
      n: 30,
    });
    expect(read.targets[0]).toEqual({
      target: 'wait.p90 of vero <= 40 min',
      measure: 'wait.p90',
      scope: { agency: 'vero' },
      relation: '<=',
      limit: 40,
      unit: 'min',
      mean: 31.2,
      halfWidth: 4.6,
      verdict: 'met',
    });
  });

  it('hold the comparison with its paired differences', () => {
    const { comparison } = JSON.parse(toJson(comparedReport()));
    expect(comparison).toHaveLength(8);
    expect(comparison[0]).toMatchObject({ routing: 'first-come-first-served', difference: null });
    expect(comparison[4]).toEqual({
      routing: 'dedicated',
      measure: 'wait.mean',
      scope: {},
      unit: 'min',
      mean: 14.05,
      halfWidth: 1.13,
      difference: 2.81,
      differenceHalfWidth: 0.42,
      confidence: 0.95,
      n: 30,
    });
  });

  it('hold the causes of exposure, the largest first, and what changes without each', () => {
    expect(read.causes.map(({ cause }: { cause: string }) => cause)).toEqual([
      'shortage',
      'layout',
      'people',
    ]);
    expect(read.causes[0]).toEqual({
      cause: 'shortage',
      share: 0.7922204214,
      exposure: 48.88,
      exposureHalfWidth: 3.71,
      conflicts: 9.8,
      conflictsHalfWidth: 0.9,
      change: 'with as many proper places as are ever needed, where there are some now',
      exposureDifference: -47.1,
      exposureDifferenceHalfWidth: 3.8,
      conflictsDifference: -9.1,
      conflictsDifferenceHalfWidth: 0.9,
      waitDifference: -1.24,
      waitDifferenceHalfWidth: 0.31,
      servicesDifference: 0,
      servicesDifferenceHalfWidth: 0,
      confidence: 0.95,
      n: 30,
    });
  });

  it('hold no change where the design without the cause was not run', () => {
    const report = smallReport();
    const { causes } = JSON.parse(toJson({ ...report, causes: smallCauses(report.measures, false) }));
    expect(causes[0]).toMatchObject({ exposure: 48.88, change: null, exposureDifference: null });
  });

  it('write one row a line, so that two results can be compared line by line', () => {
    const lines = text.split('\n');
    expect(lines).toContain(
      '    {"measure":"wait.mean","scope":{},"unit":"min","mean":11.24,"halfWidth":1.13,"confidence":0.95,"n":30},',
    );
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('are the same bytes for the same results', () => {
    expect(toJson(smallReport())).toBe(text);
  });
});
