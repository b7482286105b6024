/** The parts of the page, and where they are. */
import { dayChartsView } from '../charts/day-charts-view.ts';
import { floorView } from '../floor/floor-view.ts';
import { hallView } from '../floor/hall-view.ts';
import { headerView } from '../header/header-view.ts';
import { timelineView } from '../timeline/timeline-view.ts';
import { transportView } from '../timeline/transport-view.ts';
import type { MakeView } from './context.ts';
import type { Language } from './state.ts';

export interface Panel {
  /** In links. */
  readonly id: string;
  title(language: Language): string;
  readonly make: MakeView;
}

export const HEADER: readonly MakeView[] = [headerView];
export const STAGE: readonly MakeView[] = [floorView, transportView, timelineView, hallView];
/** Under one time axis, below the floor. */
export const CHARTS: readonly MakeView[] = [dayChartsView];
/** Beside the floor, one at a time; the first is open at the start. */
export const PANELS: readonly Panel[] = [];
