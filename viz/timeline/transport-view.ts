/** Plays, pauses, sets the speed, steps from event to event, and says which stretch of the day is looked at. */
import { CHANNELS } from '../../engine/statistics/scopes.ts';
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { icon } from '../app/icon.ts';
import { SPEEDS } from '../app/state.ts';
import { notKnown } from '../privacy/not-known.ts';
import { channelOf } from '../replay/conflict-totals.ts';
import { channelWords } from '../words/channels.ts';
import { Format } from '../words/format.ts';
import { eventInWords } from './event-in-words.ts';
import { stretchBetween } from './pointing.ts';
import { conflictFrom, eventFrom } from './steps.ts';
import { words } from './words.ts';

const PLAY = 'M4 2.5v11l9-5.5z';
const PAUSE = 'M4 2.5h3v11h-3zM9 2.5h3v11h-3z';
const EVENT_BEFORE = 'M3 3h2v10h-2zM13 3v10l-7-5z';
const EVENT_NEXT = 'M11 3h2v10h-2zM3 3v10l7-5z';
const CONFLICT_BEFORE = 'M8 3v10l-7-5zM11 2h3l-.5 8h-2zM11.2 11.5h2.6v2.5h-2.6z';
const CONFLICT_NEXT = 'M8 3v10l7-5zM2 2h3l-.5 8h-2zM2.2 11.5h2.6v2.5h-2.6z';

export function transportView(context: Context): View {
  const { store, day } = context;
  const { language } = store.state;
  const said = words(language);
  const format = new Format(language);
  const button = (id: string, name: string, key: string, path: string, act: () => void) => {
    const made = element(
      'button',
      { type: 'button', id, class: 'tool', title: name, 'aria-label': name, 'aria-keyshortcuts': key },
      icon(path),
    );
    made.addEventListener('click', act);
    return made;
  };
  const clock = element('output', { class: 'clock', 'aria-live': 'off', for: 'time' });
  const happens = element('span', { class: 'happens', role: 'status' });

  const toEvent = (direction: 1 | -1) => {
    const time = eventFrom(day, store.state.time, direction);
    if (time === null) return;
    store.set({ time, isPlaying: false });
    say(eventInWords(day, time, language));
  };
  const toConflict = (direction: 1 | -1) => {
    const { privacy } = day;
    if (privacy === null) {
      say(notKnown(context) ?? '');
      return;
    }
    const index = conflictFrom(day, store.state.time, direction);
    if (index === null) {
      say(direction === 1 ? said.noConflict : said.noConflictBefore);
      return;
    }
    const { from, kind } = privacy.conflicts;
    store.set({ selected: { kind: 'conflict', index }, time: from[index], isPlaying: false });
    say(said.conflict(channelWords(language)[CHANNELS[channelOf(kind[index])]]));
  };
  const say = (text: string) => {
    happens.textContent = text;
  };

  const play = button('play', said.play, 'k', PLAY, () => {
    const { isPlaying, time } = store.state;
    store.set({ isPlaying: !isPlaying, ...(!isPlaying && time >= day.to && { time: day.from }) });
  });
  play.classList.add('play');
  const steps = element(
    'div',
    { class: 'tools' },
    button('conflict-before', said.conflictBefore, 'Shift+N', CONFLICT_BEFORE, () => toConflict(-1)),
    button('event-before', said.eventBefore, ',', EVENT_BEFORE, () => toEvent(-1)),
    play,
    button('event-next', said.eventNext, '.', EVENT_NEXT, () => toEvent(1)),
    button('conflict-next', said.conflictNext, 'n', CONFLICT_NEXT, () => toConflict(1)),
  );
  const speed = element('select', { id: 'speed', 'aria-label': said.speed });
  speed.append(...SPEEDS.map((one) => element('option', { value: one }, `${format.number(one)}×`)));
  speed.addEventListener('change', () => store.set({ speed: Number(speed.value) }));

  const plain = (id: string, text: string, act: () => void) => {
    const made = element('button', { type: 'button', id }, text);
    made.addEventListener('click', act);
    return made;
  };
  /** The stretch begins, or ends, at the present time. */
  const cut = (isBegin: boolean) => {
    const { time, stretch } = store.state;
    const [from, to] = stretch ?? [day.from, day.to];
    store.set({
      stretch: isBegin
        ? stretchBetween(time, Math.max(time, to), day)
        : stretchBetween(Math.min(from, time), time, day),
    });
  };
  const whole = plain('stretch-clear', said.wholeDay, () => store.set({ stretch: null }));
  const shown = element('output', { class: 'stretch-text' });
  const stretch = element(
    'div',
    { class: 'stretch', role: 'group', 'aria-label': said.stretch },
    shown,
    plain('stretch-from', said.fromHere, () => cut(true)),
    plain('stretch-to', said.toHere, () => cut(false)),
    whole,
  );
  return {
    element: element(
      'div',
      { class: 'transport', role: 'group', 'aria-label': said.controls },
      steps,
      clock,
      speed,
      happens,
      stretch,
    ),
    update(changed) {
      const { state } = store;
      if (changed.has('isPlaying')) {
        play.replaceChildren(icon(state.isPlaying ? PAUSE : PLAY));
        play.title = state.isPlaying ? said.pause : said.play;
        play.setAttribute('aria-label', play.title);
        if (state.isPlaying) say('');
      }
      if (changed.has('speed')) speed.value = String(state.speed);
      if (changed.has('time')) clock.textContent = format.time(state.time, true);
      if (changed.has('stretch')) {
        whole.disabled = state.stretch === null;
        shown.textContent =
          state.stretch === null ? said.wholeDay : state.stretch.map((time) => format.time(time)).join('–');
      }
    },
  };
}
