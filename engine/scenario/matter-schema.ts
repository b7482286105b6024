/** Agencies, the sensitivity of what they handle, and their matters. */
import { VOICES } from './acoustics-schema.ts';
import { durations, id, parts, text, weight } from './common-schema.ts';
import { duration, limit, share } from './quantity.ts';
import { z } from './zod.ts';

const timeLimit = (meaning: string) =>
  z
    .strictObject({
      time: duration().prefault(0).describe('An exposure that lasts for this long is a conflict.'),
    })
    .optional()
    .describe(meaning);

export const sensitivity = z.strictObject({
  name: text(),
  rank: z.int().nonnegative().describe('Higher is more sensitive.'),
  speech: z
    .strictObject({
      sti: z
        .number()
        .min(0)
        .max(1)
        .describe(
          'Whoever could understand more than this, as the speech transmission index, is exposed to it.',
        ),
      time: duration().prefault(0).describe('An exposure that lasts for this long is a conflict.'),
    })
    .optional()
    .describe('How much of what is said others may understand; none: all of it.'),
  sight: timeLimit('How long others may be able to read its screen or papers; none: as long as they like.'),
  seen: timeLimit(
    'How long acquaintances may see the visitor at a place that tells what it came for; none: as long as they like.',
  ),
  data: timeLimit(
    'How long somebody without mandate or consent may have it open; none: as long as they like.',
  ),
  presence: timeLimit(
    'How long acquaintances may see that the visitor is in the house at all; none: as long as they like. The ' +
      'strictest holds for visitors under non-disclosure.',
  ),
});

export const agency = z.strictObject({
  name: text(),
  short: z.string().min(1).max(14).optional().describe('For tables; the id where not given.'),
  serviceLevel: duration()
    .optional()
    .describe("The wait within which a visitor counts as served in time; the policy's where not given."),
});

const handOver = z
  .strictObject({
    share: share().describe(
      'Share of services after which something is left for which one needs a wider mandate.',
    ),
    parts: parts().default(['decide']).describe('What is done then; one needs a mandate for each.'),
    service: durations.describe('Time of clerk and visitor together, at speed 1, besides that before.'),
    spaces: z.array(id()).min(1).optional().describe('Space types; those of the matter where not given.'),
  })
  .describe(
    'A second part of the matter: by another clerk, on site or by video, or by the first one if mandated.',
  );

export const matter = z.strictObject({
  agency: id().describe('The agency that answers for it.'),
  name: text(),
  sensitivity: id().default('personal').describe('One of the sensitivities.'),
  weight: weight().default(1).describe('How common it is among the matters of its agency.'),
  voice: z
    .enum(VOICES)
    .optional()
    .describe("How one talks about it; the hall's voice where not given, and at a greeting."),
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
    .optional()
    .describe('What will do when no proper space is free; without it the matter waits.'),
  priority: z.number().default(0).describe('Higher goes first, under priority-with-ageing.'),
  guard: share().prefault(0).describe('Share of services at which a guard must be present.'),
  equipment: z.array(id()).default([]).describe('Equipment that a service holds one unit of.'),
  kiosk: z
    .strictObject({
      share: share().describe('Share of the visitors at a kiosk who get it done there.'),
      time: durations.describe('Their stay at the kiosk for it, besides the ticket.'),
    })
    .optional()
    .describe('Digital first: visitors may get it done at a kiosk.'),
  atGreeting: share().prefault(0).describe('Share that the host solves while greeting.'),
  handOver: handOver.optional(),
});
