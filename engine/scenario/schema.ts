/**
 * The scenario file: one schema that gives the types, the validation, the defaults and the JSON Schema.
 *
 * Collections are maps from an id to its parts, so that a scenario that extends another can override any part
 * by its id and remove one by giving it `null`. References between parts are checked in `references.ts`.
 */
import { z } from 'zod';
import { distribution } from './distribution.ts';
import {
  clock,
  coordinate,
  duration,
  length,
  limit,
  positiveDuration,
  rate,
  share,
  signedDuration,
  speed,
} from './quantity.ts';

const text = () => z.string().min(1).max(500);
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
/** An id: letters, digits, `.`, `_` and `-`. */
const id = () => z.string().regex(ID, "must be an id (letters, digits, '.', '_' and '-')").max(80);
const byId = <T extends z.ZodType>(part: T) => z.record(id(), part).prefault({});
const weight = () => z.number().nonnegative();
/** Weights by id, not necessarily adding up to 1. */
const weights = () => z.record(id(), weight());
const count = () => z.int().nonnegative().max(100_000);

const durations = distribution(duration(), 'durations');
const signedDurations = distribution(signedDuration(), 'signed-durations');
const speeds = distribution(speed(), 'speeds');
const factors = distribution(z.number().nonnegative(), 'factors');
const sizes = distribution(z.number().nonnegative(), 'sizes');

const point = () =>
  z.tuple([coordinate(), coordinate()], { error: 'must be two lengths in metres, like [4.5, 12]' });

/** The parts of handling a matter for which a role needs a mandate. */
export const PARTS = ['identify', 'receive', 'advise', 'look-up', 'decide'] as const;
const parts = () => z.array(z.enum(PARTS)).min(1);

const day = z.strictObject({
  doors: z
    .strictObject({ open: clock(), close: clock() })
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

const sensitivity = z.strictObject({
  name: text(),
  rank: z.int().nonnegative().describe('Higher is more sensitive.'),
});

const agency = z.strictObject({
  name: text(),
  short: z.string().min(1).max(14).optional().describe('For tables; the id where not given.'),
  serviceLevel: duration().optional().describe('The wait within which a visitor counts as served in time.'),
});

const handOver = z
  .strictObject({
    share: share().describe('Share of services that go on to somebody with a wider mandate.'),
    parts: parts().default(['decide']),
    service: durations,
    spaces: z.array(id()).min(1).optional().describe('Space types; those of the matter where not given.'),
  })
  .describe('A second stage of the matter by another clerk, on site or by video.');

const matter = z.strictObject({
  agency: id(),
  name: text(),
  sensitivity: id().default('personal'),
  weight: weight().default(1).describe('How common it is among the matters of its agency.'),
  parts: parts().default(['advise']).describe('What is done; a clerk needs a mandate for each.'),
  service: durations.describe('Time of clerk and visitor together, at speed 1.'),
  preparation: durations.prefault(0).describe('Before the visitor is called; occupies clerk and space.'),
  afterWork: durations
    .prefault(0)
    .describe('After the visitor has left the clerk; occupies the clerk alone.'),
  settling: durations
    .prefault(0)
    .describe('The visitor sits down; occupies clerk and space, before the service.'),
  leaving: durations
    .prefault(0)
    .describe('The visitor packs up; occupies the space alone, after the service.'),
  spaces: z.array(id()).min(1).describe('Space types where it may be handled, the preferred ones first.'),
  fallback: z
    .strictObject({
      spaces: z
        .array(id())
        .min(1)
        .describe('Less private space types, used when no proper one is free in time.'),
      after: limit().optional().describe("Limit of waiting; the policy's fallback where not given."),
    })
    .optional(),
  priority: z.number().default(0).describe('Higher goes first, under priority-with-ageing.'),
  guard: share().prefault(0).describe('Share of services at which a guard must be present.'),
  equipment: z.array(id()).default([]).describe('Equipment that a service holds one unit of.'),
  kiosk: z
    .strictObject({ share: share(), time: durations })
    .optional()
    .describe('Digital first: share of visitors who get it done at a kiosk, and the time it takes.'),
  atGreeting: share().prefault(0).describe('Share that the host solves while greeting.'),
  handOver: handOver.optional(),
});

const spaceType = z.strictObject({
  name: text(),
  use: z.enum(['service', 'waiting', 'kiosk', 'greeting', 'back-office', 'closed']),
  enclosure: z
    .enum(['open', 'screened', 'semi-closed', 'closed'])
    .default('open')
    .describe('How it is bounded; semi-closed and closed spaces have walls, and are entered by their door.'),
});

const space = z.strictObject({
  type: id(),
  name: text().optional(),
  at: point().optional().describe('Its corner with the smallest coordinates, in metres.'),
  size: point().optional().describe('Width and depth in metres.'),
  door: point()
    .optional()
    .describe('The middle of the door, on the outline; needed where the space is enclosed.'),
  seats: count().optional().describe('Seats in a waiting area; without it there are always enough.'),
  accessible: z.boolean().default(true),
  timetable: z
    .array(z.strictObject({ from: clock(), to: clock(), type: id() }))
    .default([])
    .describe('Times at which a convertible space has another type.'),
});

const floor = z.strictObject({
  walls: byId(
    z.strictObject({
      line: z.array(point()).min(2),
      height: length().optional(),
      kind: z.enum(['wall', 'glass', 'screen']).default('wall'),
    }),
  ),
  doors: byId(
    z.strictObject({
      at: point(),
      width: length().prefault(1),
      use: z.enum(['entrance', 'exit', 'both', 'inner']).default('inner'),
    }),
  ),
});

const shift = z
  .strictObject({
    from: clock(),
    to: clock(),
    breaks: z.array(z.strictObject({ at: clock(), length: positiveDuration() })).default([]),
  })
  .describe('Times of the day; not repeated over a longer horizon.');

export const ROLE_KINDS = ['host', 'adviser', 'expert', 'remote-expert', 'interpreter', 'guard'] as const;

const role = z.strictObject({
  name: text(),
  kind: z.enum(ROLE_KINDS),
  mandates: z
    .array(
      z.strictObject({
        agency: id().describe("An agency, or 'all'."),
        matters: z
          .union([z.literal('all'), z.array(id()).min(1)], {
            error: "must be a list of matters, like [tax-card], or 'all'",
          })
          .default('all'),
        parts: parts().default(['identify', 'receive', 'advise']),
        speed: z.number().positive().max(10).default(1).describe('2 is twice as fast as the matter says.'),
      }),
    )
    .default([]),
  spaces: z
    .array(id())
    .min(1)
    .optional()
    .describe('Space types in which the role can work; any where not given.'),
  equipment: z
    .array(id())
    .default([])
    .describe('Equipment that each service of the role holds, like a video link.'),
  count: count().default(1),
  shifts: z
    .array(shift)
    .min(1)
    .optional()
    .describe('The k-th clerk has the k-th, in turn; the doors where not given.'),
  absence: share().prefault(0).describe('Probability that a clerk is away for the day.'),
  atShiftEnd: z
    .enum(['finish', 'hand-over', 'resume'])
    .default('finish')
    .describe(
      'Who is with a visitor when the shift ends: finishes; hands over to a free colleague, or else finishes; ' +
        'or breaks off, and the rest of the service is resumed by the next clerk who is free.',
    ),
  cover: count().default(0).describe('A break waits until this many others of the role are on duty.'),
  backOffice: duration()
    .prefault(0)
    .describe('Back-office work of each clerk a day, done when no customer waits.'),
});

const profile = z.strictObject({
  name: text(),
  matters: z
    .array(
      z.strictObject({
        anyOf: weights().describe('One of these matters, by weight.'),
        probability: share().prefault(1),
      }),
    )
    .default([])
    .describe('What such a visitor comes for; used by arrivals that name no agency or matters.'),
  languages: weights().default({ fi: 1 }),
  interpreter: z
    .record(id(), share())
    .default({})
    .describe('By language, the share who need an interpreter.'),
  interpretedFactor: z
    .number()
    .positive()
    .default(1.5)
    .describe('How much longer an interpreted service takes.'),
  accessibility: share().prefault(0).describe('Share who need an accessible space.'),
  accessibleFactor: z.number().positive().default(1.2).describe('How much longer their service takes.'),
  accessibleWalking: z.number().positive().max(1).default(0.6).describe('Their walking speed, as a factor.'),
  protection: share().prefault(0).describe('Share under non-disclosure for personal safety (turvakielto).'),
  companions: sizes.prefault(0).describe('People who come along with a visitor.'),
  walkingSpeed: speeds.prefault(1.3),
  patience: z
    .union([z.literal('never').transform(() => null), durations])
    .default(null)
    .describe("How long each wait may last before the visitor leaves; 'never': does not leave."),
  balk: z
    .strictObject({ queueAbove: count(), probability: share().prefault(1) })
    .optional()
    .describe('Leaves at the door when more visitors wait than this, with this probability.'),
  returns: share().prefault(0).describe('Share of those who left without service who come back another day.'),
  priority: z.number().default(0),
});

const breakpoint = z.tuple([clock(), rate()], { error: 'must be a time and a rate, like [09:00, 12 /h]' });

const arrival = z.strictObject({
  profiles: z
    .union([id().transform((name) => ({ [name]: 1 })), weights()], {
      error: 'must be a profile, or profiles with weights, like { senior: 2, family: 1 }',
    })
    .describe('Who comes: one profile, or several by weight.'),
  agency: id().optional().describe('Each brings a matter of this agency, by the weights of its matters.'),
  matters: weights().optional().describe('Each brings one of these matters, by weight.'),
  more: z
    .array(z.strictObject({ probability: share(), matters: weights() }))
    .default([])
    .describe('Further matters in the same visit, each with its own probability.'),
  rate: z
    .union([
      rate().transform((constant) => ({
        shape: 'steps' as const,
        points: [[0, constant]] as [number, number][],
      })),
      z.strictObject({
        shape: z.enum(['steps', 'linear']).default('steps'),
        points: z.array(breakpoint).min(1),
      }),
    ])
    .optional()
    .describe('Walk-ins as a Poisson process: a rate, or [time, rate] points as steps or joined by lines.'),
  perDay: z.number().positive().optional().describe('Scales the rate so that this many are expected a day.'),
  busyness: z.boolean().default(true).describe("Whether the day's busyness applies."),
  group: sizes.prefault(1).describe('How many visitors come at once, each with a matter of its own.'),
  appointments: z
    .strictObject({
      from: clock(),
      to: clock(),
      every: positiveDuration(),
      places: z.int().positive().default(1).describe('Slots at each time.'),
      filled: share().prefault(1).describe('Share of the slots that are booked.'),
      noShow: share().prefault(0),
      punctuality: signedDurations.prefault(0).describe('Arrival less the booked time; negative is early.'),
    })
    .optional(),
  trace: z
    .strictObject({ file: text() })
    .optional()
    .describe(
      "A recorded list of arrivals: CSV with the columns time and, where they differ, profile and matters ('a+b').",
    ),
});

const peak = z.strictObject({
  name: text().optional(),
  probability: share().prefault(1).describe('Share of days on which it happens.'),
  factor: z.number().nonnegative().describe('What it multiplies the rates by.'),
  arrivals: z.array(id()).min(1),
  from: clock().optional(),
  to: clock().optional(),
});

const journey = z.strictObject({
  greeting: z
    .strictObject({
      share: share().prefault(1).describe('Share of visitors who go to the host first.'),
      role: id(),
      spaces: z.array(id()).min(1).describe('Space types.'),
      time: durations,
    })
    .optional()
    .describe('A host greets, sorts and solves small matters; left out while no host is on duty.'),
  kiosk: z
    .strictObject({ spaces: z.array(id()).min(1).describe('Space types.'), time: durations })
    .optional()
    .describe('Where visitors without a host take their ticket, and some do their matter themselves.'),
});

export const ROUTINGS = [
  'first-come-first-served',
  'longest-wait-first',
  'priority-with-ageing',
  'appointments-first',
  'dedicated',
] as const;

const policy = z.strictObject({
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
    .strictObject({ clerks: count().default(1), window: duration().prefault(10) })
    .optional()
    .describe('appointments-first: free clerks kept for appointments that are due within the window.'),
  fallback: limit()
    .prefault('never')
    .describe('How long a matter waits for a proper space before it falls back to a less private one.'),
  hold: limit()
    .prefault('never')
    .describe(
      'A visitor who has waited this long for several things at once has those that are free held for it.',
    ),
  nextMatter: z
    .enum(['same-clerk', 'keep-place', 'queue-anew'])
    .default('queue-anew')
    .describe(
      'A further matter: at once with the same clerk if mandated, ahead by the first ticket, or a new ticket.',
    ),
  matterOrder: z
    .enum(['as-brought', 'shortest-first', 'most-sensitive-first', 'shortest-queue-first'])
    .default('as-brought'),
  minimumStaff: count()
    .default(0)
    .describe('No service begins, and no break, with fewer staff in the hall than this.'),
  serviceLevel: duration().prefault(15).describe('The wait within which a visitor counts as served in time.'),
  protectedSpaces: z
    .array(id())
    .default([])
    .describe('Space types where protected visitors are served whatever their matter; none: as others.'),
});

/** The whole document, after `extends` has been resolved. */
export const scenarioSchema = z
  .strictObject({
    aula: z.literal(1).describe('Version of the scenario format.'),
    name: text(),
    about: z.string().max(20_000).optional(),
    extends: text().optional().describe('A scenario file that this one changes, relative to this file.'),
    day,
    sensitivities: byId(sensitivity),
    agencies: byId(agency),
    matters: byId(matter),
    spaceTypes: byId(spaceType),
    spaces: byId(space),
    floor: floor.optional(),
    equipment: byId(z.strictObject({ name: text(), count: count() })),
    roles: byId(role),
    profiles: byId(profile),
    arrivals: byId(arrival),
    peaks: byId(peak),
    journey: journey.prefault({}),
    policy: policy.prefault({}),
    targets: z
      .array(text())
      .default([])
      .describe("Goals such as 'wait.p90 of vero <= 15 min', judged by their confidence interval."),
  })
  .describe('A scenario of aula: a service point and a day in it.');

/** A checked scenario, all quantities in SI units and all defaults filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
export type Matter = Scenario['matters'][string];
export type Role = Scenario['roles'][string];
export type Profile = Scenario['profiles'][string];
export type Arrival = Scenario['arrivals'][string];
export type Policy = Scenario['policy'];
export type Routing = Policy['routing'];
export type Part = (typeof PARTS)[number];
