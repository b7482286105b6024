/** What a change may be that comes from outside, as in a link: the forms of `Change`, within bounds. */
import { z } from 'zod';
import { id } from '../../engine/scenario/common-schema.ts';
import { PARTITIONS } from '../../engine/scenario/place-schema.ts';
import type { Change } from './change.ts';

const MOST_CLERKS = 100_000;
const MOST_MINUTES = 6_000_000;
const MOST_FACTOR = 100;
const DAY = 24 * 3600;
/** Metres. */
const ON_EARTH = 100_000;

const point = z.tuple([z.number().min(-ON_EARTH).max(ON_EARTH), z.number().min(-ON_EARTH).max(ON_EARTH)]);
const clock = z.int().min(0).max(DAY);

export const changeSchema: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clerks'), role: id(), count: z.int().min(0).max(MOST_CLERKS) }),
  z.strictObject({ kind: z.literal('fallback'), minutes: z.number().min(0).max(MOST_MINUTES).nullable() }),
  z.strictObject({ kind: z.literal('opening'), open: clock, close: clock, shifts: z.boolean() }),
  z.strictObject({
    kind: z.literal('volume'),
    of: z.union([z.literal(''), id()]),
    arrivals: z.array(id()),
    factor: z.number().positive().max(MOST_FACTOR),
  }),
  z.strictObject({ kind: z.literal('partition'), type: id(), partition: z.enum(PARTITIONS) }),
  z.strictObject({ kind: z.literal('spaceType'), space: id(), type: id() }),
  z.strictObject({ kind: z.literal('addSpace'), id: id(), of: id(), at: point.nullable() }),
  z.strictObject({ kind: z.literal('removeSpace'), space: id() }),
  z.strictObject({ kind: z.literal('moveSpace'), space: id(), at: point }),
  z.strictObject({ kind: z.literal('moveWall'), wall: id(), by: point }),
  z.strictObject({ kind: z.literal('removeWall'), wall: id() }),
]);
