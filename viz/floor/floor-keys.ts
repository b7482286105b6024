/** What colours and shapes mean in a picture of the floor that stands alone. */
import type { Context } from '../app/context.ts';
import type { FrameKey } from '../export/framed.ts';
import { DOING } from '../replay/doing.ts';
import type { Format } from '../words/format.ts';
import { colourOf } from './colours.ts';
import { cornersOf, polygon } from './floor-svg.ts';
import { agencyColour } from './inks.ts';
import { agencyName } from './names.ts';
import { SHADE, STI_STEPS } from './speech-layer.ts';
import { words } from './words.ts';

const CIRCLE = 'M5,0A5,5 0 1 1 -5,0A5,5 0 1 1 5,0z';
const DASH = 'M-7,0H7';

/** Agencies by colour, what visitors do by shape, and of the layers those that are drawn. */
export function keysOf({ house, store }: Context, format: Format): FrameKey[] {
  const said = words(store.state.language);
  const { layers } = store.state;
  const ink = colourOf('--label');
  const agencies = house.ids.agencies.map((_, agency) => ({
    name: agencyName(house, agency),
    colour: colourOf(agencyColour(agency)),
    symbol: CIRCLE,
  }));
  const shapes = (['walking', 'waiting', 'called', 'served', 'greeted', 'leaving'] as const).map((name) => {
    const corners = cornersOf(DOING[name]);
    const turn = name === 'served' ? Math.PI / 4 : 0;
    return {
      name: said.doing[name],
      colour: ink,
      symbol: corners === 0 ? CIRCLE : `M${polygon(0, 0, 6, corners, turn)}z`,
      ...(name === 'leaving' && { line: 'whole' as const }),
    };
  });
  const speech = STI_STEPS.map((sti, k) => ({
    name: `STI ≥ ${format.fixed(sti, 2)}`,
    colour: colourOf('--speech'),
    opacity: 1 - (1 - SHADE) ** (k + 1),
  }));
  const limit = {
    name: said.speechLimit,
    colour: colourOf('--speech'),
    symbol: DASH,
    line: 'dashed' as const,
  };
  const conflicts = {
    name: said.layers.conflicts,
    colour: colourOf('--conflict'),
    symbol: CIRCLE,
    line: 'whole' as const,
  };
  return [
    ...agencies,
    { name: said.noMatter, colour: ink, symbol: CIRCLE },
    ...shapes,
    ...(house.hears && layers.includes('speech') ? [...speech, limit] : []),
    ...(layers.includes('conflicts') ? [conflicts] : []),
  ];
}
