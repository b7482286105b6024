/** One observer that tells several others, in their order. */
import type { Observer } from '../../engine/simulation/observer.ts';

export function several(...observers: readonly Observer[]): Observer {
  return {
    begin: (...told) => {
      for (const one of observers) one.begin(...told);
    },
    arrived: (...told) => {
      for (const one of observers) one.arrived(...told);
    },
    absent: (...told) => {
      for (const one of observers) one.absent(...told);
    },
    walks: (...told) => {
      for (const one of observers) one.walks(...told);
    },
    waits: (...told) => {
      for (const one of observers) one.waits(...told);
    },
    called: (...told) => {
      for (const one of observers) one.called(...told);
    },
    givesUp: (...told) => {
      for (const one of observers) one.givesUp(...told);
    },
    serviceStarts: (...told) => {
      for (const one of observers) one.serviceStarts(...told);
    },
    serviceEnds: (...told) => {
      for (const one of observers) one.serviceEnds(...told);
    },
    left: (...told) => {
      for (const one of observers) one.left(...told);
    },
    clerkChanges: (...told) => {
      for (const one of observers) one.clerkChanges(...told);
    },
    spaceChanges: (...told) => {
      for (const one of observers) one.spaceChanges(...told);
    },
    end: (...told) => {
      for (const one of observers) one.end(...told);
    },
  };
}
