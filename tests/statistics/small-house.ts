/**
 * A house small enough to follow by hand: two agencies, three matters, an adviser and an expert, a desk and a room.
 * The statistics are told by hand what happens in it; nothing is simulated.
 */
import { type Model, STAGE, type Stage } from '../../engine/model/model.ts';
import { type Scenario, scenarioSchema } from '../../engine/scenario/schema.ts';
import { Visitors } from '../../engine/simulation/visitors.ts';

export const AGENCY = { vero: 0, dvv: 1 } as const;
export const MATTER = { tax: 0, estate: 1, name: 2 } as const;
export const ROLE = { adviser: 0, expert: 1 } as const;
export const TYPE = { desk: 0, room: 1, lobby: 2 } as const;
/** Stages by name; `estateHandOver` is the expert's part of an estate. */
export const STAGES = { greeting: 0, tax: 1, estate: 2, name: 3, estateHandOver: 4 } as const;

export function smallScenario(change: Record<string, unknown> = {}): Scenario {
  return scenarioSchema.parse({
    aula: 1,
    name: 'Small house',
    day: { doors: { open: '09:00', close: '12:00' } },
    agencies: { vero: { name: 'Vero', serviceLevel: '10 min' }, dvv: { name: 'DVV' } },
    matters: {
      tax: { agency: 'vero', name: 'Tax', service: 10, spaces: ['desk'], fallback: { spaces: ['lobby'] } },
      estate: {
        agency: 'vero',
        name: 'Estate',
        service: 20,
        spaces: ['room'],
        handOver: { share: 1, service: 5, spaces: ['room'] },
      },
      name: { agency: 'dvv', name: 'Name', service: 5, spaces: ['desk', 'room'] },
    },
    spaceTypes: {
      desk: { name: 'Desk', use: 'service' },
      room: { name: 'Room', use: 'service' },
      lobby: { name: 'Lobby', use: 'waiting' },
    },
    spaces: { desk1: { type: 'desk' }, room1: { type: 'room' } },
    roles: {
      adviser: { name: 'Adviser', kind: 'adviser', count: 1 },
      expert: { name: 'Expert', kind: 'expert', count: 1 },
    },
    profiles: { all: { name: 'All' } },
    policy: { serviceLevel: '20 min' },
    ...change,
  });
}

const ZERO = { family: 'deterministic', value: 0 } as const;

function stage(kind: Stage['kind'], matter: number, roles: readonly number[], expertOnly = false): Stage {
  return {
    kind,
    matter,
    service: ZERO,
    preparation: ZERO,
    settling: ZERO,
    leaving: ZERO,
    afterWork: ZERO,
    roles,
    expertOnly,
  };
}

/** Clerk 0 is the adviser, 1 the expert, both from 9 to 12; space 0 is the desk, 1 the room. */
export function smallModel(change: Record<string, unknown> = {}): Model {
  const scenario = smallScenario(change);
  const clerk = (role: number) => ({ role, start: 9 * 3600, end: 12 * 3600, breaks: [] });
  const space = (type: number) => ({
    type,
    accessible: true,
    seats: Number.POSITIVE_INFINITY,
    timetable: [],
  });
  const clerks = [clerk(ROLE.adviser), clerk(ROLE.expert)];
  const stages = [
    stage(STAGE.greeting, -1, [ROLE.adviser]),
    stage(STAGE.service, MATTER.tax, [ROLE.adviser, ROLE.expert]),
    stage(STAGE.service, MATTER.estate, [ROLE.adviser, ROLE.expert]),
    stage(STAGE.service, MATTER.name, [ROLE.adviser, ROLE.expert]),
    stage(STAGE.handOver, MATTER.estate, [ROLE.expert], true),
  ];
  return {
    scenario,
    ids: {
      agencies: Object.keys(scenario.agencies),
      matters: Object.keys(scenario.matters),
      roles: Object.keys(scenario.roles),
      clerks: ['adviser 1', 'expert 1'],
      spaceTypes: Object.keys(scenario.spaceTypes),
      spaces: Object.keys(scenario.spaces),
      equipment: [],
      profiles: ['all'],
      arrivals: [],
      languages: ['fi'],
      pairs: [],
    },
    routing: scenario.policy.routing,
    pairs: [],
    vantages: null,
    hearing: null,
    seeing: null,
    stages,
    stageKind: Uint8Array.from(stages, ({ kind }) => kind),
    stageMatter: Int32Array.from(stages, ({ matter }) => matter),
    greetingStage: STAGES.greeting,
    kioskStage: -1,
    matterAgency: Int32Array.of(AGENCY.vero, AGENCY.vero, AGENCY.dvv),
    matterStage: Int32Array.of(STAGES.tax, STAGES.estate, STAGES.name),
    matterHandOver: Int32Array.of(-1, STAGES.estateHandOver, -1),
    matterKiosk: Int32Array.of(-1, -1, -1),
    speedOf: new Float64Array(10).fill(1),
    missingParts: new Int32Array(10),
    queues: [],
    queueOf: new Int32Array(0),
    dedicatedQueue: new Int32Array(0),
    clerks,
    clerkRole: Int32Array.from(clerks, ({ role }) => role),
    flexibility: Int32Array.of(3, 3),
    interpreterRoles: [],
    guardRoles: [],
    spaces: [space(TYPE.desk), space(TYPE.room)],
    protectedWaitingAreas: [],
    waitingAreas: [],
    equipmentCount: new Int32Array(0),
    sources: [],
    peaks: [],
    mattersMax: 2,
    distance: new Float64Array(9),
    staffDistance: new Float64Array(9),
    exitDistance: null,
  };
}

/** A time of day, `at(9, 30)`, in seconds after midnight. */
export const at = (hour: number, minute = 0): number => hour * 3600 + minute * 60;

export interface Coming {
  readonly time: number;
  readonly stages: readonly number[];
  readonly matters?: number;
  readonly flags?: number;
  /** From when the wait counts; the arrival where not given. */
  readonly waitStart?: number;
  readonly returns?: boolean;
}

/** By stage of the small house. */
const MATTER_OF = [-1, MATTER.tax, MATTER.estate, MATTER.name, MATTER.estate];

/** The table of visitors, filled by hand. */
export class Guests {
  readonly table = new Visitors(4);

  /** A visitor who has come in, in a slot of the table. */
  come({ time, stages, matters = 1, flags = 0, waitStart = time, returns = false }: Coming): number {
    const { table } = this;
    const visitor = table.take();
    table.arrival[visitor] = time;
    table.waitStart[visitor] = waitStart;
    table.flags[visitor] = flags;
    table.returning[visitor] = Number(returns);
    table.mattersBrought[visitor] = matters;
    table.firstMatter[visitor] = MATTER_OF[stages.find((one) => MATTER_OF[one] >= 0) ?? STAGES.greeting];
    table.mattersDone[visitor] = 0;
    table.stageAt[visitor] = 0;
    table.stageCount[visitor] = stages.length;
    table.stage.set(stages, visitor * table.stagesMax);
    return visitor;
  }
}
