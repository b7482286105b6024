/** The figures of a day as the engine measures them, to compare with what the page works out from its events. */
import { type Design, modelOf } from '../../../engine/experiment/design.ts';
import { Simulation } from '../../../engine/simulation/simulation.ts';
import type { Figure } from '../../../engine/statistics/figures.ts';
import type { ScopeKind } from '../../../engine/statistics/scopes.ts';
import { Statistics } from '../../../engine/statistics/statistics.ts';

/** Reads one figure of a kind of scope at a dense index. */
export type Measured = (figure: Figure, scope: ScopeKind, index?: number) => number;

export function measuredOf(design: Design, replication = 0, seed = '1'): Measured {
  const model = modelOf(design);
  const statistics = new Statistics(model);
  new Simulation(model, seed, statistics).run(replication);
  const { layout, row } = statistics.figures;
  const kept = row.slice();
  return (figure, scope, index = 0) => kept[layout.offset(figure, scope) + index] ?? 0;
}
