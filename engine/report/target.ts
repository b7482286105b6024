/**
 * Targets as a scenario writes them: `wait.p90 of vero <= 15 min`, `role.utilisation of adviser at 10:00 < 90 %`.
 * A target on something that is not measured is bad input and is reported as such, never passed over.
 */
import { MEASURES, type MeasureDefinition, measureNamed, type Unit } from '../experiment/measures.ts';
import { error, type Finding } from '../scenario/finding.ts';
import { hint, listed } from '../scenario/nearest.ts';
import { duration, share } from '../scenario/quantity.ts';
import type { Scenario } from '../scenario/schema.ts';
import { quoted } from '../scenario/visible.ts';
import {
  CAUSES,
  CHANNELS,
  HOURS,
  KIND_IDS,
  SCOPES,
  type Scope,
  type ScopeKey,
} from '../statistics/scopes.ts';

export type Relation = '<=' | '<' | '>=' | '>';

export interface Target {
  /** As written. */
  readonly text: string;
  readonly measure: string;
  readonly scope: Scope;
  readonly relation: Relation;
  /** In the unit of the measure: minutes, a share from 0 to 1, a number. */
  readonly limit: number;
  readonly unit: Unit;
}

const FORM = "write it like 'wait.p90 of vero <= 15 min'";
const TARGET = /^\s*(?<subject>[^<>≤≥=]*?)\s*(?<relation><=|>=|≤|≥|<|>)\s*(?<limit>[^<>≤≥=]*?)\s*$/u;
const SUBJECT = /^(?<measure>\S+)(?:\s+of\s+(?:(?<kind>\S+)\s+)?(?<id>\S+?))??(?:\s+at\s+(?<time>\S+))?$/u;
const HOUR = /^(?<hour>\d{1,2})(?::(?<minute>\d{2}))?$/;
const RELATIONS: Readonly<Record<string, Relation>> = {
  '<=': '<=',
  '≤': '<=',
  '<': '<',
  '>=': '>=',
  '≥': '>=',
  '>': '>',
};

/** What is wrong with a target, in words for the planner. */
class TargetError extends Error {}

/** What is wrong with the targets of a scenario. */
export function checkTargets(scenario: Scenario): Finding[] {
  return scenario.targets.flatMap((text, k) => {
    const target = parseTarget(text, scenario);
    return typeof target === 'string' ? [error(['targets', k], target)] : [];
  });
}

/** The target, or what is wrong with it. */
export function parseTarget(text: string, scenario: Scenario): Target | string {
  return orProblem(() => parse(text, scenario));
}

function orProblem<T>(read: () => T): T | string {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof TargetError) return problem.message;
    throw problem;
  }
}

function parse(text: string, scenario: Scenario): Target {
  const parts = TARGET.exec(text)?.groups;
  const subject = SUBJECT.exec(parts?.subject ?? '')?.groups;
  if (parts === undefined || subject === undefined) {
    throw new TargetError(`${quoted(text)} is not a target; ${FORM}`);
  }
  const { definition, scope } = subjectOf(subject, scenario);
  const relation = RELATIONS[parts.relation ?? ''] ?? '<=';
  const { measure, unit } = definition;
  return { text, measure, scope, relation, limit: limitIn(unit, parts.limit ?? ''), unit };
}

/** What a target is about, as `wait.p90 of vero`. */
export interface TargetSubject {
  readonly definition: MeasureDefinition;
  readonly scope: Scope;
}

/** What is measured, without a limit; or what is wrong with it. */
export function parseSubject(text: string, scenario: Scenario): TargetSubject | string {
  const subject = SUBJECT.exec(text.trim())?.groups;
  if (subject === undefined) return `${quoted(text)} is not a measure; write it like 'wait.p90 of vero'`;
  return orProblem(() => subjectOf(subject, scenario));
}

/** A number in the unit of a measure; or what is wrong with it. */
export function parseLimit(unit: Unit, text: string): number | string {
  return orProblem(() => limitIn(unit, text.trim()));
}

function subjectOf(subject: Subject, scenario: Scenario): TargetSubject {
  const name = subject.measure ?? '';
  const definition = measureNamed(name);
  if (definition === undefined)
    throw new TargetError(`there is no measure ${quoted(name)}${measureHint(name)}`);
  return { definition, scope: scopeFor(definition, subject, scenario) };
}

function measureHint(name: string): string {
  const names = MEASURES.map(({ measure }) => measure);
  const family = names.filter((measure) => measure.startsWith(`${name.split('.')[0]}.`));
  const near = hint(name, names);
  return near === '' && family.length > 0 ? `; there is ${listed(family, 'and')}` : near;
}

/** The ids of a scenario that a key of a scope may have. */
function idsIn(scenario: Scenario, key: ScopeKey): readonly string[] {
  switch (key) {
    case 'agency':
      return Object.keys(scenario.agencies);
    case 'matter':
      return Object.keys(scenario.matters);
    case 'role':
      return Object.keys(scenario.roles);
    case 'spaceType':
      return Object.keys(scenario.spaceTypes);
    case 'channel':
      return CHANNELS;
    case 'cause':
      return CAUSES;
    case 'kind':
      return KIND_IDS;
    case 'space':
      return Object.keys(scenario.spaces);
    case 'pair':
    case 'hour':
      return [];
  }
}

const ID_KEYS: readonly ScopeKey[] = [
  'agency',
  'matter',
  'role',
  'spaceType',
  'channel',
  'kind',
  'cause',
  'space',
];
const ARTICLES: Readonly<Record<ScopeKey, string>> = {
  agency: 'an agency',
  matter: 'a matter',
  role: 'a role',
  spaceType: 'a space type',
  hour: 'an hour',
  channel: 'a channel',
  cause: 'a cause',
  kind: 'a kind of exposure',
  space: 'a space',
  pair: 'a pair of places',
};
const NAMES: Readonly<Record<ScopeKey, string>> = {
  agency: 'agency',
  matter: 'matter',
  role: 'role',
  spaceType: 'space type',
  hour: 'hour',
  channel: 'channel',
  cause: 'cause',
  kind: 'kind',
  space: 'space',
  pair: 'pair of places',
};

type Subject = Readonly<Record<string, string | undefined>>;

function scopeFor(definition: MeasureDefinition, { kind, id, time }: Subject, scenario: Scenario): Scope {
  const key = id === undefined ? null : keyOf(definition, kind, id, scenario);
  const keys: ScopeKey[] = [...(key === null ? [] : [key]), ...(time === undefined ? [] : ['hour' as const])];
  const scopes = definition.scopes.map((scopeKind) => SCOPES[scopeKind] as readonly ScopeKey[]);
  const isMeasured = scopes.some(
    (scope) => scope.length === keys.length && keys.every((wanted) => scope.includes(wanted)),
  );
  if (!isMeasured) throw new TargetError(`${definition.measure} is measured ${scopesInWords(definition)}`);
  return {
    ...(key === null || id === undefined ? {} : { [key]: id }),
    ...(time === undefined ? {} : { hour: hourIn(time) }),
  };
}

/** The kind of thing that the id is, of those that the measure is kept for. */
function keyOf(
  definition: MeasureDefinition,
  kind: string | undefined,
  id: string,
  scenario: Scenario,
): ScopeKey {
  const kept = ID_KEYS.filter((key) =>
    definition.scopes.some((scope) => (SCOPES[scope] as readonly ScopeKey[]).includes(key)),
  );
  if (kind !== undefined && !kept.some((key) => key === kind)) {
    throw new TargetError(
      `${quoted(kind)} is not what ${definition.measure} is measured for${kindsHint(kept)}`,
    );
  }
  const wanted = kind === undefined ? kept : kept.filter((key) => key === kind);
  const found = wanted.filter((key) => idsIn(scenario, key).includes(id));
  const [first, second] = found;
  if (first === undefined) throw new TargetError(unknownId(definition, id, wanted, scenario));
  if (second !== undefined) {
    throw new TargetError(
      `${quoted(id)} is ${ARTICLES[first]} and ${ARTICLES[second]}; write 'of ${first} ${id}' or 'of ${second} ${id}'`,
    );
  }
  return first;
}

function unknownId(
  definition: MeasureDefinition,
  id: string,
  wanted: readonly ScopeKey[],
  scenario: Scenario,
): string {
  const other = ID_KEYS.find((key) => idsIn(scenario, key).includes(id));
  if (other !== undefined) {
    return `${quoted(id)} is ${ARTICLES[other]}, but ${definition.measure} is measured ${scopesInWords(definition)}`;
  }
  if (wanted.length === 0) return `${definition.measure} is measured ${scopesInWords(definition)}`;
  const names = wanted.map((key) => NAMES[key]).join(' or ');
  return `there is no ${names} ${quoted(id)}${hint(
    id,
    wanted.flatMap((key) => idsIn(scenario, key)),
  )}`;
}

const kindsHint = (kept: readonly ScopeKey[]) =>
  kept.length === 0 ? '' : `; there is ${listed(kept, 'and')}`;

/** `for all`, `by agency`, `by role and hour`: what a measure is kept for. */
export function scopesInWords({ scopes }: MeasureDefinition): string {
  return scopes
    .map((kind) => {
      const keys = SCOPES[kind] as readonly ScopeKey[];
      return keys.length === 0 ? 'for the whole house' : `by ${keys.map((key) => NAMES[key]).join(' and ')}`;
    })
    .join(', ');
}

function hourIn(time: string): number {
  const groups = HOUR.exec(time)?.groups;
  const hour = Number(groups?.hour);
  if (groups === undefined || hour >= HOURS || Number(groups.minute ?? 0) !== 0) {
    throw new TargetError(`${quoted(time)} is not a full hour of the day; write it like 'at 10:00'`);
  }
  return hour;
}

const COUNT = /^(?<number>[+-]?(?:\d+\.?\d*|\.\d+))\s*(?<unit>\D*)$/;
const COUNT_UNITS: Readonly<Record<string, readonly string[]>> = {
  '1/day': ['', '/day', '/d', '1/day', 'a day'],
  visitors: ['', 'visitors', 'visitor'],
  matters: ['', 'matters', 'matter'],
};

function limitIn(unit: Unit, text: string): number {
  if (text === '') throw new TargetError(`the limit is missing; ${FORM}`);
  if (unit === 'min' || unit === '1') {
    const read = (unit === 'min' ? duration() : share()).safeParse(text);
    if (!read.success) throw new TargetError(read.error.issues.map(({ message }) => message).join('; '));
    return unit === 'min' ? read.data / 60 : read.data;
  }
  const groups = COUNT.exec(text)?.groups;
  const units = COUNT_UNITS[unit] ?? [];
  if (groups === undefined) throw new TargetError(`${quoted(text)} is not a number`);
  if (!units.includes((groups.unit ?? '').trim())) {
    throw new TargetError(
      `${quoted((groups.unit ?? '').trim())} is not its unit; write a plain number, or ${listed(units.slice(1, 2), 'or')} after it`,
    );
  }
  return Number(groups.number);
}
