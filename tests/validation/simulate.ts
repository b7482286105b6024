/** Runs a scenario of `scenarios/theory` through the whole engine, with changes for tests that must fail. */
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { designOf } from '../../engine/experiment/design.ts';
import { InProcessExecutor } from '../../engine/experiment/in-process-executor.ts';
import type { Measure, Results } from '../../engine/experiment/results.ts';
import { run } from '../../engine/experiment/run.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';

/** The confidence of every comparison with theory: a right engine fails one in a thousand of them. */
export const CONFIDENCE = 0.999;

export function theory(name: string): Scenario {
  const loaded = load(`scenarios/theory/${name}.yaml`, nodeReader);
  if (!loaded.ok)
    throw new Error(`${name} does not load: ${loaded.findings.map(({ finding }) => finding.message)}`);
  return loaded.scenario;
}

export function simulate(scenario: Scenario, replications: number, seed = 'theory'): Promise<Results> {
  const executor = new InProcessExecutor();
  return run(designOf(scenario), { replications, seed, executor, confidence: CONFIDENCE });
}

export function figure(results: Results, measure: string, scope: Measure['scope'] = {}): Interval {
  const wanted = JSON.stringify(scope);
  const found = results.measures.find(
    (row) => row.measure === measure && JSON.stringify(row.scope) === wanted,
  );
  if (found?.mean == null || found.halfWidth === null) throw new Error(`no ${measure} for ${wanted}`);
  return { mean: found.mean, halfWidth: found.halfWidth };
}

export interface Interval {
  readonly mean: number;
  readonly halfWidth: number;
}

/** Whether the interval holds the value. */
export const holds = ({ mean, halfWidth }: Interval, value: number): boolean =>
  Math.abs(mean - value) <= halfWidth;

/** Half the interval's width as a share of its middle. */
export const relativeWidth = ({ mean, halfWidth }: Interval): number => halfWidth / mean;
