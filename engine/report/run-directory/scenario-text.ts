/**
 * A scenario as resolved, with its recorded arrivals, as JSON and back. Numbers that JSON does not know, such as the
 * infinite limit that `never` is, stand as `{"$": "Infinity"}`.
 */
import type { Scenario } from '../../scenario/schema.ts';
import type { Traces } from '../../scenario/trace.ts';

export interface Resolved {
  readonly scenario: Scenario;
  readonly traces: Traces;
}

export function resolvedText(resolved: Resolved): string {
  return `${JSON.stringify(resolved, (_, value: unknown) => written(value), 2)}\n`;
}

/** Of a text that `resolvedText` has written and nobody has changed since: it is not checked again. */
export function resolvedFrom(text: string): Resolved {
  return JSON.parse(text, (_, value: unknown) => read(value));
}

function written(value: unknown): unknown {
  if (typeof value !== 'number') return value;
  if (Object.is(value, -0)) return { $: '-0' };
  return Number.isFinite(value) ? value : { $: String(value) };
}

function read(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '$' in value ? Number(value.$) : value;
}
