/**
 * A scenario compiled to dense indices and flat arrays: what the simulation runs on. It holds no strings but
 * the ids, for reports; every reference between parts is an index, -1 where there is none.
 */
import type { Distribution } from '../kernel/distribution.ts';
import type { Routing, Scenario } from '../scenario/schema.ts';

/** What is done at a stage of a visit. */
export const STAGE = { greeting: 0, kiosk: 1, service: 2, handOver: 3 } as const;

export interface Ids {
  readonly agencies: readonly string[];
  readonly matters: readonly string[];
  readonly roles: readonly string[];
  /** `role 1`, `role 2` …, one for each clerk. */
  readonly clerks: readonly string[];
  readonly spaceTypes: readonly string[];
  readonly spaces: readonly string[];
  readonly equipment: readonly string[];
  readonly profiles: readonly string[];
  readonly arrivals: readonly string[];
  readonly languages: readonly string[];
}

/** A stage of a visit: a greeting, a stay at a kiosk, the service of a matter, or its hand-over. */
export interface Stage {
  readonly kind: (typeof STAGE)[keyof typeof STAGE];
  /** -1 for a greeting, and for a stay at a kiosk that solves no matter. */
  readonly matter: number;
  readonly service: Distribution;
  readonly preparation: Distribution;
  readonly settling: Distribution;
  readonly leaving: Distribution;
  readonly afterWork: Distribution;
  /** Roles that may do it, with their speed; empty where it needs no clerk. */
  readonly roles: readonly { readonly role: number; readonly speed: number }[];
  /** Whether no role but experts may do it. */
  readonly expertOnly: boolean;
}

/**
 * The visitors waiting for one and the same: a set of roles, space types and equipment. Any two of them could
 * take each other's place, so that only the first needs to be looked at.
 */
export interface Queue {
  /** Least flexible first, with the space types where each may serve this stage, preferred ones first. */
  readonly choices: readonly {
    readonly role: number;
    readonly spaceTypes: readonly number[];
    readonly equipment: readonly number[];
  }[];
  readonly accessible: boolean;
  /** Whether roles of interpreters and of guards are needed besides. */
  readonly interpreter: boolean;
  readonly guard: boolean;
  /** The first so many of a choice's space types are proper ones; later ones are a fall-back. */
  readonly properTypes: ReadonlySet<number>;
}

export interface Clerk {
  readonly role: number;
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

/** A visitor source: who comes, with which matters, and when. */
export interface Source {
  readonly profiles: readonly number[];
  readonly profileWeights: readonly number[];
  /** The first matter by weight; empty where the profile says what it comes for. */
  readonly matters: readonly number[];
  readonly matterWeights: readonly number[];
  readonly more: readonly {
    readonly probability: number;
    readonly matters: readonly number[];
    readonly weights: readonly number[];
  }[];
  readonly busyness: boolean;
  readonly group: Distribution;
  /** Walk-ins: rate points in the order of time, [seconds, visitors a second]. */
  readonly rate: {
    readonly shape: 'steps' | 'linear';
    readonly points: readonly (readonly [number, number])[];
  } | null;
  readonly appointments: NonNullable<Scenario['arrivals'][string]['appointments']> | null;
  /** Recorded arrivals in the order of time. */
  readonly trace:
    | readonly { readonly time: number; readonly profile: number; readonly matters: readonly number[] }[]
    | null;
}

export interface Model {
  readonly scenario: Scenario;
  readonly ids: Ids;
  readonly routing: Routing;
  readonly stages: readonly Stage[];
  readonly matterAgency: Int32Array;
  /** By matter: its service stage, hand-over stage or -1, and kiosk stage or -1. */
  readonly matterStage: Int32Array;
  readonly matterHandOver: Int32Array;
  readonly matterKiosk: Int32Array;
  readonly queues: readonly Queue[];
  /** By stage × QUEUE_FLAGS + flags: the queue; under dedicated routing, by that × roles + role. */
  readonly queueOf: Int32Array;
  readonly clerks: readonly Clerk[];
  readonly spaces: readonly Space[];
  readonly equipmentCount: Int32Array;
  readonly sources: readonly Source[];
  /** By from × places + to, where a place is a space and the last one the doors: metres to walk. */
  readonly distance: Float64Array;
}
