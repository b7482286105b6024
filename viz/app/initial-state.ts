/** What a page shows at first, where no link says otherwise. */
import type { Language, ViewState } from './state.ts';

/** `time` in seconds after midnight. */
export function initialState(language: Language, time: number): ViewState {
  return {
    design: 0,
    replication: 0,
    beside: null,
    time,
    isPlaying: false,
    speed: 60,
    selected: null,
    hovered: null,
    pointed: null,
    highlighted: null,
    faring: [],
    stretch: null,
    layers: ['labels', 'speech', 'conflicts'],
    heat: 'none',
    changes: '',
    panel: '',
    language,
    theme: 'auto',
  };
}
