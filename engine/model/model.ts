/**
 * A scenario compiled to dense indices and flat arrays: what the simulation runs on. Every reference between
 * parts is an index, -1 where there is none; strings are kept only in `ids`, for reports.
 */
import type { Distribution } from '../kernel/distribution.ts';
import type { Routing, Scenario } from '../scenario/schema.ts';
import type { Hearing } from './hearing.ts';
import type { Seeing } from './seeing.ts';
import type { Vantages } from './vantage.ts';

/** What is done at a stage of a visit. */
export const STAGE = { greeting: 0, kiosk: 1, service: 2, handOver: 3 } as const;
export type StageKind = (typeof STAGE)[keyof typeof STAGE];

/** The ids of the scenario, by dense index. */
export interface Ids {
  readonly agencies: readonly string[];
  readonly matters: readonly string[];
  readonly roles: readonly string[];
  /** `adviser 1`, `adviser 2` …: one for each clerk. */
  readonly clerks: readonly string[];
  readonly spaceTypes: readonly string[];
  readonly spaces: readonly string[];
  readonly equipment: readonly string[];
  readonly profiles: readonly string[];
  readonly arrivals: readonly string[];
  readonly languages: readonly string[];
  /** `booth-1 > hall`: a space, and another from which what happens there might be perceived. */
  readonly pairs: readonly string[];
}

/** A stage of a visit: a greeting, a stay at a kiosk, the service of a matter, or its hand-over. */
export interface Stage {
  readonly kind: StageKind;
  /** -1 for a greeting, and for a stay at a kiosk that solves no matter. */
  readonly matter: number;
  /** Durations in seconds. */
  readonly service: Distribution;
  readonly preparation: Distribution;
  readonly settling: Distribution;
  readonly leaving: Distribution;
  readonly afterWork: Distribution;
  /**
   * Roles that may do it: first those with the mandate for it, then those that the policy lets do it without, each
   * least flexible first; empty where it needs no clerk.
   */
  readonly roles: readonly number[];
  /** Whether roles with the mandate for it are there and all of them are experts, on site or remote. */
  readonly expertOnly: boolean;
}

/** One way to serve the visitors of a queue: a role, where it can do so, and what it holds meanwhile. */
export interface Choice {
  /** -1 where no clerk is needed. */
  readonly role: number;
  /** Whether the role has the mandate for it, or needs none. */
  readonly mandated: boolean;
  /** The preferred ones first. */
  readonly spaceTypes: readonly number[];
  readonly equipment: readonly number[];
}

/**
 * The visitors who wait for one and the same: roles, space types, equipment. Any two of them could take each
 * other's place, so only the first needs to be looked at when something becomes free.
 */
export interface Queue {
  /** Roles with the mandate first, then the others; in both, the least flexible first. */
  readonly choices: readonly Choice[];
  readonly accessible: boolean;
  readonly interpreter: boolean;
  readonly guard: boolean;
}

export interface Clerk {
  readonly role: number;
  /** Shift, in seconds after midnight. */
  readonly start: number;
  readonly end: number;
  readonly breaks: readonly { readonly at: number; readonly length: number }[];
}

export interface Space {
  readonly type: number;
  readonly accessible: boolean;
  /** Infinite where not limited. */
  readonly seats: number;
  /** Changes of type in the order of time. */
  readonly timetable: readonly { readonly at: number; readonly type: number }[];
}

/** Where visitors come from: who, with which matters, and when. */
export interface Source {
  readonly id: string;
  readonly profiles: readonly number[];
  readonly profileWeights: readonly number[];
  /** The first matter by weight; empty where the profile says what it comes for. */
  readonly matters: readonly number[];
  readonly matterWeights: readonly number[];
  readonly more: readonly WeightedMatters[];
  readonly busyness: boolean;
  readonly group: Distribution;
  /** Walk-ins: points in the order of time, [seconds after midnight, visitors a second]. */
  readonly rate: {
    readonly shape: 'steps' | 'linear';
    readonly points: readonly (readonly [number, number])[];
  } | null;
  readonly appointments: Scenario['arrivals'][string]['appointments'] | null;
  readonly trace: readonly RecordedVisitor[] | null;
}

/** A row of a recorded list, which is in the order of time. */
export interface RecordedVisitor {
  readonly time: number;
  /** -1 where it is drawn as for walk-ins. */
  readonly profile: number;
  /** Empty where they are drawn as for walk-ins. */
  readonly matters: readonly number[];
  /** The first row of those who come in together, itself for one who comes alone. */
  readonly party: number;
}

export interface WeightedMatters {
  readonly probability: number;
  readonly matters: readonly number[];
  readonly weights: readonly number[];
}

export interface Peak {
  readonly probability: number;
  readonly factor: number;
  readonly from: number;
  readonly to: number;
  readonly sources: readonly number[];
}

export interface Model {
  readonly scenario: Scenario;
  readonly ids: Ids;
  readonly routing: Routing;
  readonly stages: readonly Stage[];
  /** The greeting, and the stay at a kiosk that solves no matter; -1 where the journey has none. */
  readonly greetingStage: number;
  readonly kioskStage: number;
  /** By stage: what is done at it (STAGE), and its matter or -1. */
  readonly stageKind: Uint8Array;
  readonly stageMatter: Int32Array;
  readonly matterAgency: Int32Array;
  /** By matter: the stage of its service, of its hand-over or -1, and at a kiosk or -1. */
  readonly matterStage: Int32Array;
  readonly matterHandOver: Int32Array;
  readonly matterKiosk: Int32Array;
  /** By stage × roles + role: the speed at which the role does it, 0 where it may not. */
  readonly speedOf: Float64Array;
  /** Likewise: how many parts of the stage the role does without a mandate for them, 0 where it may not do it. */
  readonly missingParts: Int32Array;
  readonly queues: readonly Queue[];
  /** By stage × QUEUE_FLAGS + flags: the queue, -1 where that combination can't occur. */
  readonly queueOf: Int32Array;
  /** By queue × roles + role: the queue of the same visitors for that role alone; empty unless dedicated. */
  readonly dedicatedQueue: Int32Array;
  readonly clerks: readonly Clerk[];
  /** By clerk. */
  readonly clerkRole: Int32Array;
  /** By role: how many pairs of matter and part it may handle. */
  readonly flexibility: Int32Array;
  readonly interpreterRoles: readonly number[];
  readonly guardRoles: readonly number[];
  readonly spaces: readonly Space[];
  /** Spaces of a type for waiting: where protected visitors wait, and where all others do. */
  readonly protectedWaitingAreas: readonly number[];
  readonly waitingAreas: readonly number[];
  readonly equipmentCount: Int32Array;
  readonly sources: readonly Source[];
  readonly peaks: readonly Peak[];
  /** Most matters that one visit can have. */
  readonly mattersMax: number;
  /** By from × (spaces + 1) + to, the last place being the doors: metres that visitors walk. */
  readonly distance: Float64Array;
  /** Likewise for staff, through their own doors as well. */
  readonly staffDistance: Float64Array;
  /** By place, likewise: metres to the protected visitors' exit; null where they leave as all others do. */
  readonly exitDistance: Float64Array | null;
  /** Places where something private happens, each with one from which it might be perceived; in `ids` by name. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Null where there is no floor. */
  readonly vantages: Vantages | null;
  /** Null where there is no floor, or no limit to what may be heard. */
  readonly hearing: Hearing | null;
  /** Null where there is no floor, or no limit to what may be seen. */
  readonly seeing: Seeing | null;
}

/** Flags below this decide in which queue a stage waits: accessible, interpreter, protected, guard, fallback. */
export const QUEUE_FLAG = { accessible: 1, interpreter: 2, protected: 4, guard: 8, fallback: 16 } as const;
export const QUEUE_FLAGS = 32;
