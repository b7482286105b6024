/** Types of spaces, the spaces, and the floor that they are on. */
import { byId, count, id, point, text } from './common-schema.ts';
import { clock, doorWidth, length, level, share } from './quantity.ts';
import { z } from './zod.ts';

export const PARTITIONS = [
  'none',
  'semi-closed booth',
  'pod A+',
  'pod A',
  'pod B',
  'pod C',
  'pod D',
  'glazed room',
  'full room',
] as const;

const partition = z.union(
  [
    z.enum(PARTITIONS),
    z.strictObject({ screen: length().describe('Height of a screen round the space.') }),
    z.strictObject({ rating: level().describe("R'w or DnT,w of its walls, with the door closed.") }),
    z.strictObject({
      bands: z
        .array(level())
        .length(7)
        .describe('Level differences in dB, as measured from 125 Hz to 8 kHz.'),
    }),
  ],
  { error: `must be one of ${PARTITIONS.join(', ')}, or { screen }, { rating } or { bands }` },
);

export const spaceType = z.strictObject({
  name: text(),
  use: z
    .enum(['service', 'waiting', 'kiosk', 'greeting', 'back-office', 'closed'])
    .describe(
      'What happens there; in a back office nothing that is simulated, in a closed space nothing at all.',
    ),
  enclosure: z
    .enum(['open', 'screened', 'semi-closed', 'closed'])
    .default('open')
    .describe('How it is bounded; semi-closed and closed spaces have walls, and are entered by their door.'),
  partition: partition
    .optional()
    .describe(
      'What keeps speech in; where not given: none for an open space, a screen of 1.6 m for a screened one, a ' +
        'semi-closed booth, a full room for a closed one.',
    ),
  openShare: share()
    .prefault(0)
    .describe('Share of the wall area through which sound passes freely, such as a door that stands open.'),
  tells: z
    .boolean()
    .default(false)
    .describe('Whether who is seen there is known to have come for such a matter, as by a sign.'),
  screenFilter: z
    .boolean()
    .default(false)
    .describe('Whether screens have a filter that lets them be read from near the front only.'),
  loop: length()
    .optional()
    .describe(
      'Reach of a hearing loop from the middle of the space; who has a hearing aid hears all within it.',
    ),
  leaves: share()
    .prefault(0)
    .describe('Of a kiosk: share of stays after which a paper is left there, for the next one to find.'),
  secondDoor: z
    .boolean()
    .default(false)
    .describe('Whether the clerk has a way out of its own, not past the visitor.'),
});

export const space = z.strictObject({
  type: id().describe('One of the space types.'),
  name: text().optional(),
  at: point().optional().describe('Its corner with the smallest coordinates, in metres.'),
  size: point().optional().describe('Width and depth in metres.'),
  door: point()
    .optional()
    .describe('The middle of the door, on the outline; needed where the space is enclosed.'),
  faces: z
    .enum(['right', 'left', 'up', 'down'])
    .optional()
    .describe(
      'Which way the clerk looks, and the visitor comes from; up is to larger y. By default to the door of an ' +
        'enclosed space, and else with the back to the nearest wall and the face to the hall.',
    ),
  seats: count().optional().describe('Seats in a waiting area; without it there are always enough.'),
  accessible: z
    .boolean()
    .default(true)
    .describe('Whether visitors who need an accessible space can be served there.'),
  timetable: z
    .array(
      z.strictObject({
        from: clock(),
        to: clock(),
        type: id().describe('The space type that it has then.'),
      }),
    )
    .default([])
    .describe('Times at which a convertible space has another type.'),
});

export const floor = z.strictObject({
  walls: byId(
    z.strictObject({
      line: z.array(point()).min(2).describe('Its corners, one after another.'),
      height: length()
        .optional()
        .describe('Of a screen or low wall; to the ceiling where not given, a screen 1.6 m.'),
      kind: z
        .enum(['wall', 'glass', 'frosted', 'screen'])
        .default('wall')
        .describe('What it is made of; people walk round all of them.'),
    }),
  ).describe('Walls; those of enclosed spaces are there without being named.'),
  doors: byId(
    z.strictObject({
      at: point().describe('Its middle, on a wall.'),
      width: doorWidth().prefault(1),
      use: z
        .enum(['entrance', 'exit', 'both', 'inner', 'staff'])
        .default('inner')
        .describe(
          'Whether it leads in from the street, out to it, both, or neither; through one for staff no visitor ' +
            'walks, and it is kept shut.',
        ),
    }),
  ).describe(
    'Doors, each a gap in the walls that it is on, but for those of staff; one at least must lead in, and one out.',
  ),
});
