/**
 * Halls of any size and equal density, to see what a day costs as they grow: ten places, ten clerks of five agencies and
 * 1,000 visitors a day, so many times over. On a floor, each ten places are a block round a waiting area of their own.
 */
import { loadText } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';

export interface HallOptions {
  /** How many times ten places. */
  readonly times: number;
  /** With walls, doors and private matters, so that privacy is accounted for. */
  readonly hasFloor: boolean;
  /** Visitors, as a share of the usual number. */
  readonly busyness?: number;
  readonly babble?: boolean;
}

const AGENCIES = ['a', 'b', 'c', 'd', 'e'];
export const PLACES = 10;
export const VISITORS = 1000;
/** In metres: two rows of five desks, and the waiting area between them. */
const BLOCK = { width: 12, depth: 10 };
const DESK = 2.4;
const MARGIN = 3;

type Tree = { readonly [key: string]: unknown };

/** Throws where the scenario has errors. */
export function hall(options: HallOptions): Scenario {
  const loaded = loadText(JSON.stringify(documentOf(options)), 'hall');
  if (!loaded.ok) throw new Error(`the hall has errors: ${loaded.findings[0]?.finding.message}`);
  return loaded.scenario;
}

function documentOf({ times, hasFloor, busyness = 1, babble = false }: HallOptions): Tree {
  const perAgency = (times * VISITORS * busyness) / AGENCIES.length;
  return {
    aula: 1,
    name: `${times * PLACES} places`,
    day: { doors: { open: '00:00', close: '480 min' } },
    sensitivities: {
      private: {
        name: 'Private',
        rank: 1,
        ...(hasFloor && { speech: { sti: 0.2, time: '10 s' }, sight: { time: '5 s' } }),
      },
    },
    agencies: byAgency((id) => ({ name: id })),
    spaceTypes: {
      desk: { name: 'Desk', use: 'service', ...(hasFloor && { enclosure: 'screened' }) },
      ...(hasFloor && { waiting: { name: 'Waiting area', use: 'waiting' } }),
    },
    ...(hasFloor ? onFloor(times) : { spaces: named('desk', times * PLACES, () => ({ type: 'desk' })) }),
    ...(hasFloor && { acoustics: { babble } }),
    profiles: { visitor: { name: 'Visitor', patience: { exponential: { mean: '40 min' } } } },
    matters: byAgency((agency) => ({
      agency,
      name: agency,
      sensitivity: 'private',
      spaces: ['desk'],
      service: { lognormal: { mean: '4 min', cv: 0.8 } },
    })),
    roles: byAgency((agency) => ({
      name: agency,
      kind: 'expert',
      count: (times * PLACES) / AGENCIES.length,
      mandates: [{ agency }],
    })),
    // More than can be served come in the first two hours, so that lines grow with the hall.
    arrivals: byAgency((agency) => ({
      profiles: 'visitor',
      agency,
      rate: {
        points: [
          ['00:00', '36 /h'],
          ['02:00', '21 /h'],
        ],
      },
      perDay: perAgency,
    })),
    policy: { routing: 'longest-wait-first' },
  };
}

/** Blocks in as many columns as rows, a street door below each column. */
function onFloor(blocks: number): Tree {
  const columns = Math.max(1, Math.round(Math.sqrt(blocks)));
  const rows = Math.ceil(blocks / columns);
  const width = columns * BLOCK.width + 2 * MARGIN;
  const depth = rows * BLOCK.depth + 2 * MARGIN;
  const corner = (block: number) => ({
    x: MARGIN + (block % columns) * BLOCK.width,
    y: MARGIN + Math.floor(block / columns) * BLOCK.depth,
  });
  return {
    floor: {
      walls: {
        outer: {
          line: [
            [0, 0],
            [width, 0],
            [width, depth],
            [0, depth],
            [0, 0],
          ],
        },
      },
      doors: named('door', columns, (column) => ({
        at: [MARGIN + (column + 0.5) * BLOCK.width, 0],
        width: '1.6 m',
        use: 'both',
      })),
    },
    spaces: {
      ...named('desk', blocks * PLACES, (desk) => {
        const { x, y } = corner(Math.floor(desk / PLACES));
        const place = desk % PLACES;
        return {
          type: 'desk',
          at: [round(x + (place % 5) * DESK), round(y + (place < 5 ? 0 : BLOCK.depth - 2 - DESK))],
          size: [2, 2],
        };
      }),
      ...named('waiting', blocks, (block) => {
        const { x, y } = corner(block);
        return { type: 'waiting', at: [x + 1, round(y + 3.4)], size: [9, 1.2], seats: 14 };
      }),
    },
  };
}

const round = (metres: number): number => Math.round(metres * 1000) / 1000;

const byAgency = (part: (id: string) => Tree): Tree =>
  Object.fromEntries(AGENCIES.map((id) => [id, part(id)]));

const named = (name: string, count: number, part: (index: number) => Tree): Tree =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}-${index + 1}`, part(index)]));
