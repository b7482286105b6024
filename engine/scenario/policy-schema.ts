/** The day and its policy: opening hours, who is next, what may wait for what. */
import { count, factors, id } from './common-schema.ts';
import { clock, duration, limit, positiveDuration } from './quantity.ts';
import { z } from './zod.ts';

export const day = z.strictObject({
  doors: z
    .strictObject({
      open: clock().describe('When the doors open.'),
      close: clock().describe('When the doors close; who comes at that very moment still comes in.'),
    })
    .describe(
      'When visitors may come in. Those who come earlier wait outside; those who come later are turned away.',
    ),
  end: clock()
    .optional()
    .describe(
      'A hard end of the simulated day. Without it the day ends when the last visitor and clerk have left.',
    ),
  warmUp: duration()
    .prefault(0)
    .describe(
      'Visitors who arrive before this much time after the doors open are simulated but not measured.',
    ),
  closing: z
    .enum(['serve', 'send-home'])
    .default('serve')
    .describe(
      'At closing time: serve all who are inside, with clerks staying as needed, or send home who waits.',
    ),
  capacity: z
    .int()
    .positive()
    .optional()
    .describe('Most visits inside at once; others are turned away at the door.'),
  busyness: factors
    .prefault(1)
    .describe(
      'A factor on the walk-in rates of the whole day, with mean 1: how much days differ beyond chance.',
    ),
});

export const ROUTINGS = [
  'first-come-first-served',
  'longest-wait-first',
  'priority-with-ageing',
  'appointments-first',
  'dedicated',
] as const;

export const policy = z.strictObject({
  routing: z.enum(ROUTINGS).default('first-come-first-served').describe('Who is next.'),
  compare: z.array(z.enum(ROUTINGS)).default([]).describe('Other routings to run with the same visitors.'),
  clerk: z
    .enum(['least-flexible', 'longest-idle', 'fastest'])
    .default('least-flexible')
    .describe('Which of several free clerks serves.'),
  ageing: positiveDuration()
    .prefault(10)
    .describe('priority-with-ageing: this much waiting counts as much as one step of priority.'),
  reserve: z
    .strictObject({
      clerks: count().default(1).describe('Most that are kept of a role.'),
      window: duration()
        .prefault(10)
        .describe('Kept from this long before the booked time until this long after it.'),
    })
    .optional()
    .describe('appointments-first: free clerks kept for appointments that are due within the window.'),
  fallback: limit()
    .prefault('never')
    .describe('How long a matter waits for a proper space before it falls back to a less private one.'),
  hold: limit()
    .prefault('never')
    .describe(
      'Who has waited this long has those things held that are free of what it needs, one visitor at a time.',
    ),
  nextMatter: z
    .enum(['same-clerk', 'keep-place', 'queue-anew'])
    .default('queue-anew')
    .describe(
      'A further matter: at once with the same clerk if mandated, ahead by the first ticket, or a new ticket.',
    ),
  matterOrder: z
    .enum(['as-brought', 'shortest-first', 'most-sensitive-first', 'shortest-queue-first'])
    .default('as-brought')
    .describe('Which of several matters of a visit is first.'),
  minimumStaff: count()
    .default(0)
    .describe('No service begins, and no break, with fewer staff in the hall than this.'),
  serviceLevel: duration().prefault(15).describe('The wait within which a visitor counts as served in time.'),
  protectedSpaces: z
    .array(id())
    .default([])
    .describe('Space types where protected visitors are served whatever their matter; none: as others.'),
  protectedWaiting: z
    .array(id())
    .default([])
    .describe('Space types where protected visitors wait, and nobody else; none: as others.'),
  protectedExit: id()
    .optional()
    .describe('The door by which protected visitors leave; the nearest exit where not given.'),
  mandates: z
    .enum(['strict', 'pragmatic'])
    .default('strict')
    .describe(
      'Whether a clerk with a mandate for some part of a matter also does the others, when nobody mandated is free.',
    ),
  calls: z
    .enum(['number', 'name'])
    .default('number')
    .describe('Whether visitors are called by a number or by name, aloud.'),
  closeDown: duration()
    .prefault(0)
    .describe(
      "How long it takes to close a visitor's case and lock the screen, from the end of the service.",
    ),
});
