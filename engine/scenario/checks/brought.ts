/**
 * Who comes to the service point, and with which matters, as far as the scenario's arrivals tell.
 */
import type { Arrival, Profile, Scenario } from '../schema.ts';
import type { Traces } from '../trace.ts';

/** The profiles of an arrival that occur, those of its recorded visitors among them. */
export function profilesOf(arrival: Arrival, trace: Traces[string] = []): Set<string> {
  const drawn = Object.entries(arrival.profiles).filter(([, weight]) => weight > 0);
  const names = new Set(drawn.map(([name]) => name));
  for (const { profile } of trace) if (profile !== null) names.add(profile);
  return names;
}

/** The ids of all profiles of which visitors come. */
export function profilesUsed(scenario: Scenario, traces: Traces): Set<string> {
  const used = new Set<string>();
  for (const [id, arrival] of Object.entries(scenario.arrivals)) {
    for (const name of profilesOf(arrival, traces[id])) used.add(name);
  }
  return used;
}

/** The ids of the matters that such a visitor may bring. */
export function mattersBroughtBy(
  scenario: Scenario,
  traces: Traces,
  isSuch: (profile: Profile) => boolean,
): Set<string> {
  const brought = new Set<string>();
  const agencies = new Set<string>();
  const profiles = new Set<string>();
  const add = (weights: Readonly<Record<string, number>>) => {
    for (const [id, weight] of Object.entries(weights)) if (weight > 0) brought.add(id);
  };
  for (const [id, arrival] of Object.entries(scenario.arrivals)) {
    const names = [...profilesOf(arrival, traces[id])].filter((name) => {
      const profile = scenario.profiles[name];
      return profile !== undefined && isSuch(profile);
    });
    if (names.length === 0) continue;
    for (const more of arrival.more) if (more.probability > 0) add(more.matters);
    for (const row of traces[id] ?? []) for (const matter of row.matters) brought.add(matter);
    if (arrival.matters !== undefined) add(arrival.matters);
    else if (arrival.agency !== undefined) agencies.add(arrival.agency);
    else for (const name of names) profiles.add(name);
  }
  for (const name of profiles) {
    for (const { anyOf, probability } of scenario.profiles[name]?.matters ?? [])
      if (probability > 0) add(anyOf);
  }
  for (const [id, matter] of Object.entries(scenario.matters)) {
    if (agencies.has(matter.agency) && matter.weight > 0) brought.add(id);
  }
  return brought;
}
