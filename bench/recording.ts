/**
 * What recording costs: days of Pori with waits and privacy measured, without and with every event and conflict
 * recorded, by turns, so that the ratio does not depend on what else the machine does.
 */
import { nodeReader } from '../engine/cli/node-reader.ts';
import { MeasuredDay } from '../engine/experiment/measured-day.ts';
import { compile } from '../engine/model/compile.ts';
import type { Model } from '../engine/model/model.ts';
import { Recording } from '../engine/recording/recording.ts';
import { load } from '../engine/scenario/load.ts';
import { Simulation } from '../engine/simulation/simulation.ts';
import { Statistics } from '../engine/statistics/statistics.ts';
import type { Work } from './work.ts';

const DAYS = 300;
/** Days in a row of one kind before the other has its turn. */
const TURN = 30;

interface Lane {
  readonly simulation: Simulation;
  readonly recording: Recording | null;
}

let lanes: { readonly without: Lane; readonly recorded: Lane } | null = null;

/** Its count is of days recorded; the note tells the share of the speed that is left. */
export const recording: Work = {
  name: 'Pori, every event recorded',
  unit: 'days/s',
  run() {
    lanes ??= prepare('scenarios/pori.yaml');
    const { without, recorded } = lanes;
    const seconds = { without: 0, recorded: 0 };
    let events = 0;
    for (let first = 0; first < DAYS; first += TURN) {
      seconds.without += secondsFor(without, first, () => {});
      seconds.recorded += secondsFor(recorded, first, (record) => {
        events += record?.events.length ?? 0;
      });
    }
    return {
      count: DAYS,
      seconds: seconds.recorded,
      note: `${(events / DAYS).toFixed(0)} events a day, ${(seconds.without / seconds.recorded).toFixed(3)} of the speed without`,
    };
  },
};

function secondsFor(
  { simulation, recording }: Lane,
  first: number,
  afterDay: (recording: Recording | null) => void,
): number {
  const began = performance.now();
  for (let replication = first; replication < first + TURN; replication++) {
    simulation.run(replication);
    afterDay(recording);
  }
  return (performance.now() - began) / 1000;
}

function prepare(path: string) {
  const loaded = load(path, nodeReader);
  if (!loaded.ok) throw new Error(`${path} has errors; run aula check on it`);
  const model = compile(loaded.scenario, { traces: loaded.traces });
  return { without: lane(model, null), recorded: lane(model, new Recording()) };
}

function lane(model: Model, record: Recording | null): Lane {
  const observer = new MeasuredDay(model, new Statistics(model), record);
  return { simulation: new Simulation(model, 'bench', observer), recording: record };
}

if (import.meta.main) {
  recording.run();
  for (let k = 0; k < 5; k++) {
    const { count, seconds, note } = recording.run();
    console.log(`${(count / seconds).toFixed(0)} days/s, ${note}`);
  }
}
