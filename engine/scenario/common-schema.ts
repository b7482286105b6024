/** What the parts of the schema share: ids, weights, counts, points, and distributions by what they are over. */
import { PARTS } from './constants.ts';
import { distribution } from './distribution.ts';
import { coordinate, duration, signedDuration, speed } from './quantity.ts';
import { z } from './zod.ts';

export const text = () => z.string().min(1).max(500);
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
/** An id: letters, digits, `.`, `_` and `-`. */
export const id = () => z.string().regex(ID, "must be an id (letters, digits, '.', '_' and '-')").max(80);
export const byId = <T extends z.ZodType>(part: T) => z.record(id(), part).prefault({});
export const weight = () => z.number().nonnegative();
/** Weights by id, not necessarily adding up to 1. */
export const weights = () => z.record(id(), weight());
export const count = () => z.int().nonnegative().max(100_000);

export const durations = distribution(duration(), 'durations');
export const signedDurations = distribution(signedDuration(), 'signed-durations');
export const speeds = distribution(speed(), 'speeds');
export const factors = distribution(z.number().nonnegative().max(100), 'factors');
export const sizes = distribution(z.number().nonnegative().max(1000), 'sizes');

export const point = () =>
  z.tuple([coordinate(), coordinate()], { error: 'must be two lengths in metres, like [4.5, 12]' });

export const parts = () => z.array(z.enum(PARTS)).min(1);
