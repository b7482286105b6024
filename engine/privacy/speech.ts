/**
 * The observer of private talk that others could understand. Exposure is exact: the time that a talk and a
 * listener's stay have in common is added once, when the first of the two ends.
 *
 * A listener is any visitor, with its companions, at a place where the speech transmission index from the talk is above
 * the limit of the matter's sensitivity. The talking visitor's own companions are with it, and staff is bound to
 * secrecy: neither counts. A greeting is talk about the first matter of the visit.
 */
import type { Hearing } from '../model/hearing.ts';
import { type Model, STAGE } from '../model/model.ts';
import { sentencesUnderstood } from '../model/speech/intelligibility.ts';
import type { Observer, Outcome } from '../simulation/observer.ts';
import { FLAG, type Visitors } from '../simulation/visitors.ts';
import { ProperSpaces } from '../statistics/proper-spaces.ts';
import { CAUSES } from '../statistics/scopes.ts';
import type { Sheet } from '../statistics/sheet.ts';
import type { Conflict } from './conflict.ts';
import { Presence } from './presence.ts';

const NO_TALK = -1;

export class Speech implements Observer {
  private readonly model: Model;
  private readonly hearing: Hearing;
  private readonly sheet: Sheet;
  private readonly presence: Presence;
  private readonly proper: ProperSpaces;
  /** By matter: the limits of its sensitivity; an STI of 1 where there is none. */
  private readonly stiLimit: Float64Array;
  private readonly timeLimit: Float64Array;
  /** By sensitivity's limit and space: where a talk could be understood. */
  private readonly audible = new Map<number, readonly Int32Array[]>();
  /** By talking space × places + place: the share of sentences understood. */
  private readonly understood: Float64Array;
  /** Spaces in which somebody talks about something private now. */
  private readonly talks: Int32Array;
  private readonly talkAt: Int32Array;
  private talkCount = 0;
  /** By space: the matter that is talked about, since when, and the scopes that an exposure counts for. */
  private readonly matter: Int32Array;
  private readonly since: Float64Array;
  private readonly type: Int32Array;
  private readonly cause: Int32Array;
  private readonly spaceType: Int32Array;
  private readonly offsets: {
    exposure: number;
    span: number;
    channel: number;
    cause: number;
    agency: number;
    matter: number;
    type: number;
  };

  /** By space: of its talk, who talks, with whom, and after how long a wait. */
  private readonly talker: Float64Array;
  private readonly clerk: Int32Array;
  private readonly waited: Float64Array;
  private readonly tell: ((conflict: Conflict) => void) | null;

  /** Tells of each conflict, when the exposure is over, where somebody wants to know. */
  constructor(
    model: Model,
    hearing: Hearing,
    sheet: Sheet,
    tell: ((conflict: Conflict) => void) | null = null,
  ) {
    this.model = model;
    this.hearing = hearing;
    this.sheet = sheet;
    this.presence = new Presence(hearing);
    this.proper = new ProperSpaces(model);
    const { matters, sensitivities } = model.scenario;
    const limits = Object.values(matters).map(({ sensitivity }) => sensitivities[sensitivity]?.speech);
    this.stiLimit = Float64Array.from(limits, (limit) => limit?.sti ?? 1);
    this.timeLimit = Float64Array.from(limits, (limit) => limit?.time ?? 0);
    for (const limit of new Set(this.stiLimit))
      this.audible.set(limit, audiblePlaces(hearing, model.spaces.length, limit));
    this.understood = hearing.sti.map((sti) => sentencesUnderstood(sti));
    const spaces = model.spaces.length;
    this.talks = new Int32Array(spaces);
    this.talkAt = new Int32Array(spaces);
    this.matter = new Int32Array(spaces);
    this.since = new Float64Array(spaces);
    this.type = new Int32Array(spaces);
    this.cause = new Int32Array(spaces);
    this.spaceType = new Int32Array(spaces);
    this.talker = new Float64Array(spaces);
    this.clerk = new Int32Array(spaces);
    this.waited = new Float64Array(spaces);
    this.tell = tell;
    const { layout } = sheet;
    const exposure = layout.offset('exposureTime', 'all');
    this.offsets = {
      exposure,
      span: layout.span('privacy'),
      channel: layout.offset('exposureTime', 'channel') - exposure,
      cause: layout.offset('exposureTime', 'cause') - exposure,
      agency: layout.offset('exposureTime', 'agency') - exposure,
      matter: layout.offset('exposureTime', 'matter') - exposure,
      type: layout.offset('exposureTime', 'spaceType') - exposure,
    };
  }

  begin(): void {
    this.presence.begin();
    this.talkAt.fill(NO_TALK);
    this.talkCount = 0;
  }

  waits(_time: number, visitor: number, _stage: number, area: number, seated: boolean): void {
    this.presence.giveUpSeat(visitor);
    this.presence.give(visitor, area, seated);
  }

  walks(time: number, visitor: number, _from: number, to: number, until: number): void {
    this.leavePlace(time, visitor);
    if (to < this.model.spaces.length)
      this.presence.enter(visitor, this.presence.placeIn(visitor, to), until);
  }

  called(_time: number, visitor: number): void {
    this.presence.giveUpSeat(visitor);
  }

  givesUp(_time: number, visitor: number): void {
    this.presence.giveUpSeat(visitor);
  }

  serviceStarts(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    const matter = this.matterOf(visitor, stage);
    if (clerk < 0 || space < 0 || matter < 0 || this.stiLimit[matter] >= 1) return;
    const { visitors } = this.sheet;
    if ((visitors.flags[visitor] & FLAG.warmUp) !== 0) return;
    this.matter[space] = matter;
    this.talker[space] = visitors.serial[visitor];
    this.clerk[space] = clerk;
    this.waited[space] = Math.max(0, time - visitors.waitStart[visitor]);
    this.since[space] = time;
    const isProtected = (visitors.flags[visitor] & FLAG.protected) !== 0;
    const isGreeting = this.model.stages[stage].kind === STAGE.greeting;
    const isProper = isGreeting || this.proper.has(stage, this.spaceType[space], isProtected);
    this.cause[space] = CAUSES.indexOf(isProper ? 'layout' : 'fallback');
    this.type[space] = this.spaceType[space];
    this.talkAt[space] = this.talkCount;
    this.talks[this.talkCount++] = space;
  }

  serviceEnds(time: number, _visitor: number, _stage: number, _clerk: number, space: number): void {
    if (space < 0 || this.talkAt[space] === NO_TALK) return;
    const { first, next } = this.presence;
    const places = this.audible.get(this.stiLimit[this.matter[space]])?.[space] ?? [];
    for (let k = 0; k < places.length; k++) {
      for (let visitor = first[places[k]]; visitor >= 0; visitor = next[visitor]) {
        this.expose(time, space, visitor, places[k]);
      }
    }
    const at = this.talkAt[space];
    const moved = this.talks[--this.talkCount];
    this.talks[at] = moved;
    this.talkAt[moved] = at;
    this.talkAt[space] = NO_TALK;
  }

  left(time: number, visitor: number, _outcome: Outcome): void {
    this.leavePlace(time, visitor);
    this.presence.giveUpSeat(visitor);
  }

  spaceChanges(_time: number, space: number, _state: number, type: number): void {
    this.spaceType[space] = type;
  }

  end(time: number): void {
    while (this.talkCount > 0) this.serviceEnds(time, -1, -1, -1, this.talks[0]);
  }

  arrived(): void {}
  absent(): void {}
  clerkChanges(): void {}

  /** The visitor's stay at its place is over: all talks that it could understand until now. */
  private leavePlace(time: number, visitor: number): void {
    const place = this.presence.place[visitor] ?? -1;
    if (place < 0) return;
    for (let k = 0; k < this.talkCount; k++) {
      const space = this.talks[k];
      const sti = this.hearing.sti[space * this.hearing.places.length + place];
      if (sti > this.stiLimit[this.matter[space]]) this.expose(time, space, visitor, place);
    }
    this.presence.leave(visitor);
  }

  /** Adds what the talk in the space and the visitor's stay at the place have in common up to now. */
  private expose(time: number, space: number, visitor: number, place: number): void {
    const seconds = time - Math.max(this.since[space], this.presence.since[visitor]);
    if (seconds <= 0) return;
    const matter = this.matter[space];
    const persons = 1 + this.sheet.visitors.companions[visitor];
    const exposure = seconds * persons;
    const understood = exposure * this.understood[space * this.hearing.places.length + place];
    const conflicts = seconds >= this.timeLimit[matter] ? 1 : 0;
    const { channel, cause, agency, matter: byMatter, type } = this.offsets;
    this.add(0, exposure, understood, conflicts);
    this.add(channel, exposure, understood, conflicts);
    this.add(cause + this.cause[space], exposure, understood, conflicts);
    this.add(agency + this.model.matterAgency[matter], exposure, understood, conflicts);
    this.add(byMatter + matter, exposure, understood, conflicts);
    this.add(type + this.type[space], exposure, understood, conflicts);
    if (conflicts > 0 && this.tell !== null) this.tell(this.conflict(time, seconds, space, visitor, place));
  }

  private conflict(to: number, seconds: number, space: number, visitor: number, place: number): Conflict {
    const pair = space * this.hearing.places.length + place;
    return {
      from: to - seconds,
      to,
      talker: this.talker[space],
      listener: this.sheet.visitors.serial[visitor],
      matter: this.matter[space],
      space,
      place,
      clerk: this.clerk[space],
      sti: this.hearing.sti[pair],
      understood: this.understood[pair],
      listeners: 1 + this.sheet.visitors.companions[visitor],
      cause: this.cause[space],
      waited: this.waited[space],
    };
  }

  private add(scope: number, exposure: number, understood: number, conflicts: number): void {
    const { row } = this.sheet;
    const at = this.offsets.exposure + scope;
    row[at] += exposure;
    row[at + this.offsets.span] += understood;
    row[at + 2 * this.offsets.span] += conflicts;
  }

  /** What is talked about: the stage's matter, and at a greeting the first one that the visitor brings. */
  private matterOf(visitor: number, stage: number): number {
    const { kind, matter } = this.model.stages[stage];
    if (kind !== STAGE.greeting) return matter;
    const visitors: Visitors = this.sheet.visitors;
    if (visitors.stageCount[visitor] < 2) return -1;
    const next = visitors.stage[visitor * visitors.stagesMax + visitors.stageAt[visitor] + 1];
    return this.model.stages[next].matter;
  }
}

/** By space: the places where its talk could be understood better than the limit allows. */
function audiblePlaces({ sti, places }: Hearing, spaces: number, limit: number): Int32Array[] {
  return Array.from({ length: spaces }, (_, space) => {
    const row = sti.subarray(space * places.length, (space + 1) * places.length);
    return Int32Array.from([...row.keys()].filter((place) => row[place] > limit));
  });
}
