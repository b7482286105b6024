/**
 * Days of a scenario through the whole engine on one thread: bare, with an observer that does nothing; with waits,
 * visits and use measured; with privacy too, without and with babble; and with every event recorded. Each round
 * simulates days of its own. An event is one that the simulation takes from its agenda, void ones too.
 */
import { nodeReader } from '../engine/cli/node-reader.ts';
import { MeasuredDay } from '../engine/experiment/measured-day.ts';
import { compile } from '../engine/model/compile.ts';
import type { Model } from '../engine/model/model.ts';
import { Recording } from '../engine/recording/recording.ts';
import { load } from '../engine/scenario/load.ts';
import type { Scenario } from '../engine/scenario/schema.ts';
import type { Observer } from '../engine/simulation/observer.ts';
import { SILENT } from '../engine/simulation/silent.ts';
import { Simulation } from '../engine/simulation/simulation.ts';
import { Statistics } from '../engine/statistics/statistics.ts';
import { secondsOf } from './clock.ts';
import { DayCounts } from './day-counts.ts';
import type { Work } from './work.ts';

const DAY = 'scenarios/theory/day.yaml';
const PORI = 'scenarios/pori.yaml';

const measured = (model: Model) => new Statistics(model);
const inFull = (model: Model) => new MeasuredDay(model, new Statistics(model));
const recorded = (model: Model) => new MeasuredDay(model, new Statistics(model), new Recording());

/** DAY with what the peers count, no more and no less. */
const day: Work = work('DAY', DAY, 500, () => new DayCounts());

export const DAYS: readonly Work[] = [
  day,
  { ...work('DAY, measured', DAY, 500, measured), besides: day.name },
  work('Pori, bare', PORI, 300, () => SILENT),
  work('Pori, measured', PORI, 300, measured),
  { ...work('Pori, private too', PORI, 300, inFull), besides: 'Pori, measured' },
  { ...work('Pori, recorded too', PORI, 300, recorded), besides: 'Pori, private too' },
  { ...work('Pori, amid babble', PORI, 100, inFull, withBabble), besides: 'Pori, measured' },
];

function withBabble(scenario: Scenario): Scenario {
  return { ...scenario, acoustics: { ...scenario.acoustics, babble: true } };
}

function work(
  name: string,
  path: string,
  days: number,
  observerOf: (model: Model) => Observer,
  change: (scenario: Scenario) => Scenario = (scenario) => scenario,
): Work {
  let prepared: { simulation: Simulation; observer: Observer } | null = null;
  let next = 0;
  return {
    name,
    unit: 'days/s',
    run() {
      prepared ??= prepare(path, observerOf, change);
      const { simulation, observer } = prepared;
      const before = simulation.events;
      const seconds = secondsOf(() => {
        for (let k = 0; k < days; k++) simulation.run(next++);
      });
      const events = (simulation.events - before) / days;
      return { count: days, seconds, events, ...(observer instanceof DayCounts && observer.totals) };
    },
  };
}

function prepare(
  path: string,
  observerOf: (model: Model) => Observer,
  change: (scenario: Scenario) => Scenario,
): { simulation: Simulation; observer: Observer } {
  const loaded = load(path, nodeReader);
  if (!loaded.ok) throw new Error(`${path} has errors; run aula check on it`);
  const model = compile(change(loaded.scenario), { traces: loaded.traces });
  const observer = observerOf(model);
  return { simulation: new Simulation(model, 'bench', observer), observer };
}
