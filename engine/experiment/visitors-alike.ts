/**
 * Whether two designs have the same visitors. All that decides who comes, when, and what for is drawn from streams named
 * by replication, source and purpose (decision 3 of the design), so the visitors are the same where all that these draws
 * are made from is the same. Where it is not, differences are those of the visitors too.
 *
 * How long a service takes is left out: with another service time the visitors are the same people, with the same chance.
 */
import type { Scenario } from '../scenario/schema.ts';
import type { Traces } from '../scenario/trace.ts';

interface Visited {
  readonly scenario: Scenario;
  readonly traces: Traces;
}

/** In a few words each, what makes the visitors of the other differ; none where they are the same. */
export function visitorsApart(one: Visited, other: Visited): string[] {
  const parts = { one: partsOf(one), other: partsOf(other) };
  return Object.keys(parts.one).filter((name) => written(parts.one[name]) !== written(parts.other[name]));
}

function partsOf({ scenario, traces }: Visited): Readonly<Record<string, unknown>> {
  const { day, arrivals, peaks, profiles, matters } = scenario;
  const agencies = new Set(Object.values(arrivals).map(({ agency }) => agency));
  const used = new Set(Object.values(arrivals).flatMap((arrival) => Object.keys(arrival.profiles)));
  return {
    'opening times': day.doors,
    'how busy days are': [day.busyness, peaks],
    arrivals,
    'recorded arrivals': traces,
    profiles: Object.entries(profiles).flatMap(([id, profile]) => {
      // What is not drawn of a visitor, but counts by its probability.
      const { name, consent, hearingAids, ...drawn } = profile;
      return used.has(id) ? [[id, drawn]] : [];
    }),
    // Where arrivals name an agency, its matters are drawn by their weights, in their order.
    'what visitors come for': Object.entries(matters).flatMap(([id, { agency, weight }]) =>
      agencies.has(agency) && weight > 0 ? [[id, agency, weight]] : [],
    ),
    'who goes to the host': scenario.journey.greeting?.share,
  };
}

/** Text that is the same for the same values, in their order, as choices depend on it. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
  ) ?? '';
