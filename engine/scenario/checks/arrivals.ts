/**
 * Arrivals must say who comes, when, and with which matter; and where something is drawn by weights, there must
 * be something to draw.
 */
import { error, type Finding, type Path, warning } from '../finding.ts';
import { listed } from '../nearest.ts';
import type { Arrival, Scenario } from '../schema.ts';
import type { Traces } from '../trace.ts';
import { profilesOf } from './brought.ts';
import { clockText } from './timing.ts';

const PROCESSES = ['rate', 'appointments', 'trace'] as const;

export function checkProcesses(scenario: Scenario): Finding[] {
  return Object.entries(scenario.arrivals).flatMap(([id, arrival]) => {
    const path = ['arrivals', id];
    const given = PROCESSES.filter((name) => arrival[name] !== undefined);
    if (given.length === 1) return checkRate(arrival, scenario.day.doors.close, path);
    const has = given.length === 0 ? 'has none' : `has ${listed(given, 'and')}`;
    return [error(path, `needs exactly one of ${listed(PROCESSES, 'and')}, ${has}`)];
  });
}

function checkRate({ rate, perDay }: Arrival, close: number, path: Path): Finding[] {
  if (rate === undefined) {
    return perDay === undefined ? [] : [error([...path, 'perDay'], "scales a rate, but there is no 'rate'")];
  }
  for (const [index, [time]] of rate.points.entries()) {
    const before = rate.points[index - 1]?.[0];
    if (before !== undefined && time <= before) {
      const message = `times must rise: ${clockText(time)} comes after ${clockText(before)}`;
      return [error([...path, 'rate', 'points', index, 0], message)];
    }
  }
  const { points, shape } = rate;
  const rises = points.some(
    ([time, value], index) =>
      time < close && (value > 0 || (shape === 'linear' && (points[index + 1]?.[1] ?? 0) > 0)),
  );
  if (rises) return [];
  if (perDay !== undefined)
    return [error([...path, 'perDay'], 'cannot be reached: the rate is 0 until the doors close')];
  const isMeant = points.every(([, value]) => value === 0);
  return isMeant
    ? []
    : [warning([...path, 'rate'], `brings nobody: it is 0 until the doors close (${clockText(close)})`)];
}

export function checkMatters(scenario: Scenario, traces: Traces): Finding[] {
  const agencies = new Set(Object.values(scenario.matters).map((matter) => matter.agency));
  return Object.entries(scenario.arrivals).flatMap(([id, arrival]) => {
    const path = ['arrivals', id];
    if (arrival.agency !== undefined && arrival.matters !== undefined) {
      return [error(path, "needs only one of 'agency' and 'matters', has both")];
    }
    if (arrival.agency !== undefined) {
      return agencies.has(arrival.agency)
        ? []
        : [error([...path, 'agency'], `'${arrival.agency}' has no matters`)];
    }
    if (arrival.matters !== undefined) return [];
    const without = [...profilesOfUnsaidMatters(arrival, traces[id])].filter(
      (name) => scenario.profiles[name]?.matters.length === 0,
    );
    if (without.length === 0) return [];
    const has = without.length === 1 ? 'has none' : 'have none';
    const message = `does not say with which matters: it has neither 'agency' nor 'matters', and the profile ${listed(without, 'and')} ${has}`;
    return [error(path, message)];
  });
}

/** The profiles that must say what their visitors come for, as neither the arrival nor a recorded row does. */
function profilesOfUnsaidMatters(arrival: Arrival, trace: Traces[string] | undefined): Set<string> {
  if (arrival.trace === undefined) return profilesOf(arrival);
  const rows = (trace ?? []).filter((row) => row.matters.length === 0);
  const own = rows.flatMap(({ profile }) => (profile === null ? [] : [profile]));
  return new Set(rows.length > own.length ? [...profilesOf(arrival), ...own] : own);
}

/** Wherever one of several is drawn by weight, some weight must be above 0. */
export function checkWeights(scenario: Scenario): Finding[] {
  const findings: Finding[] = [];
  const check = (weights: Readonly<Record<string, number>> | undefined, path: Path, what: string) => {
    if (weights === undefined || Object.values(weights).some((weight) => weight > 0)) return;
    const isEmpty = Object.keys(weights).length === 0;
    findings.push(
      error(path, isEmpty ? `names no ${what}` : `all weights are 0, so that no ${what} can be drawn`),
    );
  };
  for (const [id, arrival] of Object.entries(scenario.arrivals)) {
    const path = ['arrivals', id];
    check(arrival.profiles, [...path, 'profiles'], 'profile');
    check(arrival.matters, [...path, 'matters'], 'matter');
    arrival.more.forEach((more, index) => {
      check(more.matters, [...path, 'more', index, 'matters'], 'matter');
    });
    if (arrival.agency === undefined || arrival.matters !== undefined) continue;
    const own = Object.entries(scenario.matters).filter(([, matter]) => matter.agency === arrival.agency);
    if (own.length > 0) {
      check(
        Object.fromEntries(own.map(([name, { weight }]) => [name, weight])),
        [...path, 'agency'],
        'matter',
      );
    }
  }
  for (const [id, profile] of Object.entries(scenario.profiles)) {
    check(profile.languages, ['profiles', id, 'languages'], 'language');
    profile.matters.forEach((matter, index) => {
      check(matter.anyOf, ['profiles', id, 'matters', index, 'anyOf'], 'matter');
    });
  }
  return findings;
}

/** Opponents come by twos: each arrival has one other at most, whichever of the two names the other. */
export function checkOpponents({ arrivals }: Scenario): Finding[] {
  const opponents = new Map<string, string>();
  return Object.entries(arrivals).flatMap(([id, { against }]) => {
    if (against === undefined) return [];
    const path = ['arrivals', id, 'against'];
    if (against === id) return [error(path, 'names itself; opponents come with another arrival')];
    for (const [one, other] of [
      [against, id],
      [id, against],
    ] as const) {
      const known = opponents.get(one) ?? other;
      if (known !== other) return [error(path, `'${one}' and '${known}' are opponents already`)];
    }
    opponents.set(id, against).set(against, id);
    return [];
  });
}

/** A peak multiplies rates, and has no effect on appointments or recorded arrivals. */
export function checkPeaks(scenario: Scenario): Finding[] {
  return Object.entries(scenario.peaks).flatMap(([id, peak]) =>
    peak.arrivals.flatMap((name, index) => {
      const arrival = scenario.arrivals[name];
      if (arrival === undefined || arrival.rate !== undefined) return [];
      return [warning(['peaks', id, 'arrivals', index], `'${name}' has no rate that a peak could multiply`)];
    }),
  );
}
