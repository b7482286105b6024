/**
 * Days of a scenario through the whole engine on one thread: bare, with an observer that does nothing; with waits,
 * visits and use measured; and with privacy too, where the scenario has a floor, without and with babble. An event is one that the simulation takes from its agenda, void ones too.
 */
import { nodeReader } from '../engine/cli/node-reader.ts';
import { MeasuredDay } from '../engine/experiment/measured-day.ts';
import { compile } from '../engine/model/compile.ts';
import type { Model } from '../engine/model/model.ts';
import { load } from '../engine/scenario/load.ts';
import type { Scenario } from '../engine/scenario/schema.ts';
import type { Observer } from '../engine/simulation/observer.ts';
import { Simulation } from '../engine/simulation/simulation.ts';
import { Statistics } from '../engine/statistics/statistics.ts';
import type { Work } from './work.ts';

const DAYS = 300;

const NOBODY: Observer = {
  begin: () => {},
  arrived: () => {},
  absent: () => {},
  walks: () => {},
  waits: () => {},
  called: () => {},
  givesUp: () => {},
  serviceStarts: () => {},
  serviceEnds: () => {},
  left: () => {},
  clerkChanges: () => {},
  spaceChanges: () => {},
  end: () => {},
};

export function days(name: string, path: string, hasFloor: boolean): Work[] {
  const measured = (model: Model) => new Statistics(model);
  const all = (model: Model) => new MeasuredDay(model, measured(model));
  const besides = `${name}, measured`;
  return [
    work(`${name}, bare`, path, () => NOBODY),
    work(besides, path, measured),
    ...(hasFloor
      ? [
          { ...work(`${name}, private too`, path, all), besides },
          { ...work(`${name}, amid babble`, path, all, withBabble), besides },
        ]
      : []),
  ];
}

const withBabble = (scenario: Scenario): Scenario => ({
  ...scenario,
  acoustics: { ...scenario.acoustics, babble: true },
});

function work(
  name: string,
  path: string,
  observerOf: (model: Model) => Observer,
  change: (scenario: Scenario) => Scenario = (scenario) => scenario,
): Work {
  let simulation: Simulation | null = null;
  return {
    name,
    unit: 'days/s',
    run() {
      simulation ??= prepare(path, observerOf, change);
      const before = simulation.events;
      const began = performance.now();
      for (let replication = 0; replication < DAYS; replication++) simulation.run(replication);
      const seconds = (performance.now() - began) / 1000;
      const events = simulation.events - before;
      return {
        count: DAYS,
        seconds,
        note: `${(1000 * (seconds / DAYS)).toFixed(2)} ms and ${(events / DAYS).toFixed(0)} events a day`,
      };
    },
  };
}

function prepare(
  path: string,
  observerOf: (model: Model) => Observer,
  change: (scenario: Scenario) => Scenario,
): Simulation {
  const loaded = load(path, nodeReader);
  if (!loaded.ok) throw new Error(`${path} has errors; run aula check on it`);
  const model = compile(change(loaded.scenario), { traces: loaded.traces });
  return new Simulation(model, 'bench', observerOf(model));
}
