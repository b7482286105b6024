/**
 * Days that are told rather than simulated: an executor that reports, for each replication, visitors who wait for
 * the tax office and are served or leave. For tests of what comes after a simulation.
 */
import { DaysPacker } from '../../engine/experiment/days.ts';
import { modelOf } from '../../engine/experiment/design.ts';
import type { Executor } from '../../engine/experiment/executor.ts';
import { MeasuredDay } from '../../engine/experiment/measured-day.ts';
import { CLERK, type Observer, OUTCOME, SPACE } from '../../engine/simulation/observer.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { at, Guests, MATTER, TYPE } from '../statistics/small-house.ts';

/** What happens on one day: the waits in minutes of those served, and how many leave. */
export interface ToldDay {
  readonly waits: readonly number[];
  readonly gone?: number;
}

/** An executor that tells these days of the small house, one a replication. Services take 5 minutes and do not compete. */
export function telling(days: readonly ToldDay[]): Executor {
  return {
    async run({ design, from, to, onDays }) {
      const model = modelOf(design);
      const statistics = new Statistics(model);
      const observer = new MeasuredDay(model, statistics);
      const stage = model.stages.findIndex(({ matter }) => matter === MATTER.tax);
      for (let replication = from; replication < to; replication++) {
        tell(days[replication] ?? { waits: [] }, stage, observer);
        const packer = new DaysPacker(replication);
        packer.add(statistics.figures);
        onDays(packer.pack());
      }
    },
    async close() {},
  };
}

function tell({ waits, gone = 0 }: ToldDay, stage: number, observer: Observer): void {
  const guests = new Guests();
  observer.begin(at(9), guests.table);
  observer.clerkChanges(at(9), 0, CLERK.free);
  observer.spaceChanges(at(9), 0, SPACE.free, TYPE.desk);
  for (const wait of waits) {
    const visitor = guests.come({ time: at(10), stages: [stage] });
    observer.arrived(at(10), visitor);
    observer.waits(at(10), visitor, stage, -1, true);
    observer.called(at(10, wait), visitor, stage, 0, 0);
    observer.serviceStarts(at(10, wait), visitor, stage, 0, 0);
    observer.serviceEnds(at(10, wait + 5), visitor, stage, 0, 0, true);
    guests.table.mattersDone[visitor] = 1;
    observer.left(at(10, wait + 5), visitor, OUTCOME.served);
  }
  for (let k = 0; k < gone; k++) {
    const visitor = guests.come({ time: at(10), stages: [stage] });
    observer.arrived(at(10), visitor);
    observer.left(at(10), visitor, OUTCOME.balked);
  }
  observer.clerkChanges(at(11), 0, CLERK.serving);
  observer.spaceChanges(at(11), 0, SPACE.occupied, TYPE.desk);
  observer.end(at(12));
}
