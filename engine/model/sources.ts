/** Where visitors come from, compiled: weights and recorded lists by dense index, rates scaled to the day. */
import { meanOf } from '../kernel/moments.ts';
import { RateProfile } from '../kernel/poisson-process.ts';
import { FROM_OPENING } from '../scenario/constants.ts';
import type { Arrival, Scenario } from '../scenario/schema.ts';
import type { Traces } from '../scenario/trace.ts';
import type { Indices } from './indices.ts';
import type { RecordedVisitor, Source, WeightedMatters } from './model.ts';

type Doors = Scenario['day']['doors'];

export function compileSources(scenario: Scenario, indices: Indices, traces: Traces): Source[] {
  return Object.entries(scenario.arrivals).map(([id, arrival]): Source => {
    const first = firstMatters(arrival, scenario, indices);
    return {
      id,
      profiles: Object.keys(arrival.profiles).map((profile) => indices.profiles.of(profile)),
      profileWeights: Object.values(arrival.profiles),
      matters: first.matters,
      matterWeights: first.weights,
      more: arrival.more.map((more) => weighted(more.matters, more.probability, indices)),
      busyness: arrival.busyness,
      group: arrival.group,
      rate: scaledRate(arrival, scenario.day.doors),
      appointments: arrival.appointments ?? null,
      trace: arrival.trace ? compileTrace(traces[id] ?? [], indices) : null,
    };
  });
}

/** Most matters that one visit can have. */
export function mattersMax(scenario: Scenario, sources: readonly Source[]): number {
  const ofProfile = Object.values(scenario.profiles).map((profile) => profile.matters.length);
  const ofSource = sources.map((source) => {
    const recordedProfiles = (source.trace ?? []).map((row) => row.profile).filter((profile) => profile >= 0);
    const profiles = new Set([...source.profiles, ...recordedProfiles]);
    const byProfile = Math.max(0, ...[...profiles].map((profile) => ofProfile[profile]));
    const drawn = source.matters.length > 0 ? 1 : byProfile;
    const recorded = (source.trace ?? []).reduce((most, row) => Math.max(most, row.matters.length), 0);
    return Math.max(drawn, recorded) + source.more.length;
  });
  return Math.max(1, ...ofSource);
}

function weighted(
  weights: Readonly<Record<string, number>>,
  probability: number,
  indices: Indices,
): WeightedMatters {
  return {
    probability,
    matters: Object.keys(weights).map((matter) => indices.matters.of(matter)),
    weights: Object.values(weights),
  };
}

function firstMatters(arrival: Arrival, scenario: Scenario, indices: Indices): WeightedMatters {
  if (arrival.matters) return weighted(arrival.matters, 1, indices);
  if (arrival.agency === undefined) return { probability: 1, matters: [], weights: [] };
  const own = Object.entries(scenario.matters).filter(([, matter]) => matter.agency === arrival.agency);
  return weighted(Object.fromEntries(own.map(([id, matter]) => [id, matter.weight])), 1, indices);
}

/** The rate, scaled so that `perDay` visitors are expected between opening and closing. */
function scaledRate({ rate, perDay, group }: Arrival, { open, close }: Doors): Source['rate'] {
  if (rate === undefined) return null;
  const points = rate.points.map(([at, value]): [number, number] => [at === FROM_OPENING ? open : at, value]);
  if (perDay === undefined) return { shape: rate.shape, points };
  const expected = new RateProfile(rate.shape, points, close).total * meanOf(group);
  return { shape: rate.shape, points: points.map(([at, value]) => [at, (value * perDay) / expected]) };
}

function compileTrace(rows: Traces[string], indices: Indices): RecordedVisitor[] {
  const firstOf = new Map<string, number>();
  return rows.map(({ time, profile, matters, party = '' }, index) => {
    if (party !== '' && !firstOf.has(party)) firstOf.set(party, index);
    return {
      time,
      profile: profile === null ? -1 : indices.profiles.of(profile),
      matters: matters.map((matter) => indices.matters.of(matter)),
      party: firstOf.get(party) ?? index,
    };
  });
}
