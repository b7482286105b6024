/** What the page has to know of a design besides its days: names, people, places, and the plan. */
import type { Model } from '../../engine/model/model.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { type FloorPlan, floorPlan } from './floor-plan.ts';

export interface House {
  readonly scenario: Scenario;
  readonly ids: Model['ids'];
  readonly routing: Model['routing'];
  readonly plan: FloorPlan;
  readonly stages: readonly { readonly kind: number; readonly matter: number }[];
  readonly matterAgency: Int32Array;
  readonly clerks: Model['clerks'];
  readonly spaceTypes: Int32Array;
  /** Whether anything of privacy is measured: there are limits, and where they need one, a floor. */
  readonly hears: boolean;
  readonly sees: boolean;
  /** Warnings of the checks, as the command line has them; may be empty. */
  readonly warnings: string;
}

export function houseOf(model: Model, warnings: string): House {
  const { scenario, ids, routing, matterAgency, clerks } = model;
  return {
    scenario,
    ids,
    routing,
    plan: floorPlan(model),
    stages: model.stages.map(({ kind, matter }) => ({ kind, matter })),
    matterAgency,
    clerks,
    spaceTypes: Int32Array.from(model.spaces, ({ type }) => type),
    hears: model.hearing !== null,
    sees: model.seeing !== null,
    warnings,
  };
}
