/** The colours of marks in the present theme: by agency, and last for those who have come for none. */
import type { House } from '../engine/house.ts';
import { colourOf } from './colours.ts';
import type { Inks } from './marks.ts';

export function inksOf({ ids }: House): readonly Inks[] {
  const [edge, ink, alarm] = [colourOf('--card'), colourOf('--ink'), colourOf('--conflict')];
  const fills = [...ids.agencies.map((_, agency) => colourOf(agencyColour(agency))), colourOf('--label')];
  return fills.map((fill) => ({ fill, edge, ink, alarm }));
}

export const agencyColour = (agency: number): `--${string}` => `--agency-${agency % 10}`;
