/** Scenarios that are nothing but a floor, for tests of walking. */
import { type Scenario, scenarioSchema } from '../../engine/scenario/schema.ts';

type Point = readonly [number, number];

export interface Floor {
  readonly spaces: Readonly<
    Record<
      string,
      {
        type: 'desk' | 'booth' | 'room' | 'office';
        at?: Point;
        size?: Point;
        door?: Point;
        faces?: 'right' | 'left' | 'up' | 'down';
        timetable?: readonly object[];
      }
    >
  >;
  readonly walls?: readonly (readonly Point[])[];
  readonly doors?: Readonly<Record<string, { at: Point; width?: number; use?: string }>>;
  readonly protectedExit?: string;
}

/** A desk of no size, so that the point is where it is. */
export const spot = (x: number, y: number) => ({ type: 'desk', at: [x, y] }) as const;

export function floorScenario({ spaces, walls = [], doors = {}, protectedExit }: Floor): Scenario {
  return scenarioSchema.parse({
    aula: 1,
    name: 'A floor',
    day: { doors: { open: '09:00', close: '16:00' } },
    spaceTypes: {
      desk: { name: 'Desk', use: 'service', enclosure: 'screened' },
      booth: { name: 'Booth', use: 'service', enclosure: 'semi-closed' },
      room: { name: 'Room', use: 'service', enclosure: 'closed' },
      office: { name: 'Office', use: 'back-office' },
    },
    spaces,
    policy: { protectedExit },
    floor: { walls: Object.fromEntries(walls.map((line, k) => [`wall-${k}`, { line }])), doors },
  });
}
