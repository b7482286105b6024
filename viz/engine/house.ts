/** What the page has to know of a design besides its days: names, people, places, and the plan. */
import type { Model, StageKind } from '../../engine/model/model.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { type FloorPlan, floorPlan } from './floor-plan.ts';

/** A stage of a visit, as `Stage` of the model. */
export interface HouseStage {
  readonly kind: StageKind;
  readonly matter: number;
  readonly roles: readonly number[];
}

export interface House {
  readonly scenario: Scenario;
  readonly ids: Model['ids'];
  readonly routing: Model['routing'];
  readonly plan: FloorPlan;
  readonly stages: readonly HouseStage[];
  readonly matterAgency: Int32Array;
  readonly clerks: Model['clerks'];
  readonly spaceTypes: Int32Array;
  /** By space: the engine's number of its first seat as a place to hear and see from, or -1; null where there is no floor. */
  readonly firstSeat: Int32Array | null;
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
    stages: model.stages.map(({ kind, matter, roles }) => ({ kind, matter, roles })),
    matterAgency,
    clerks,
    spaceTypes: Int32Array.from(model.spaces, ({ type }) => type),
    firstSeat: model.vantages === null ? null : Int32Array.from(model.vantages.firstSeat),
    hears: model.hearing !== null,
    sees: model.seeing !== null,
    warnings,
  };
}
