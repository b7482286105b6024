/**
 * Days that are told rather than simulated: a simulator that reports, for each replication, visitors who wait for
 * the tax office and are served or leave. For tests of what comes after a simulation.
 */
import type { MakeSimulator } from '../../engine/experiment/run.ts';
import { CLERK, OUTCOME, SPACE } from '../../engine/simulation/observer.ts';
import { at, Guests, STAGES, TYPE } from '../statistics/small-house.ts';

/** What happens on one day: the waits in minutes of those served, and how many leave. */
export interface ToldDay {
  readonly waits: readonly number[];
  readonly gone?: number;
}

/** A simulator that tells these days, one a replication. Services take 5 minutes and do not compete. */
export function telling(days: readonly ToldDay[]): MakeSimulator {
  return (_model, _seed, observer) => ({
    run(replication) {
      const { waits, gone = 0 } = days[replication] ?? { waits: [] };
      const guests = new Guests();
      observer.begin(at(9), guests.table);
      observer.clerkChanges(at(9), 0, CLERK.free);
      observer.spaceChanges(at(9), 0, SPACE.free, TYPE.desk);
      for (const wait of waits) {
        const visitor = guests.come({ time: at(10), stages: [STAGES.tax] });
        observer.arrived(at(10), visitor);
        observer.waits(at(10), visitor, STAGES.tax, -1, true);
        observer.called(at(10, wait), visitor, STAGES.tax, 0, 0);
        observer.serviceStarts(at(10, wait), visitor, STAGES.tax, 0, 0);
        observer.serviceEnds(at(10, wait + 5), visitor, STAGES.tax, 0, 0, true);
        guests.table.mattersDone[visitor] = 1;
        observer.left(at(10, wait + 5), visitor, OUTCOME.served);
      }
      for (let k = 0; k < gone; k++) {
        const visitor = guests.come({ time: at(10), stages: [STAGES.tax] });
        observer.arrived(at(10), visitor);
        observer.left(at(10), visitor, OUTCOME.balked);
      }
      observer.clerkChanges(at(11), 0, CLERK.serving);
      observer.spaceChanges(at(11), 0, SPACE.occupied, TYPE.desk);
      observer.end(at(12));
    },
  });
}
