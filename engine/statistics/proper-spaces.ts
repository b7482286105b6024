/**
 * Which space types are proper for which stage: those that its matter names, or for a protected visitor those
 * that the policy keeps for protected visitors. A service anywhere else is a fall-back.
 */
import { type Model, STAGE, type Stage } from '../model/model.ts';

export class ProperSpaces {
  private readonly types: number;
  /** By stage × types + type. */
  private readonly byStage: Uint8Array;
  /** By type, for protected visitors; null where they are served as others. */
  private readonly forProtected: Uint8Array | null;

  constructor(model: Model) {
    const ids = model.ids.spaceTypes;
    this.types = ids.length;
    this.byStage = new Uint8Array(model.stages.length * ids.length);
    for (const [k, stage] of model.stages.entries()) {
      for (const id of properTypes(model, stage)) this.byStage[k * this.types + ids.indexOf(id)] = 1;
    }
    const kept = model.scenario.policy.protectedSpaces;
    this.forProtected = kept.length > 0 ? Uint8Array.from(ids, (id) => Number(kept.includes(id))) : null;
  }

  has(stage: number, type: number, isProtected: boolean): boolean {
    if (isProtected && this.forProtected !== null) return this.forProtected[type] === 1;
    return this.byStage[stage * this.types + type] === 1;
  }
}

function properTypes(model: Model, stage: Stage): readonly string[] {
  const { matters } = model.scenario;
  const matter = matters[model.ids.matters[stage.matter] ?? ''];
  if (stage.kind === STAGE.service) return matter?.spaces ?? [];
  if (stage.kind === STAGE.handOver) return matter?.handOver?.spaces ?? matter?.spaces ?? [];
  return [];
}
