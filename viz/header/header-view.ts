/** The head of the page: what is shown. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';

export function headerView({ house }: Context): View {
  return {
    element: element('div', { class: 'head' }, element('h1', {}, house.scenario.name)),
    update() {},
  };
}
