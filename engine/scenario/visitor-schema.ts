/** Who comes, with what, and when; and the way through the house before the first service. */
import { count, durations, id, signedDurations, sizes, speeds, text, weights } from './common-schema.ts';
import { FROM_OPENING } from './constants.ts';
import { clock, positiveDuration, rate, share } from './quantity.ts';
import { z } from './zod.ts';

export const profile = z.strictObject({
  name: text(),
  matters: z
    .array(
      z.strictObject({
        anyOf: weights().describe('One of these matters, by weight.'),
        probability: share().prefault(1).describe('Share of visitors who bring it.'),
      }),
    )
    .default([])
    .describe('What such a visitor comes for; used by arrivals that name no agency or matters.'),
  languages: weights().default({ fi: 1 }).describe('Languages by weight.'),
  interpreter: z
    .record(id(), share())
    .default({})
    .describe('By language, the share who need an interpreter.'),
  interpretedFactor: z
    .number()
    .positive()
    .default(1.5)
    .describe('A factor on the time of an interpreted service.'),
  accessibility: share().prefault(0).describe('Share who need an accessible space.'),
  accessibleFactor: z.number().positive().default(1.2).describe('A factor on the time of their services.'),
  accessibleWalking: z.number().positive().max(1).default(0.6).describe('Their walking speed, as a factor.'),
  protection: share().prefault(0).describe('Share under non-disclosure for personal safety (turvakielto).'),
  hearingAids: share()
    .prefault(0)
    .describe(
      'Share who hear through a hearing aid alone: nothing from afar, but all within a hearing loop.',
    ),
  consent: z
    .strictObject({
      agencies: share().prefault(1).describe('that one clerk has their matters of several agencies open'),
      companions: share().prefault(1).describe('that companions are there'),
      interpreter: share().prefault(1).describe('that an interpreter is there'),
    })
    .prefault({})
    .describe('Shares who agree to what needs their consent.'),
  companions: sizes
    .prefault(0)
    .describe('People who come along with a visitor, rounded to whole ones; each takes a seat.'),
  walkingSpeed: speeds.prefault(1.3).describe('How fast they walk.'),
  patience: z
    .union([z.literal('never').transform(() => null), durations])
    .prefault('never')
    .describe("How long each wait may last before the visitor leaves; 'never': does not leave."),
  balk: z
    .strictObject({
      queueAbove: count().describe('Visitors who wait for anything in the house.'),
      probability: share().prefault(1),
    })
    .optional()
    .describe('Leaves at the door when more visitors wait than this, with this probability.'),
  returns: share().prefault(0).describe('Share of those who left without service who come back another day.'),
  priority: z.number().default(0).describe('Added to that of the matter, under priority-with-ageing.'),
});

const breakpoint = z.tuple([clock(), rate()], { error: 'must be a time and a rate, like [09:00, 12 /h]' });

export const arrival = z.strictObject({
  profiles: z
    .union([id().transform((name) => ({ [name]: 1 })), weights()], {
      error: 'must be a profile, or profiles with weights, like { senior: 2, family: 1 }',
    })
    .describe('Who comes: one profile, or several by weight.'),
  agency: id().optional().describe('Each brings a matter of this agency, by the weights of its matters.'),
  matters: weights().optional().describe('Each brings one of these matters, by weight.'),
  more: z
    .array(
      z.strictObject({
        probability: share().describe('Share of the visitors who bring one.'),
        matters: weights().describe('One of these, by weight.'),
      }),
    )
    .default([])
    .describe('Further matters in the same visit, each with its own probability.'),
  rate: z
    .union([
      rate().transform((constant) => ({
        shape: 'steps' as const,
        // From the opening on, whenever that is.
        points: [[FROM_OPENING, constant]] as [number, number][],
      })),
      z.strictObject({
        shape: z
          .enum(['steps', 'linear'])
          .default('steps')
          .describe('Whether the rate holds until the next point, or goes to it in a line.'),
        points: z
          .array(breakpoint)
          .min(1)
          .describe(
            'Times, rising, with the rate there; 0 before the first, and the last holds until the doors close.',
          ),
      }),
    ])
    .optional()
    .describe(
      'Walk-ins as a Poisson process. A rate alone holds from opening to closing; with points before the opening, who comes then waits outside.',
    ),
  perDay: z
    .number()
    .positive()
    .optional()
    .describe('Scales the rate so that this many visitors are expected a day, before busyness and peaks.'),
  busyness: z.boolean().default(true).describe("Whether the day's busyness applies."),
  against: id()
    .optional()
    .describe(
      'Another arrival: the k-th visitor of this one and the k-th of that are opponents in one dispute.',
    ),
  group: sizes.prefault(1).describe('How many walk in at once, rounded, each with a matter of its own.'),
  appointments: z
    .strictObject({
      from: clock().describe('The first slot.'),
      to: clock().describe('Slots are before this time.'),
      every: positiveDuration().describe('From slot to slot.'),
      places: z.int().positive().default(1).describe('Slots at each time.'),
      filled: share().prefault(1).describe('Share of the slots that are booked.'),
      noShow: share().prefault(0).describe('Share of those booked who do not come.'),
      punctuality: signedDurations.prefault(0).describe('Arrival less the booked time; negative is early.'),
    })
    .optional()
    .describe('Visitors who have booked a time.'),
  trace: z
    .strictObject({ file: text().describe('The file, relative to this one.') })
    .optional()
    .describe(
      "A recorded list of arrivals: CSV with the columns time and, where they differ, profile, matters ('a+b') and party, a text that those who come together share.",
    ),
});

export const peak = z.strictObject({
  name: text().optional(),
  probability: share().prefault(1).describe('Share of days on which it happens.'),
  factor: z.number().nonnegative().describe('What it multiplies the rates by.'),
  arrivals: z.array(id()).min(1).describe('Arrivals with a rate.'),
  from: clock().optional().describe('The whole day where not given.'),
  to: clock().optional(),
});

export const journey = z.strictObject({
  greeting: z
    .strictObject({
      share: share().prefault(1).describe('Share of visitors who go to the host first.'),
      role: id().describe('A role of kind host.'),
      spaces: z.array(id()).min(1).describe('Space types for greeting.'),
      time: durations.describe('How long it takes.'),
    })
    .optional()
    .describe('A host greets, sorts and solves small matters; left out while no host is on duty.'),
  kiosk: z
    .strictObject({
      spaces: z.array(id()).min(1).describe('Space types with kiosks.'),
      time: durations.describe('How long it takes to draw a ticket.'),
    })
    .optional()
    .describe('Where visitors without a host take their ticket, and some do their matter themselves.'),
});
