/**
 * Exposures that still go on: of one service or one visitor, by who perceives what. A list, since most have none or a few;
 * of many, when hundreds walk past, a map finds each.
 */
import { KIND_IDS } from '../statistics/scopes.ts';
import type { Conflict } from './conflict.ts';

/** One go of perceiving something, in a stay or on a way. Written over for the next, since a number that is passed is boxed. */
export class Stretch {
  /** When it began and ended; with so many seconds of exposure between. */
  from = Number.NaN;
  to = Number.NaN;
  seconds = Number.NaN;
  /** Those times people and probabilities; and of them, what is understood. */
  exposure = Number.NaN;
  understood = Number.NaN;
  /** That at least one of those who perceive it is such as must not. */
  probability = Number.NaN;
  /** Of talk: seconds within a hearing loop, and the probability of being one who hears by an aid, and else not at all. */
  inLoop = 0;
  byAid = 0;
  strength = Number.NaN;
  /** What is multiplied by the seconds of an impression: 1, or the length where that is of each second. */
  scale = Number.NaN;
}

/** Something perceived from one and the same vantage. Babble cuts it into many stretches. */
class Spell {
  seconds = 0;
  /** The greatest. */
  strength = 0;
  vantage = -1;
  /** The vantage of who is seen, where that is not a place of service; or -1. */
  seenAt = -1;

  begin(vantage: number, seenAt: number): void {
    this.seconds = this.strength = 0;
    this.vantage = vantage;
    this.seenAt = seenAt;
  }

  take({ seconds, strength, vantage, seenAt }: Spell): void {
    this.seconds = seconds;
    this.strength = strength;
    this.vantage = vantage;
    this.seenAt = seenAt;
  }
}

/** One after another, of which the longest is kept. */
class Spells {
  readonly longest = new Spell();
  /** What is perceived from one vantage, or -1, of what is at one other, and from no other meanwhile. */
  private readonly present = new Spell();

  clear(): void {
    this.present.begin(-1, -1);
    this.longest.begin(-1, -1);
  }

  add(seconds: number, strength: number, vantage: number, seenAt: number): void {
    const { present, longest } = this;
    if (present.vantage !== vantage || present.seenAt !== seenAt) present.begin(vantage, seenAt);
    present.seconds += seconds;
    if (strength > present.strength) present.strength = strength;
    if (present.seconds > longest.seconds) longest.take(present);
  }
}

/** When and how it was, for who is to be told of it. */
class Trace {
  /** The first and last moment. */
  from = Number.NaN;
  to = Number.NaN;
  persons = 0;
  readonly bySound = new Spells();
  readonly inLoop = new Spells();

  begin(from: number): void {
    this.from = from;
    this.bySound.clear();
    this.inLoop.clear();
  }
}

/**
 * What one visitor, or nobody who is known, has perceived of one kind so far; written over for the next. There are hundreds of
 * thousands in a large hall, so that a trace is made only where it is wanted.
 */
export class OpenExposure {
  next: OpenExposure | null = null;
  kind = -1;
  /** The serial number of a visitor, or -1. */
  witness = -1;
  /** Seconds of exposure so far, and the highest probability; and as much of who hears by an aid. */
  seconds = Number.NaN;
  probability = Number.NaN;
  inLoop = Number.NaN;
  byAid = Number.NaN;
  /** Whose matter it is (a serial number, or -1), and which; for owners that can expose more than one. */
  subject = -1;
  matter = -1;
  /** The clerk who interprets, where that is who perceives it; or -1. */
  interpreter = -1;
  private traced: Trace | null = null;

  get trace(): Trace {
    this.traced ??= new Trace();
    return this.traced;
  }

  /** Adds seconds, of which the highest probability counts. */
  lengthen({ seconds, probability, inLoop, byAid }: Stretch): void {
    this.seconds += seconds;
    if (probability > this.probability) this.probability = probability;
    if (inLoop === 0) return;
    this.inLoop += inLoop;
    this.byAid = byAid;
  }

  /** Traces a stretch before it lengthens this: the first is known by there being no seconds yet. */
  follow(stretch: Stretch, persons: number, vantage: number, seenAt = -1): void {
    const { trace } = this;
    if (this.seconds + this.inLoop === 0) trace.begin(stretch.from);
    trace.persons = persons;
    trace.to = stretch.to;
    if (stretch.seconds > 0) trace.bySound.add(stretch.seconds, stretch.strength, vantage, seenAt);
    // A loop carries every word.
    if (stretch.inLoop > 0) trace.inLoop.add(stretch.inLoop, 1, vantage, seenAt);
  }

  /** Whether it is a conflict of so many seconds to those alone who hear it in the loop. */
  isInLoopAlone(from: number): boolean {
    return this.inLoop > 0 && !(this.seconds >= from && this.seconds > 0);
  }

  /** What a conflict is to say of it; where it is one to those alone who hear it in the loop, of that. */
  told(
    isInLoop = false,
  ): Pick<
    Conflict,
    'from' | 'to' | 'seconds' | 'witness' | 'persons' | 'probability' | 'vantage' | 'seenAt'
  > {
    const { witness, probability, trace } = this;
    const { from, to, persons } = trace;
    const { vantage, seenAt } = this.longest(isInLoop);
    const seconds = isInLoop ? this.inLoop : this.seconds;
    return { from, to, seconds, witness, persons, probability, vantage, seenAt };
  }

  /** How strong it was where it lasted for longest. */
  strength(isInLoop: boolean): number {
    return this.longest(isInLoop).strength;
  }

  private longest(isInLoop: boolean): Spell {
    const { inLoop, bySound } = this.trace;
    return (isInLoop ? inLoop : bySound).longest;
  }
}

/**
 * The probability that it is a conflict: that it has been perceived for so many seconds by one who must not. Nobody hears both
 * ways, so that the seconds of neither help the other.
 */
export function conflictOf(
  { seconds, probability, inLoop, byAid }: Pick<Stretch, 'seconds' | 'probability' | 'inLoop' | 'byAid'>,
  from: number,
): number {
  const isHeard = seconds >= from && seconds > 0;
  if (inLoop === 0) return isHeard ? probability : 0;
  return Math.min(1, (isHeard ? probability : 0) + (inLoop >= from ? byAid : 0));
}

/** Those that are over, to be used anew. */
export class FreeExposures {
  private first: OpenExposure | null = null;

  take(): OpenExposure {
    const { first } = this;
    if (first === null) return new OpenExposure();
    this.first = first.next;
    return first;
  }

  giveBack(first: OpenExposure, last: OpenExposure): void {
    last.next = this.first;
    this.first = first;
  }
}

/** A list of so many has a map. */
const FEW = 8;

export class OpenExposures {
  /** The last that was added, or null; those before it follow as `next`. */
  first: OpenExposure | null = null;
  private readonly free: FreeExposures;
  private count = 0;
  /** Of more than a few, by kind and witness. */
  private found: Map<number, OpenExposure> | null = null;

  constructor(free: FreeExposures) {
    this.free = free;
  }

  /** That of the kind and witness, or null. */
  find(kind: number, witness: number): OpenExposure | null {
    if (this.found !== null) return this.found.get(keyOf(kind, witness)) ?? null;
    let one = this.first;
    while (one !== null && (one.witness !== witness || one.kind !== kind)) one = one.next;
    return one;
  }

  /** That of the kind and witness, made where there is none. */
  of(kind: number, witness: number): OpenExposure {
    const known = this.find(kind, witness);
    if (known !== null) return known;
    const one = this.add(kind, witness);
    this.found?.set(keyOf(kind, witness), one);
    if (this.count === FEW) this.found = this.byKey();
    return one;
  }

  /** A further one, which `find` finds only by chance. */
  add(kind: number, witness: number): OpenExposure {
    const one = this.free.take();
    one.next = this.first;
    one.kind = kind;
    one.witness = witness;
    one.seconds = one.probability = one.inLoop = one.byAid = 0;
    this.first = one;
    this.count++;
    return one;
  }

  /** Forgets them. */
  close(): void {
    const { first } = this;
    if (first === null) return;
    let last = first;
    while (last.next !== null) last = last.next;
    this.free.giveBack(first, last);
    this.first = this.found = null;
    this.count = 0;
  }

  private byKey(): Map<number, OpenExposure> {
    const found = new Map<number, OpenExposure>();
    for (let one = this.first; one !== null; one = one.next) found.set(keyOf(one.kind, one.witness), one);
    return found;
  }
}

function keyOf(kind: number, witness: number): number {
  return witness * KIND_IDS.length + kind;
}
