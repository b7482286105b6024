/** Whose walk-ins can be made more or fewer. */
import type { Scenario } from '../../engine/scenario/schema.ts';

/** Walk-ins by agency, and those of arrivals that name none; recorded and booked visitors are as they are. */
export function volumesOf({ arrivals }: Pick<Scenario, 'arrivals'>): ReadonlyMap<string, readonly string[]> {
  const volumes = new Map<string, string[]>();
  for (const [id, { agency, rate }] of Object.entries(arrivals)) {
    if (rate === undefined) continue;
    const of = agency ?? id;
    volumes.set(of, [...(volumes.get(of) ?? []), id]);
  }
  return volumes;
}
