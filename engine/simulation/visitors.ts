/**
 * The visitors who are inside: one column an attribute, one slot a visitor, slots used anew.
 * Grows by doubling; nothing is allocated for a visitor who finds a free slot.
 */

/** Bits of `flags`. Those below 32 decide which queue a stage waits in. */
export const FLAG = {
  accessible: 1,
  interpreter: 2,
  protected: 4,
  guard: 8,
  fallback: 16,
  appointment: 32,
  /** Has been with a clerk for the present stage, which was broken off. */
  resumed: 64,
  /** Arrived within the warm-up, and is not measured. */
  warmUp: 128,
} as const;

/** How many combinations of flags decide the queue. */
export const QUEUE_FLAGS = 32;

export class Visitors {
  capacity = 0;
  /** Most stages that one visit may have. */
  readonly stagesMax: number;
  /** Slots in use, and those freed, as a stack. */
  inUse = 0;
  private freed = new Int32Array(0);
  private freedCount = 0;
  private touched = 0;

  /** Serial number of the arrival within the day; ties are broken by it. */
  serial = new Float64Array(0);
  source = new Int32Array(0);
  profile = new Int32Array(0);
  language = new Int32Array(0);
  flags = new Int32Array(0);
  companions = new Int32Array(0);
  /** When the visitor came in; for one who was early, when the doors opened. */
  arrival = new Float64Array(0);
  /** From when the wait for the present stage counts: arrival, booked time, or end of the last service. */
  waitStart = new Float64Array(0);
  /** When the visitor joined the present queue. */
  queueStart = new Float64Array(0);
  /** m/s */
  speed = new Float64Array(0);
  /** Factor on the service times. */
  factor = new Float64Array(0);
  /** How long each wait may last; infinite for one who does not leave. */
  patience = new Float64Array(0);
  /** Probability drawn at arrival, compared with the profile's share who return. */
  returning = new Uint8Array(0);
  mattersBrought = new Int32Array(0);
  mattersDone = new Int32Array(0);
  /** Index into the visit's stages of the present one, and how many there are. */
  stageAt = new Int32Array(0);
  stageCount = new Int32Array(0);
  /** What the visitor's place is: a space, or -1 at the door. */
  place = new Int32Array(0);
  /** The waiting area whose seats it holds, or -1. */
  seatArea = new Int32Array(0);
  /** In which queue it waits, or -1; and its neighbours there. */
  queue = new Int32Array(0);
  next = new Int32Array(0);
  previous = new Int32Array(0);
  /** Sort key in the queue: lower is served first; and tokens of its pending events. */
  key = new Float64Array(0);
  patienceEvent = new Float64Array(0);
  fallbackEvent = new Float64Array(0);
  serviceEvent = new Float64Array(0);
  /** Who serves it and where, while seized; -1 otherwise. */
  clerk = new Int32Array(0);
  space = new Int32Array(0);
  interpreterClerk = new Int32Array(0);
  guardClerk = new Int32Array(0);

  /** By slot × stagesMax + k: the k-th stage of the visit and the durations drawn for it, in seconds. */
  stage = new Int32Array(0);
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
    if (this.freedCount > 0) return this.freed[--this.freedCount]!;
    if (this.touched === this.capacity) this.grow(this.capacity * 2);
    return this.touched++;
  }

  release(visitor: number): void {
    this.inUse--;
    this.freed[this.freedCount++] = visitor;
  }

  /** The stage that the visitor is at. */
  presentStage(visitor: number): number {
    return this.stage[visitor * this.stagesMax + this.stageAt[visitor]!]!;
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
  'service',
  'preparation',
  'settling',
  'leaving',
  'afterWork',
]);
