import { describe, expect, it } from 'vitest';
import { measureNamed } from '../../engine/experiment/measures.ts';
import { endingSentences } from '../../engine/report/ending.ts';
import { toJson } from '../../engine/report/json.ts';
import { continuation, terminalReport } from '../../engine/report/terminal/report.ts';
import { reportedScenario, smallReport } from './small-report.ts';

const definition = measureNamed('wait.mean');
if (definition === undefined) throw new Error('no such measure');
const figure = {
  measure: 'wait.mean',
  scope: {},
  unit: 'min',
  mean: 10,
  halfWidth: 0.19,
  confidence: 0.95,
  n: 1234,
} as const;
const precision = {
  precision: { definition, scope: {}, limit: 0.02, isRelative: true },
  figure,
  isReached: true,
};
const stopped = { by: 'interrupt', asked: 10_000, isIncomplete: true } as const;

describe('how a run ended', () => {
  it('is said where it was stopped', () => {
    expect(endingSentences({ stopped }, 1234)).toEqual([
      'stopped after 1,234 of 10,000 days; other routings and what would be without each cause are left out where they were not complete',
    ]);
    expect(endingSentences({ stopped: { ...stopped, by: 'time', isIncomplete: false } }, 1234)).toEqual([
      'stopped by its time budget after 1,234 days',
    ]);
    expect(endingSentences({}, 200)).toEqual([]);
  });

  it('is said where a precision was asked for, reached or not', () => {
    expect(endingSentences({ precision }, 1234)).toEqual([
      'wait.mean is known to ± 0.19 min (1.9 %), as asked for: ± 2 %',
    ]);
    const absolute = { definition, scope: { agency: 'vero' }, limit: 0.1, isRelative: false };
    expect(endingSentences({ precision: { precision: absolute, figure, isReached: false } }, 9)).toEqual([
      'wait.mean of vero is known to ± 0.19 min, and not yet to the ± 0.1 min asked for',
    ]);
  });

  it('is said where the figure was never observed, or the time was over after a day', () => {
    const none = { ...precision, figure: { ...figure, mean: null, halfWidth: null, n: 0 }, isReached: false };
    expect(endingSentences({ precision: none }, 1295)).toEqual([
      'wait.mean was observed on none of these days, and is not known',
    ]);
    expect(endingSentences({ stopped: { by: 'time', asked: 9, isIncomplete: false } }, 1)).toEqual([
      'stopped by its time budget after 1 day',
    ]);
  });

  it('is in the report, below its title', () => {
    const lines = terminalReport({ ...smallReport(), stopped, precision }, { scenario: reportedScenario() });
    expect(lines.slice(2, 5).join(' ')).toMatch(
      /^Stopped after 30 of 10,000 days; .* complete\. wait\.mean is/,
    );
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('is told below what was printed before it was known, and once', () => {
    const options = { scenario: reportedScenario() };
    const [first] = continuation({ ...smallReport(), stopped, precision }, options, { precision });
    expect(first).toMatch(/^Stopped after 30 of 10,000 days;/);
    const told = continuation({ ...smallReport(), stopped }, options, { stopped });
    expect(told.join(' ')).not.toMatch(/Stopped/);
  });

  it('is in the JSON, and only then', () => {
    expect(JSON.parse(toJson({ ...smallReport(), stopped, precision }))).toMatchObject({
      stopped: { by: 'interrupt', asked: 10_000, incomplete: true },
      precision: { measure: 'wait.mean', limit: 0.02, relative: true, halfWidth: 0.19, reached: true },
    });
    expect(toJson(smallReport())).not.toMatch(/stopped|precision/);
  });
});
