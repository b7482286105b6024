/** The keys of the page: what each does, by itself and in the list of help. */
import type { Context } from '../app/context.ts';
import { HEATS, LAYERS, SPEEDS } from '../app/state.ts';
import { conflictFrom, eventFrom } from '../timeline/steps.ts';
import type { KeyWords } from './words.ts';

export interface Key {
  /** As in KeyboardEvent.key; what is written with Shift has it before. */
  readonly keys: readonly string[];
  /** As the help shows them. */
  readonly shown: readonly string[];
  readonly what: keyof Omit<KeyWords, 'title' | 'close' | 'on' | 'more'>;
  /** `which` is the position in `keys`. */
  act(context: Context, which: number): void;
}

/** Seconds of the day. */
const STEP = 10;
const LEAP = 600;

const direction = (which: number): 1 | -1 => (which === 0 ? -1 : 1);

const goTo = ({ store, day }: Context, time: number | null): void => {
  if (time !== null) store.set({ time: Math.min(day.to, Math.max(day.from, time)), isPlaying: false });
};

export const KEYS: readonly Key[] = [
  {
    keys: [' ', 'k'],
    shown: ['␣'],
    what: 'play',
    act({ store, day }) {
      const { isPlaying, time } = store.state;
      store.set({ isPlaying: !isPlaying, ...(!isPlaying && time >= day.to && { time: day.from }) });
    },
  },
  {
    keys: [',', '.'],
    shown: [',', '.'],
    what: 'event',
    act: (context, which) =>
      goTo(context, eventFrom(context.day, context.store.state.time, direction(which))),
  },
  {
    keys: ['N', 'n'],
    shown: ['N', 'n'],
    what: 'conflict',
    act(context, which) {
      const { store, day } = context;
      const index = conflictFrom(day, store.state.time, direction(which));
      if (index === null || day.privacy === null) return;
      store.set({ selected: { kind: 'conflict', index } });
      goTo(context, day.privacy.conflicts.from[index]);
    },
  },
  {
    keys: ['[', ']'],
    shown: ['[', ']'],
    what: 'speed',
    act({ store }, which) {
      const at = SPEEDS.indexOf(store.state.speed as (typeof SPEEDS)[number]);
      store.set({ speed: SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + direction(which)))] });
    },
  },
  {
    keys: ['ArrowLeft', 'ArrowRight'],
    shown: ['←', '→'],
    what: 'step',
    act: (context, which) => goTo(context, context.store.state.time + STEP * direction(which)),
  },
  {
    keys: ['PageUp', 'PageDown'],
    shown: ['PgUp', 'PgDn'],
    what: 'leap',
    act: (context, which) => goTo(context, context.store.state.time + LEAP * direction(which)),
  },
  {
    keys: ['Home', 'End'],
    shown: ['Home', 'End'],
    what: 'ends',
    act: (context, which) => goTo(context, which === 0 ? context.day.from : context.day.to),
  },
  {
    keys: ['D', 'd'],
    shown: ['D', 'd'],
    what: 'day',
    act({ store, parcel }, which) {
      const replication = store.state.replication + direction(which);
      if (replication >= 0 && replication < parcel.replications) store.set({ replication, selected: null });
    },
  },
  {
    keys: ['V', 'v'],
    shown: ['V', 'v'],
    what: 'visitor',
    act({ store, day }, which) {
      const { selected } = store.state;
      const from = selected?.kind === 'visitor' ? selected.index : which === 0 ? day.visitors.length : -1;
      const index = from + direction(which);
      if (index >= 0 && index < day.visitors.length) store.set({ selected: { kind: 'visitor', index } });
    },
  },
  {
    keys: ['q', 'w', 'e', 'r', 't'],
    shown: ['q', 'w', 'e', 'r', 't'],
    what: 'layers',
    act({ store }, which) {
      const layer = LAYERS[which];
      const { layers } = store.state;
      store.set({
        layers: LAYERS.filter((one) => (one === layer ? !layers.includes(one) : layers.includes(one))),
      });
    },
  },
  {
    keys: ['h'],
    shown: ['h'],
    what: 'heat',
    act({ store }) {
      store.set({ heat: HEATS[(HEATS.indexOf(store.state.heat) + 1) % HEATS.length] });
    },
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: ['1', '…', '9'],
    what: 'panel',
    act(_, which) {
      const tab = document.querySelectorAll<HTMLElement>('[role=tab]')[which];
      tab?.click();
      tab?.focus();
    },
  },
  {
    keys: ['Escape'],
    shown: ['Esc'],
    what: 'deselect',
    act: ({ store }) => store.set({ selected: null, stretch: null }),
  },
];
