/** A design with another fall-back limit: how long a matter waits for a proper space, everywhere in the house. */
import type { Scenario } from '../scenario/schema.ts';

/** The scenario with this fall-back limit in seconds everywhere, whatever its policy and its matters say. */
export function withFallback(scenario: Scenario, limit: number): Scenario {
  const matters = Object.fromEntries(
    Object.entries(scenario.matters).map(([id, matter]) => [
      id,
      matter.fallback === undefined ? matter : { ...matter, fallback: { ...matter.fallback, after: limit } },
    ]),
  );
  return { ...scenario, matters, policy: { ...scenario.policy, fallback: limit } };
}
