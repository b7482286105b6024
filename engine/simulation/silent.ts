/** An observer that does nothing: for those that listen to little. */
import type { Observer } from './observer.ts';

export const SILENT: Observer = {
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
