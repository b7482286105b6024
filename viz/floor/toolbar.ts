/** Which layers the floor shows, as buttons. */
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import { type Changed, HEATS, LAYERS, type Layer } from '../app/state.ts';
import { words } from './words.ts';

export interface Tool {
  readonly name: string;
  act(): void;
}

/** `tools` come after the layers. */
export function toolbar(context: Context, tools: readonly HTMLElement[]) {
  const { store, house } = context;
  const said = words(store.state.language);
  const can: Readonly<Record<Layer, boolean>> = {
    labels: true,
    speech: house.hears,
    sight: house.sees,
    conflicts: true,
    trails: true,
  };
  const layers = LAYERS.filter((layer) => can[layer]).map((layer) => {
    const button = element('button', { type: 'button', class: 'toggle' }, said.layers[layer]);
    button.addEventListener('click', () => {
      const { layers: on } = store.state;
      store.set({
        layers: LAYERS.filter((one) => (one === layer ? !on.includes(one) : on.includes(one))),
      });
    });
    return { layer, button };
  });
  const heat = element('select', { 'aria-label': said.heat });
  heat.append(...HEATS.map((one) => element('option', { value: one }, said.heats[one])));
  heat.addEventListener('change', () =>
    store.set({ heat: HEATS.find((one) => one === heat.value) ?? 'none' }),
  );
  return {
    element: element(
      'div',
      { class: 'floor-tools', role: 'toolbar', 'aria-label': said.tools },
      ...layers.map(({ button }) => button),
      ...(house.plan.isToScale ? [heat] : []),
      element('span', { class: 'space' }),
      ...tools,
    ),
    update(changed: Changed) {
      if (changed.has('layers'))
        for (const { layer, button } of layers)
          button.setAttribute('aria-pressed', String(store.state.layers.includes(layer)));
      if (changed.has('heat')) heat.value = store.state.heat;
    },
  };
}
