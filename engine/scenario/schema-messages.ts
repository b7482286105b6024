/**
 * What the schema says against a value, in a planner's words. A message that the schema itself gives, such as
 * that of a quantity, goes before these.
 */
import { hint, listed, nearest } from './nearest.ts';
import { quoted } from './visible.ts';
import { z } from './zod.ts';

/** A value inside a message. */
export function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : String(value);
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'a map of keys and values',
  record: 'a map of ids and what belongs to each',
  array: 'a list, like [a, b]',
  tuple: 'a list, like [1, 2]',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** For a value that could have several forms, as long as nothing better can be said. */
export const NO_FORM = 'has none of the forms that it may have';

/** The message for an issue of the schema; for unknown keys, a line for each. */
export function plainMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = typeof issue.input === 'string' ? nearest(issue.input, values) : null;
      const meant = near === null ? '' : `; did you mean ${quoted(near)}?`;
      return `must be ${issue.values.some(Number.isFinite) ? values.join(' or ') : listed(values, 'or')}${meant}`;
    }
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum, issue.inclusive ?? true);
    case 'too_big':
      return tooBig(issue.origin, issue.maximum, issue.inclusive ?? true);
    case 'unrecognized_keys': {
      const known = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
      return issue.keys.map((key) => `unknown key ${quoted(key)}${hint(key, known)}`).join('\n');
    }
    case 'invalid_union':
      return NO_FORM;
    default:
      return 'is not what is expected here';
  }
}

function tooSmall(origin: string, minimum: number | bigint, inclusive: boolean): string {
  if (origin === 'array') return minimum === 1 ? 'must not be empty' : `must be a list of ${minimum}`;
  if (origin === 'string') return 'must not be empty';
  return inclusive ? `must be at least ${minimum}` : `must be above ${minimum}`;
}

function tooBig(origin: string, maximum: number | bigint, inclusive: boolean): string {
  if (origin === 'array') return `must be a list of ${maximum}`;
  if (origin === 'string') return `must have at most ${maximum} characters`;
  return inclusive ? `must be at most ${maximum}` : `must be below ${maximum}`;
}
