import { beforeAll, describe, expect, test } from 'vitest';
import { Contrasts, contrastOf } from '../../../engine/experiment/contrasts.ts';
import { designOf } from '../../../engine/experiment/design.ts';
import { InProcessExecutor } from '../../../engine/experiment/in-process-executor.ts';
import { run } from '../../../engine/experiment/run.ts';
import { comparisonsOf, weighedIn } from '../../../engine/experiment/weighed.ts';
import { judgeTargets } from '../../../engine/report/judgement.ts';
import { loadText } from '../../../engine/scenario/load.ts';
import { textReader } from '../../../viz/engine/text-reader.ts';
import { type TrialOpened, Trials } from '../../../viz/engine/trial.ts';
import type { Change } from '../../../viz/try/change.ts';
import { filesSource } from '../files-source.ts';

const SOURCE = filesSource('scenarios/pori.yaml');
const CHANGES: readonly Change[] = [
  { kind: 'clerks', role: 'adviser', count: 3 },
  { kind: 'addSpace', id: 'b5', of: 'b4', at: [1.5, 12.2] },
  { kind: 'fallback', minutes: 20 },
];
const DAYS = 12;

describe('a change that is tried', () => {
  const trials = new Trials();
  let opened: TrialOpened;
  beforeAll(() => {
    trials.open(0, SOURCE, []);
    opened = trials.open(1, SOURCE, CHANGES);
    // In pieces, and out of order, as several workers bring them.
    for (const [id, from, to] of [
      [1, 5, 12],
      [0, 0, 8],
      [1, 0, 5],
      [0, 8, 20],
    ] as const)
      trials.add(id, trials.days(id, 'seed', from, to));
  }, 60_000);

  test('has the figures of its saved file, compared with the base by the terminal', async () => {
    const { source } = opened;
    if (source.kind !== 'files') throw new Error('the source is no file');
    const saved = loadText(source.texts[source.entry], source.entry, textReader(source));
    const base = loadText(SOURCE.texts[SOURCE.entry], SOURCE.entry, textReader(SOURCE));
    if (!saved.ok || !base.ok) throw new Error('the saved scenario is refused');
    const scenarios = [base.scenario, saved.scenario];
    const weighed = weighedIn(scenarios);
    const contrasts = new Contrasts(weighed, comparisonsOf(weighed, scenarios));
    const results = [];
    for (const scenario of scenarios) {
      results.push(
        await run(designOf(scenario), {
          replications: DAYS,
          seed: 'seed',
          executor: new InProcessExecutor(),
        }),
      );
    }
    const [one, other] = results.map((result) => contrasts.add(result));
    const figures = trials.figures(0, 1, 'seed', DAYS);
    expect(figures.compared).toHaveLength(weighed.length);
    for (const { weighed, base, changed, difference, isReal } of figures.compared) {
      expect(base).toEqual(contrastOf(one, weighed.measure, weighed.scope)?.figure);
      const contrast = contrastOf(other, weighed.measure, weighed.scope);
      expect(changed).toEqual(contrast?.figure);
      expect(difference).toEqual(contrast?.difference);
      expect(isReal).toBe(contrast?.isReal);
    }
    expect(figures.targets.changed).toEqual(judgeTargets(saved.scenario, results[1].measures));
    expect(figures.visitorsApart).toEqual([]);
    for (const { weighed, changed } of figures.more) {
      const row = results[1].measures.find(
        ({ measure, scope }) =>
          measure === weighed.measure && JSON.stringify(scope) === JSON.stringify(weighed.scope),
      );
      expect(changed).toEqual(row);
    }
  });

  test('has the same figures whether they were looked at before or not', () => {
    const fresh = trials.figures(0, 1, 'seed', 10);
    trials.figures(0, 1, 'seed', 4);
    expect(trials.figures(0, 1, 'seed', 10)).toEqual(fresh);
  });

  test('tells what is wrong at the control that it is of, and keeps the text', () => {
    const bad: readonly Change[] = [
      { kind: 'clerks', role: 'adviser', count: 3 },
      { kind: 'spaceType', space: 'b1', type: 'nothing' },
      { kind: 'moveWall', wall: 'nowhere', by: [1, 0] },
    ];
    const { house, problems, source } = trials.open(2, SOURCE, bad);
    expect(house).toBeNull();
    expect(problems['spaceType b1']).toContain('spaces.b1.type');
    expect(problems['moveWall nowhere']).toBe('there is no wall nowhere');
    expect(source.kind === 'files' && source.texts[source.entry]).toContain('count: 3');
  });

  test('that changes who comes says so', () => {
    trials.open(3, SOURCE, [{ kind: 'volume', of: '', arrivals: ['vero'], factor: 2 }]);
    trials.add(3, trials.days(3, 'seed', 0, 2));
    expect(trials.figures(0, 3, 'seed', 2).visitorsApart).toEqual(['arrivals']);
  });
});
