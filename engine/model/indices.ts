/** Dense indices of the parts of a scenario, by their ids in the order of the file. */
import type { Scenario } from '../scenario/schema.ts';

/** Dense indices of the ids of a collection. */
export class Index {
  readonly ids: readonly string[];
  private readonly at: ReadonlyMap<string, number>;

  constructor(ids: readonly string[]) {
    this.ids = ids;
    this.at = new Map(ids.map((id, index) => [id, index]));
  }

  of(id: string): number {
    const index = this.at.get(id);
    if (index === undefined) throw new Error(`'${id}' is not known; the scenario was not checked`);
    return index;
  }
}

export interface Indices {
  readonly agencies: Index;
  readonly matters: Index;
  readonly roles: Index;
  readonly spaceTypes: Index;
  readonly spaces: Index;
  readonly equipment: Index;
  readonly profiles: Index;
  readonly arrivals: Index;
}

export function indicesOf(scenario: Scenario): Indices {
  return {
    agencies: new Index(Object.keys(scenario.agencies)),
    matters: new Index(Object.keys(scenario.matters)),
    roles: new Index(Object.keys(scenario.roles)),
    spaceTypes: new Index(Object.keys(scenario.spaceTypes)),
    spaces: new Index(Object.keys(scenario.spaces)),
    equipment: new Index(Object.keys(scenario.equipment)),
    profiles: new Index(Object.keys(scenario.profiles)),
    arrivals: new Index(Object.keys(scenario.arrivals)),
  };
}
