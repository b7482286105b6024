/**
 * The visitors who are inside: one column an attribute, one slot a visitor, slots used anew.
 * Grows by doubling; nothing is allocated for a visitor who finds a free slot.
 */

/** Bits of `flags`; the first three are those of the model's QUEUE_FLAG. */
export const FLAG = {
  accessible: 1,
  interpreter: 2,
  protected: 4,
  appointment: 32,
  /** The present service was begun and broken off before. */
  resumed: 64,
  /** Arrived within the warm-up, and is not measured. */
  warmUp: 128,
} as const;

/** Bits of `stageFlags`; the first two are those of the model's QUEUE_FLAG. */
export const STAGE_FLAG = {
  guard: 8,
  fallback: 16,
  /** The host solves the matter while greeting, so that the stage is left out after a greeting. */
  solvedAtGreeting: 32,
} as const;

export class Visitors {
  capacity = 0;
  /** Most stages that one visit may have. */
  readonly stagesMax: number;
  /** How many slots are in use. */
  inUse = 0;
  private freed = new Int32Array(0);
  private freedCount = 0;
  private touched = 0;

  /** Serial number of the arrival within the day; the last tie-breaker. */
  serial = new Int32Array(0);
  /** Serial number of the first of those who came together; its own for one who came alone. */
  party = new Int32Array(0);
  source = new Int32Array(0);
  /** How many of the source came before it, or had booked before it whether they came or not. */
  ordinal = new Int32Array(0);
  profile = new Int32Array(0);
  language = new Int32Array(0);
  flags = new Int32Array(0);
  companions = new Int32Array(0);
  /** When the visitor came in; for one who was early, when the doors opened. */
  arrival = new Float64Array(0);
  /** From when the wait for the present stage counts: arrival, booked time, or end of the last service. */
  waitStart = new Float64Array(0);
  /** When the visitor first joined a queue for a service; -1 before. */
  ticket = new Float64Array(0);
  /** When it joined the present queue. */
  queueStart = new Float64Array(0);
  /** Walking speed in m/s. */
  speed = new Float64Array(0);
  /** Factor on the service times. */
  factor = new Float64Array(0);
  /** How long each wait may last in seconds; infinite for one who does not leave. */
  patience = new Float64Array(0);
  /** 1 for one who, having left without service, comes back another day. */
  returning = new Uint8Array(0);
  /** The first of the matters as brought, or -1. */
  firstMatter = new Int32Array(0);
  mattersBrought = new Int32Array(0);
  mattersDone = new Int32Array(0);
  /** The present stage's position in the visit, and how many stages there are. */
  stageAt = new Int32Array(0);
  stageCount = new Int32Array(0);
  /** Where the visitor is or was last: a space, or the place after all spaces for the doors. */
  place = new Int32Array(0);
  /** The waiting area where it waits, or -1, and how many seats it holds there. */
  area = new Int32Array(0);
  seatsHeld = new Int32Array(0);
  /** In which queue it waits, or -1; and its neighbours there, or -1. */
  queue = new Int32Array(0);
  next = new Int32Array(0);
  previous = new Int32Array(0);
  /** Lower is served first. */
  key = new Float64Array(0);
  /** Tokens of its pending events; an event with another token is void. */
  patienceEvent = new Float64Array(0);
  fallbackEvent = new Float64Array(0);
  serviceEvent = new Float64Array(0);
  /** Who serves it and where, -1 for none. */
  clerk = new Int32Array(0);
  space = new Int32Array(0);
  interpreter = new Int32Array(0);
  guard = new Int32Array(0);
  /** The queue's choice by which it is served: what equipment it holds. */
  servedQueue = new Int32Array(0);
  servedChoice = new Int32Array(0);
  serviceStart = new Float64Array(0);
  /** Which of the day's bookings it is, or -1. */
  booking = new Int32Array(0);
  /** After-work of stages that went on with the same clerk, still to be done. */
  owedAfterWork = new Float64Array(0);

  /** 1 for one who has been greeted by a host. */
  greeted = new Uint8Array(0);
  /** Drawn at arrival, in [0, 1): below the profile's probability, the visitor balks at a long queue. */
  balking = new Float64Array(0);

  /** By slot × stagesMax + k: the k-th stage, its flags (STAGE_FLAG), and its durations in seconds. */
  stage = new Int32Array(0);
  stageFlags = new Int32Array(0);
  service = new Float64Array(0);
  preparation = new Float64Array(0);
  settling = new Float64Array(0);
  leaving = new Float64Array(0);
  afterWork = new Float64Array(0);

  constructor(stagesMax: number, capacity = 64) {
    this.stagesMax = stagesMax;
    this.grow(capacity);
  }

  /** Forgets all visitors, keeping the memory. */
  clear(): void {
    this.inUse = 0;
    this.freedCount = 0;
    this.touched = 0;
  }

  /** A slot for a new visitor; its columns hold what the last user left. */
  take(): number {
    this.inUse++;
    if (this.freedCount > 0) return this.freed[--this.freedCount];
    if (this.touched === this.capacity) this.grow(this.capacity * 2);
    return this.touched++;
  }

  /** Makes the slot that of a visitor who has just come to the door, and holds nothing. */
  reset(visitor: number, serial: number, source: number, profile: number, time: number, door: number): void {
    this.serial[visitor] = serial;
    this.party[visitor] = serial;
    this.source[visitor] = source;
    this.profile[visitor] = profile;
    this.arrival[visitor] = time;
    this.waitStart[visitor] = time;
    this.place[visitor] = door;
    this.ticket[visitor] = -1;
    this.greeted[visitor] = 0;
    this.mattersDone[visitor] = 0;
    this.stageAt[visitor] = 0;
    this.queue[visitor] = -1;
    this.area[visitor] = -1;
    this.seatsHeld[visitor] = 0;
    this.patienceEvent[visitor] = -1;
    this.fallbackEvent[visitor] = -1;
    this.serviceEvent[visitor] = -1;
    this.clerk[visitor] = -1;
    this.space[visitor] = -1;
    this.interpreter[visitor] = -1;
    this.guard[visitor] = -1;
    this.booking[visitor] = -1;
    this.owedAfterWork[visitor] = 0;
  }

  release(visitor: number): void {
    this.inUse--;
    this.freed[this.freedCount++] = visitor;
  }

  /** The stage that the visitor is at. */
  presentStage(visitor: number): number {
    return this.stage[visitor * this.stagesMax + this.stageAt[visitor]];
  }

  private grow(capacity: number): void {
    const columns = this as unknown as Record<string, unknown>;
    for (const [name, column] of Object.entries(columns)) {
      const length = STAGE_COLUMNS.has(name) ? capacity * this.stagesMax : capacity;
      if (column instanceof Float64Array) columns[name] = extend(new Float64Array(length), column);
      else if (column instanceof Int32Array) columns[name] = extend(new Int32Array(length), column);
      else if (column instanceof Uint8Array) columns[name] = extend(new Uint8Array(length), column);
    }
    this.capacity = capacity;
  }
}

function extend<T extends Float64Array | Int32Array | Uint8Array>(grown: T, column: T): T {
  grown.set(column);
  return grown;
}

const STAGE_COLUMNS: ReadonlySet<string> = new Set([
  'stage',
  'stageFlags',
  'service',
  'preparation',
  'settling',
  'leaving',
  'afterWork',
]);
