/**
 * The queues of a model: visitors who need the same roles, space types and equipment share one, whatever
 * their matters. Compiled for every stage and every combination of needs that can occur.
 */
import type { Scenario } from '../scenario/schema.ts';
import type { Indices } from './indices.ts';
import { type Choice, type Model, QUEUE_FLAG, QUEUE_FLAGS, type Queue, STAGE, type Stage } from './model.ts';

type Queues = Pick<Model, 'queues' | 'queueOf' | 'dedicatedQueue'>;

export function compileQueues(
  scenario: Scenario,
  indices: Indices,
  { stages, missingParts }: Pick<Model, 'stages' | 'missingParts'>,
  dedicated: boolean,
): Queues {
  const queues: Queue[] = [];
  const byKey = new Map<string, number>();
  const add = (queue: Queue, choicesKey: string): number => {
    const key = `${queue.accessible} ${queue.interpreter} ${queue.guard} ${choicesKey}`;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, queues.length);
    return queues.push(queue) - 1;
  };

  const queueOf = new Int32Array(stages.length * QUEUE_FLAGS).fill(-1);
  const occurring = occurringFlags(scenario);
  const roles = indices.roles.ids.length;
  stages.forEach((stage, index) => {
    const missing = missingParts.subarray(index * roles, (index + 1) * roles);
    /** By what of the flags they depend on. */
    const known = new Map<number, { readonly choices: readonly Choice[]; readonly key: string }>();
    for (let flags = 0; flags < QUEUE_FLAGS; flags++) {
      if ((flags & ~occurring) !== 0) continue;
      let where = known.get(flags & PLACE_FLAGS);
      if (where === undefined) {
        const choices = choicesFor(stage, missing, flags & PLACE_FLAGS, scenario, indices);
        where = { choices, key: JSON.stringify(choices) };
        known.set(flags & PLACE_FLAGS, where);
      }
      queueOf[index * QUEUE_FLAGS + flags] = add(queueFor(stage, flags, where.choices), where.key);
    }
  });

  const shared = queues.length;
  const dedicatedQueue = new Int32Array(dedicated ? shared * roles : 0).fill(-1);
  if (dedicated) {
    for (let queue = 0; queue < shared; queue++) {
      for (const choice of queues[queue].choices) {
        if (choice.role < 0) continue;
        const choices = [choice];
        dedicatedQueue[queue * roles + choice.role] = add(
          { ...queues[queue], choices },
          JSON.stringify(choices),
        );
      }
    }
  }
  return { queues, queueOf, dedicatedQueue };
}

/** The flags that some visitor of the scenario can have. */
function occurringFlags(scenario: Scenario): number {
  const profiles = Object.values(scenario.profiles);
  const matters = Object.values(scenario.matters);
  const interpreted = profiles.some((profile) =>
    Object.values(profile.interpreter).some((share) => share > 0),
  );
  return (
    (profiles.some((profile) => profile.accessibility > 0) ? QUEUE_FLAG.accessible : 0) |
    (interpreted ? QUEUE_FLAG.interpreter : 0) |
    (profiles.some((profile) => profile.protection > 0) ? QUEUE_FLAG.protected : 0) |
    (matters.some((matter) => matter.guard > 0) ? QUEUE_FLAG.guard : 0) |
    (matters.some((matter) => matter.fallback) ? QUEUE_FLAG.fallback : 0)
  );
}

function queueFor(stage: Stage, flags: number, choices: readonly Choice[]): Queue {
  const withClerk = isWithClerk(stage);
  return {
    choices,
    accessible: (flags & QUEUE_FLAG.accessible) !== 0,
    interpreter: withClerk && (flags & QUEUE_FLAG.interpreter) !== 0,
    guard: withClerk && (flags & QUEUE_FLAG.guard) !== 0,
  };
}

const isWithClerk = ({ kind }: Stage) => kind === STAGE.service || kind === STAGE.handOver;

/** What decides, beside the stage itself, where it may be done. */
const PLACE_FLAGS = QUEUE_FLAG.protected | QUEUE_FLAG.fallback;

/** Who may do the stage, and where. `missing`, by role: parts of the stage for which it has no mandate. */
function choicesFor(
  stage: Stage,
  missing: Int32Array,
  flags: number,
  scenario: Scenario,
  indices: Indices,
): Choice[] {
  const roles = Object.values(scenario.roles);
  const types = spaceTypesFor(stage, flags, scenario).map((id) => indices.spaceTypes.of(id));
  const matter = stage.matter < 0 ? undefined : Object.values(scenario.matters)[stage.matter];
  const ownEquipment = isWithClerk(stage) && matter ? matter.equipment : [];
  const choices =
    stage.kind === STAGE.kiosk
      ? [{ role: -1, mandated: true, spaceTypes: types, equipment: [] }]
      : stage.roles.map((role): Choice => {
          const where = roles[role].spaces?.map((id) => indices.spaceTypes.of(id));
          return {
            role,
            mandated: missing[role] === 0,
            spaceTypes: where ? types.filter((type) => where.includes(type)) : types,
            equipment: [...new Set([...ownEquipment, ...roles[role].equipment])].map((id) =>
              indices.equipment.of(id),
            ),
          };
        });
  return choices.filter(({ spaceTypes }) => spaceTypes.length > 0);
}

/** Ids of the space types where the stage may be done, preferred ones first. */
function spaceTypesFor(stage: Stage, flags: number, scenario: Scenario): readonly string[] {
  const { greeting, kiosk } = scenario.journey;
  if (stage.kind === STAGE.greeting) return greeting?.spaces ?? [];
  if (stage.kind === STAGE.kiosk) return kiosk?.spaces ?? [];
  const matter = Object.values(scenario.matters)[stage.matter];
  const { protectedSpaces } = scenario.policy;
  if ((flags & QUEUE_FLAG.protected) !== 0 && protectedSpaces.length > 0) return protectedSpaces;
  const proper = stage.kind === STAGE.handOver ? (matter.handOver?.spaces ?? matter.spaces) : matter.spaces;
  if ((flags & QUEUE_FLAG.fallback) === 0 || !matter.fallback) return proper;
  return [...proper, ...matter.fallback.spaces];
}
