/** How a hall sounds: what hides speech, and how it carries. */
import { decay, level, levelAt4m, reverberationTime } from './quantity.ts';
import { z } from './zod.ts';

export const VOICES = ['hushed', 'normal', 'raised', 'loud'] as const;

/** Defaults are those of a hall of average finish with few people in it. */
export const acoustics = z.strictObject({
  noise: level().prefault(40).describe('Background noise at every place, dB(A), without sound masking.'),
  masking: level().optional().describe('Sound masking where it is fitted, dB(A), added to the noise.'),
  finish: z
    .union([
      z.enum(['good', 'medium', 'poor']),
      z.strictObject({
        decay: decay().describe('D2,S: dB for each doubling of the distance.'),
        at4m: levelAt4m().describe('Lp,A,S,4m: dB(A) of normal speech at 4 m.'),
      }),
    ])
    .default('medium')
    .describe('How speech falls off with distance, by ISO 3382-3: a class of finish, or measured figures.'),
  reverberation: reverberationTime()
    .optional()
    .describe('Reverberation time, like 0.6 s; it blurs speech, where given.'),
  voice: z.enum(VOICES).default('normal').describe('How visitors and clerks talk.'),
  loudspeaker: z
    .enum(VOICES)
    .default('raised')
    .describe('How loud a remote expert is where it talks through a loudspeaker.'),
  babble: z
    .boolean()
    .default(false)
    .describe('Whether talk at other places at the same time masks speech; without it, nobody else talks.'),
});
