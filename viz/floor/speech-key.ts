/** What the shades of speech mean, below the floor. */
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import { Format } from '../words/format.ts';
import { STI_STEPS } from './speech-layer.ts';
import { words } from './words.ts';

export function speechKey({ store }: Context): HTMLElement {
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  return element(
    'p',
    { class: 'speech-key' },
    said.speechKey,
    ...STI_STEPS.map((sti, k) =>
      element('span', {}, element('i', { class: `at-${k}` }), format.fixed(sti, 2)),
    ),
    element('span', { class: 'of-few' }, element('i', { class: 'limit' }), said.speechLimit),
    element('span', { class: 'of-many' }, said.speechMany),
    element('strong', { class: 'of-coming' }, said.speechComing),
  );
}
