/** What of a state there is in a design and its day: a link, or a file that has been saved, may speak of somebody who is not. */
import type { House } from '../engine/house.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import type { Selected, ViewState } from './state.ts';

export function withinDay(
  { selected, hovered, time, stretch }: ViewState,
  house: House,
  day: ReplayDay,
): Partial<ViewState> {
  const counts: Readonly<Record<Selected['kind'], number>> = {
    visitor: day.visitors.length,
    clerk: house.clerks.length,
    space: house.plan.spaces.length,
    // A conflict that a link leads to is there or not once they are known.
    conflict: day.privacy?.conflicts.length ?? Number.POSITIVE_INFINITY,
  };
  const there = (one: Selected | null) => (one !== null && one.index < counts[one.kind] ? one : null);
  return {
    selected: there(selected),
    hovered: there(hovered),
    time: Math.min(time, day.to),
    stretch: stretch !== null && stretch[0] < day.to ? stretch : null,
  };
}
