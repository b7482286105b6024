/** The parts of the page, and where they are. */
import { dayChartsView } from '../charts/day-charts-view.ts';
import { conflictsPanel } from '../conflicts/conflicts-panel.ts';
import { words as conflictWords } from '../conflicts/words.ts';
import { daysView } from '../days/days-view.ts';
import { words as daysWords } from '../days/words.ts';
import { besideView } from '../designs/beside-view.ts';
import { designsView } from '../designs/designs-view.ts';
import { soFarView } from '../designs/so-far-view.ts';
import { words as designWords } from '../designs/words.ts';
import { floorView } from '../floor/floor-view.ts';
import { hallView } from '../floor/hall-view.ts';
import { followPanel } from '../follow/follow-panel.ts';
import { words as followWords } from '../follow/words.ts';
import { commandView } from '../header/command-view.ts';
import { headerView } from '../header/header-view.ts';
import { privacyNotice } from '../privacy/privacy-notice.ts';
import { timelineView } from '../timeline/timeline-view.ts';
import { transportView } from '../timeline/transport-view.ts';
import { tryView } from '../try/try-view.ts';
import { words as tryWords } from '../try/words.ts';
import type { MakeView } from './context.ts';
import { remadeForPrivacy } from './remade.ts';
import type { Language, Selected } from './state.ts';

export interface Panel {
  /** In links. */
  readonly id: string;
  title(language: Language): string;
  /** What it tells of: the panel comes to the front when such a thing is selected. */
  readonly opensFor?: readonly Selected['kind'][];
  /** Whether it tells of privacy, and is made anew once that is known. */
  readonly isOfPrivacy?: true;
  readonly make: MakeView;
}

export const HEADER: readonly MakeView[] = [headerView, commandView];
export const STAGE: readonly MakeView[] = [
  floorView,
  besideView,
  soFarView,
  privacyNotice,
  transportView,
  remadeForPrivacy(timelineView),
  hallView,
];
/** Under one time axis, below the floor. */
export const CHARTS: readonly MakeView[] = [dayChartsView];
/** Beside the floor, one at a time; the first is open at the start. */
export const PANELS: readonly Panel[] = [
  {
    id: 'follow',
    title: (language) => followWords(language).title,
    opensFor: ['visitor', 'clerk', 'space'],
    isOfPrivacy: true,
    make: followPanel,
  },
  {
    id: 'conflicts',
    title: (language) => conflictWords(language).title,
    opensFor: ['conflict'],
    isOfPrivacy: true,
    make: conflictsPanel,
  },
  { id: 'days', title: (language) => daysWords(language).title, make: daysView },
  { id: 'try', title: (language) => tryWords(language).title, make: tryView },
  { id: 'designs', title: (language) => designWords(language).title, make: designsView },
];
