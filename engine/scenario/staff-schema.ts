/** Roles: what they may do, how many there are, and when they work. */
import { count, id, parts, text } from './common-schema.ts';
import { clock, duration, positiveDuration, share } from './quantity.ts';
import { z } from './zod.ts';

const shift = z
  .strictObject({
    from: clock(),
    to: clock(),
    breaks: z
      .array(z.strictObject({ at: clock().describe('When it is due.'), length: positiveDuration() }))
      .default([])
      .describe('Breaks, each within the shift.'),
  })
  .describe('Times of the day; not repeated over a longer horizon.');

export const ROLE_KINDS = ['host', 'adviser', 'expert', 'remote-expert', 'interpreter', 'guard'] as const;

export const role = z.strictObject({
  name: text(),
  kind: z
    .enum(ROLE_KINDS)
    .describe(
      'Hosts, advisers and experts are in the hall; remote experts, interpreters and guards are not counted there.',
    ),
  mandates: z
    .array(
      z.strictObject({
        agency: id().describe("An agency, or 'all' of them."),
        matters: z
          .union([z.literal('all'), z.array(id()).min(1)], {
            error: "must be a list of matters, like [tax-card], or 'all'",
          })
          .default('all')
          .describe("Matters of the agency, or 'all' of them."),
        parts: parts()
          .default(['identify', 'receive', 'advise'])
          .describe('What it may do of them; one mandate must cover all parts of a matter.'),
        speed: z.number().positive().max(10).default(1).describe('2 is twice as fast as the matter says.'),
      }),
    )
    .default([])
    .describe('What it may handle; of several mandates that cover a matter the fastest counts.'),
  spaces: z
    .array(id())
    .min(1)
    .optional()
    .describe('Space types in which the role can work; any where not given.'),
  equipment: z
    .array(id())
    .default([])
    .describe('Equipment that each service of the role holds, like a video link.'),
  sound: z
    .enum(['loudspeaker', 'headset'])
    .default('loudspeaker')
    .describe('How visitors hear a remote expert.'),
  count: count().default(1).describe('How many clerks there are.'),
  shifts: z
    .array(shift)
    .min(1)
    .optional()
    .describe('The k-th clerk has the k-th, in turn; from opening to closing where not given.'),
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
