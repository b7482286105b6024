/**
 * A design: one scenario variant, as data that can be sent to another thread, and the model that it compiles to.
 */
import { compile } from '../model/compile.ts';
import type { Walking } from '../model/floor.ts';
import type { Model } from '../model/model.ts';
import { walkingOf } from '../model/perception.ts';
import type { Routing, Scenario } from '../scenario/schema.ts';
import type { Traces } from '../scenario/trace.ts';
import type { Cause } from '../statistics/scopes.ts';
import { modelWithout } from './without-cause.ts';

export interface Design {
  readonly scenario: Scenario;
  readonly traces: Traces;
  readonly routing: Routing;
  /** Follows from the scenario, and is the one part that does not travel: another thread finds the ways anew. */
  readonly walking: Walking;
  /** The cause of exposure that the design is to lack, changed as `modelWithout` does; null for the design as it is. */
  readonly without: Cause | null;
}

/** What travels of a design. */
export type PortableDesign = Omit<Design, 'walking'>;

/** A scenario as a design; what is not given is as the scenario says. */
export function designOf(scenario: Scenario, given: Partial<Omit<Design, 'scenario'>> = {}): Design {
  return {
    scenario,
    traces: given.traces ?? {},
    routing: given.routing ?? scenario.policy.routing,
    walking: given.walking ?? walkingOf(scenario),
    without: given.without ?? null,
  };
}

/** The parts of a design that can be copied to another thread. */
export function portable({ scenario, traces, routing, without }: Design): PortableDesign {
  return { scenario, traces, routing, without };
}

const compiled = new WeakMap<Design, Model>();

/** Compiles the design, once for as long as it is kept. */
export function modelOf(design: Design): Model {
  let model = compiled.get(design);
  if (model === undefined) {
    model = design.without === null ? compile(design.scenario, design) : modelWithout(design.without, design);
    compiled.set(design, model);
  }
  return model;
}
