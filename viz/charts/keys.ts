/** Names, colours and shapes of what charts tell apart. */
import * as d3 from 'd3';
import { CHANNELS } from '../../engine/statistics/scopes.ts';
import type { Language } from '../app/state.ts';
import type { House } from '../engine/house.ts';
import { channelWords } from '../words/channels.ts';
import type { ChartKey } from './chart.ts';
import { words } from './words.ts';

/** So many colours there are in the style sheet; agencies beyond share them, with another shape. */
const COLOURS = 10;
const AREA = 60;

export const agencyColour = (agency: number): string => `var(--agency-${agency % COLOURS})`;
export function agencySymbol(agency: number): string {
  const shape = d3.symbolsFill[agency % d3.symbolsFill.length] ?? d3.symbolCircle;
  return d3.symbol(shape, AREA)() ?? '';
}

/** Names that are as long as a whole sentence are cut in pictures, never in tables. */
export const nameOfAgency = ({ scenario, ids }: House, agency: number): string => {
  const id = ids.agencies[agency] ?? '';
  const told = scenario.agencies[id];
  return told?.short ?? told?.name ?? id;
};

export const allKey = (language: Language): ChartKey => ({
  of: null,
  name: words(language).all,
  colour: null,
  symbol: null,
});

export function agencyKeys(house: House): ChartKey[] {
  return house.ids.agencies.map((_, index) => ({
    of: { kind: 'agency', index },
    name: nameOfAgency(house, index),
    colour: agencyColour(index),
    symbol: agencySymbol(index),
  }));
}

export function roleKeys({ scenario, ids }: House): ChartKey[] {
  return ids.roles.map((id, index) => ({
    of: { kind: 'role', index },
    name: scenario.roles[id]?.name ?? id,
    colour: null,
    symbol: null,
  }));
}

export function spaceTypeKeys({ scenario, ids }: House): ChartKey[] {
  return ids.spaceTypes.map((id, index) => ({
    of: { kind: 'spaceType', index },
    name: scenario.spaceTypes[id]?.name ?? id,
    colour: null,
    symbol: null,
  }));
}

export function channelKeys(language: Language): ChartKey[] {
  return CHANNELS.map((channel, index) => ({
    of: { kind: 'channel', index },
    name: channelWords(language)[channel],
    colour: null,
    symbol: null,
  }));
}
