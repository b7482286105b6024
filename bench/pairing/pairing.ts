/**
 * What it saves that designs meet the same visitors: Pori as it is against Pori with one more booth, or one more adviser. The
 * variance of a difference of two independent experiments over that of the paired one is how many times as many replications
 * the same half-width would take without pairing. `npm run -s pairing`; with `--write` into bench/results/pairing.json.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sampleVariance } from 'simple-statistics';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { DayMaker } from '../../engine/experiment/day-maker.ts';
import { designOf, modelOf } from '../../engine/experiment/design.ts';
import { type Estimate, pairedDifference } from '../../engine/experiment/estimate/estimate.ts';
import { measureNamed } from '../../engine/experiment/measures.ts';
import { estimateOf } from '../../engine/experiment/results.ts';
import { Sample } from '../../engine/experiment/sample.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';

const MEASURES = [
  'wait.mean',
  'wait.median',
  'wait.p90',
  'left.share',
  'house.mean',
  'privacy.exposure',
  'privacy.conflicts',
];

/** On the rectangle of another one, so that it adds capacity and nothing else. */
const withBooth = (scenario: Scenario): Scenario => ({
  ...scenario,
  spaces: { ...scenario.spaces, 'b4.2': scenario.spaces.b4 },
});

const withAdviser = (scenario: Scenario): Scenario => ({
  ...scenario,
  roles: {
    ...scenario.roles,
    adviser: { ...scenario.roles.adviser, count: scenario.roles.adviser.count + 1 },
  },
});

function estimates(scenario: Scenario, replications: number): Map<string, Estimate> {
  const model = modelOf(designOf(scenario));
  const sample = new Sample(model);
  const maker = new DayMaker(model, 'pairing');
  while (sample.replications < replications) {
    const first = sample.replications;
    sample.add(maker.make(first, Math.min(first + 50, replications), () => false));
  }
  return new Map(
    MEASURES.map((name) => {
      const definition = measureNamed(name);
      if (definition === undefined) throw new Error(`there is no measure ${name}`);
      return [name, estimateOf(sample, definition, 'all', 0, 0.95)];
    }),
  );
}

const variance = ({ influence }: Estimate) =>
  influence === null ? Number.NaN : sampleVariance([...influence]);

const { values: options } = parseArgs({
  options: { days: { type: 'string', default: '1000' }, write: { type: 'boolean', default: false } },
});
const days = Number(options.days);
const loaded = load('scenarios/pori.yaml', nodeReader);
if (!loaded.ok) throw new Error('scenarios/pori.yaml has errors; run aula check on it');
const base = estimates(loaded.scenario, days);
const rows = Object.entries({ 'one more booth': withBooth, 'one more adviser': withAdviser }).flatMap(
  ([change, design]) => {
    const other = estimates(design(loaded.scenario), days);
    console.log(`\nPori with ${change}, ${days} days, in SI units`);
    return MEASURES.map((measure) => {
      const [before, after] = [base.get(measure), other.get(measure)];
      if (before === undefined || after === undefined) throw new Error(`no ${measure}`);
      const difference = pairedDifference(after, before, 0.95);
      const ratio = (variance(before) + variance(after)) / variance(difference);
      const { mean, halfWidth } = difference;
      console.log(
        `${measure.padEnd(20)} ${mean?.toPrecision(3).padStart(10)} ± ${halfWidth?.toPrecision(2).padEnd(8)} ` +
          `${ratio.toFixed(1).padStart(6)} times as many days without pairing`,
      );
      return { change, measure, days, difference: mean, halfWidth, ratio: Number(ratio.toPrecision(4)) };
    });
  },
);
if (options.write) {
  const file = new URL('../results/pairing.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify({ rows }, null, 1)}\n`);
}
