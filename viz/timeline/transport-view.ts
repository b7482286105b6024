/** Plays, pauses, and sets the speed. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { SPEEDS } from '../app/state.ts';
import { Format } from '../words/format.ts';
import { words } from './words.ts';

export function transportView({ store, day }: Context): View {
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const play = element('button', { type: 'button', class: 'play', id: 'play' });
  const clock = element('output', { class: 'clock', 'aria-live': 'off' });
  const speed = element('select', { id: 'speed', 'aria-label': said.speed });
  speed.append(...SPEEDS.map((one) => element('option', { value: one }, `${format.number(one)}×`)));
  play.addEventListener('click', () => {
    const { isPlaying, time } = store.state;
    store.set({ isPlaying: !isPlaying, ...(!isPlaying && time >= day.to && { time: day.from }) });
  });
  speed.addEventListener('change', () => store.set({ speed: Number(speed.value) }));
  return {
    element: element('div', { class: 'transport' }, play, clock, speed),
    update(changed) {
      const { state } = store;
      if (changed.has('isPlaying')) {
        play.textContent = state.isPlaying ? '❚❚' : '▶';
        play.setAttribute('aria-label', state.isPlaying ? said.pause : said.play);
      }
      if (changed.has('speed')) speed.value = String(state.speed);
      if (changed.has('time')) clock.textContent = format.time(state.time, true);
    },
  };
}
