/** Pairs of a place where something private happens and another from which it might be perceived. */
import type { Scenario } from '../scenario/schema.ts';
import type { Vantages } from './vantage.ts';

/** In metres: speech and sight from farther away are counted, but not by pair. */
const PAIR_DISTANCE = 25;

/** Space indices; those within PAIR_DISTANCE where visitors are served, and where they are served or wait. */
export function pairsOf(scenario: Scenario, vantages: Vantages | null): (readonly [number, number])[] {
  if (vantages === null) return [];
  const uses = Object.values(scenario.spaces).map(({ type }) => scenario.spaceTypes[type].use);
  const isServing = (space: number) => ['service', 'greeting', 'kiosk'].includes(uses[space]);
  const serving = [...uses.keys()].filter(isServing);
  const attended = [...uses.keys()].filter((space) => isServing(space) || uses[space] === 'waiting');
  return serving.flatMap((space) =>
    attended.flatMap((other) => {
      const { x, y } = vantages.points[space];
      const from = vantages.points[other];
      const isNear = other !== space && Math.hypot(x - from.x, y - from.y) <= PAIR_DISTANCE;
      return isNear ? [[space, other] as const] : [];
    }),
  );
}
