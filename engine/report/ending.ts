/** How a run ended, where that is not just with the days asked for: stopped early, or once a figure was known well enough. */

import type { Unit } from '../experiment/measures.ts';
import type { Precision, Reached } from '../experiment/precision.ts';
import type { Scenario } from '../scenario/schema.ts';
import { quoted } from '../scenario/visible.ts';
import { parseLimit, parseSubject } from './target.ts';

export interface Stopped {
  /** By Ctrl-C, or by the time budget. */
  readonly by: 'interrupt' | 'time';
  /** Days that were asked for, or the most that were to be run. */
  readonly asked: number;
  /** Whether other routings, or what would be without each cause, are left out, as they were not run to their end. */
  readonly isIncomplete: boolean;
}

export interface Ending {
  readonly stopped?: Stopped;
  readonly precision?: Reached;
}

const RELATIVE = /^\s*(?<percent>\d+\.?\d*|\.\d+)\s*%\s*$/;

/**
 * The precision that is written as `2 %` of the figure, or in its unit as `0.5 min`, of a measure written as in a target
 * (`wait.p90 of vero`); or what is wrong with it. A percentage is always relative: absolute shares are written `0.02`.
 */
export function parsePrecision(limit: string, subject: string, scenario: Scenario): Precision | string {
  const parsed = parseSubject(subject, scenario);
  if (typeof parsed === 'string') return parsed;
  if (limit.trim() === '') return "the limit is missing; write it like '2%' or '0.5 min'";
  const percent = RELATIVE.exec(limit)?.groups?.percent;
  if (percent === undefined && limit.trim().endsWith('%'))
    return `${quoted(limit.trim())} is not a percentage above zero; write it like '2%'`;
  const number = percent === undefined ? parseLimit(parsed.definition.unit, limit) : Number(percent) / 100;
  if (typeof number === 'string') return number;
  if (number <= 0) return 'a precision must be above zero';
  return { ...parsed, limit: number, isRelative: percent !== undefined };
}

/** Sentences for a reader; none where there is nothing to say. */
export function endingSentences({ stopped, precision }: Ending, replications: number): string[] {
  return [
    ...(stopped === undefined ? [] : [stoppedText(stopped, replications)]),
    ...(precision === undefined ? [] : [precisionText(precision)]),
  ];
}

export function stoppedText({ by, asked, isIncomplete }: Stopped, replications: number): string {
  if (by === 'time') return `stopped by its time budget after ${daysInWords(replications)}`;
  const stopped =
    replications < asked ? `stopped after ${grouped(replications)} of ${grouped(asked)} days` : 'stopped';
  return isIncomplete
    ? `${stopped}; other routings and what would be without each cause are left out where they were not complete`
    : stopped;
}

function precisionText({ precision, figure, isReached }: Reached): string {
  const { definition, scope, limit, isRelative } = precision;
  const of = Object.values(scope).length === 0 ? '' : ` of ${Object.values(scope).join(' at ')}`;
  const wanted = isRelative ? `${number(100 * limit)} %` : inUnit(limit, definition.unit);
  const { mean, halfWidth } = figure;
  if (mean === null) return `${definition.measure}${of} was observed on none of these days, and is not known`;
  if (halfWidth === null) return `${definition.measure}${of} is not known well enough for ± ${wanted}`;
  const share =
    isRelative && mean !== null && mean !== 0 ? ` (${number((100 * halfWidth) / Math.abs(mean))} %)` : '';
  const known = `${definition.measure}${of} is known to ± ${inUnit(halfWidth, definition.unit)}${share}`;
  return isReached
    ? `${known}, as asked for: ± ${wanted}`
    : `${known}, and not yet to the ± ${wanted} asked for`;
}

const UNITS: Readonly<Record<Unit, string>> = {
  min: ' min',
  '1': '',
  '1/day': ' a day',
  visitors: '',
  matters: '',
};

const number = (value: number): string => String(Number(value.toPrecision(2)));
const inUnit = (value: number, unit: Unit): string => `${number(value)}${UNITS[unit]}`;
const daysInWords = (count: number): string => (count === 1 ? '1 day' : `${grouped(count)} days`);
const grouped = (count: number): string => count.toLocaleString('en-GB');
