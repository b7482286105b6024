/** Several observers of one day, told one after the other. */
import type { Observer } from '../simulation/observer.ts';

/** The one observer where there is but one: nothing is passed on that need not be. */
export function together(observers: readonly Observer[]): Observer {
  const [first, ...others] = observers;
  if (first === undefined) throw new RangeError('nobody observes');
  return others.reduce((one, other) => pair(one, other), first);
}

function pair(one: Observer, other: Observer): Observer {
  return {
    begin(time, visitors) {
      one.begin(time, visitors);
      other.begin(time, visitors);
    },
    arrived(time, visitor) {
      one.arrived(time, visitor);
      other.arrived(time, visitor);
    },
    absent(time, source, outcome) {
      one.absent(time, source, outcome);
      other.absent(time, source, outcome);
    },
    walks(time, visitor, from, to, until) {
      one.walks(time, visitor, from, to, until);
      other.walks(time, visitor, from, to, until);
    },
    waits(time, visitor, stage, area, seated) {
      one.waits(time, visitor, stage, area, seated);
      other.waits(time, visitor, stage, area, seated);
    },
    called(time, visitor, stage, clerk, space) {
      one.called(time, visitor, stage, clerk, space);
      other.called(time, visitor, stage, clerk, space);
    },
    givesUp(time, visitor) {
      one.givesUp(time, visitor);
      other.givesUp(time, visitor);
    },
    serviceStarts(time, visitor, stage, clerk, space) {
      one.serviceStarts(time, visitor, stage, clerk, space);
      other.serviceStarts(time, visitor, stage, clerk, space);
    },
    serviceEnds(time, visitor, stage, clerk, space, completed) {
      one.serviceEnds(time, visitor, stage, clerk, space, completed);
      other.serviceEnds(time, visitor, stage, clerk, space, completed);
    },
    left(time, visitor, outcome) {
      one.left(time, visitor, outcome);
      other.left(time, visitor, outcome);
    },
    clerkChanges(time, clerk, state) {
      one.clerkChanges(time, clerk, state);
      other.clerkChanges(time, clerk, state);
    },
    spaceChanges(time, space, state, type) {
      one.spaceChanges(time, space, state, type);
      other.spaceChanges(time, space, state, type);
    },
    end(time) {
      one.end(time);
      other.end(time);
    },
  };
}
