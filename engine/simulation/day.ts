/**
 * What one simulated day is made of: the parts that the visit, the staff and the places share, and what they
 * have to know of the day as a whole.
 */
import { Stream } from '../kernel/stream.ts';
import type { Model } from '../model/model.ts';
import { Agenda } from './agenda.ts';
import { Arrivals } from './arrivals.ts';
import { Dispatcher } from './dispatcher.ts';
import { Needs } from './needs.ts';
import type { Observer } from './observer.ts';
import { Places } from './places.ts';
import { Prospects } from './prospects.ts';
import { QueueChoice } from './queue-choice.ts';
import { Reserve } from './reserve.ts';
import { SourceStreams } from './source-streams.ts';
import { Staff } from './staff.ts';
import { VisitorDraws } from './visitor-draws.ts';
import { Visitors } from './visitors.ts';
import { WaitingLines } from './waiting-lines.ts';

export class Day {
  readonly model: Model;
  readonly observer: Observer;
  readonly agenda = new Agenda();
  readonly needs: Needs;
  /** By stage: what is done at it, and its matter or -1. */
  readonly stageKind: Uint8Array;
  readonly stageMatter: Int32Array;
  readonly visitors: Visitors;
  readonly lines: WaitingLines;
  readonly staff: Staff;
  readonly prospects: Prospects;
  readonly places: Places;
  readonly reserve: Reserve;
  readonly dispatcher: Dispatcher;
  readonly queueChoice: QueueChoice;
  readonly arrivals: Arrivals;
  readonly draws: VisitorDraws;
  private readonly streams: readonly SourceStreams[];
  /** The place after all spaces, in distances: the doors. */
  readonly doors: number;
  /** Where protected visitors go out: the place after the doors, or the doors where it is no other. */
  readonly protectedExit: number;
  /** By role, so that a clerk more in one leaves the others as they are. */
  private readonly absence: readonly Stream[];
  /** Visits inside. */
  inside = 0;
  doorsClosed = false;
  /** Whether somebody may have become able to be served since the last decision. */
  changed = false;

  constructor(model: Model, seed: string, observer: Observer) {
    this.model = model;
    this.observer = observer;
    const needs = new Needs(model);
    this.needs = needs;
    this.stageKind = model.stageKind;
    this.stageMatter = model.stageMatter;
    this.visitors = new Visitors(1 + 2 * model.mattersMax);
    this.lines = new WaitingLines(model, needs, this.visitors);
    this.prospects = new Prospects(model, needs);
    this.staff = new Staff(model, this.agenda, observer, this.prospects);
    this.places = new Places(model, this.agenda, observer, this.prospects);
    this.reserve = new Reserve(model);
    this.dispatcher = new Dispatcher(
      model,
      needs,
      this.visitors,
      this.lines,
      this.staff,
      this.places,
      this.reserve,
    );
    this.queueChoice = new QueueChoice(model, needs, this.visitors, this.lines, this.staff, this.prospects);
    this.streams = model.sources.map((source) => new SourceStreams(seed, source.id));
    this.arrivals = new Arrivals(model, seed, this.streams, this.agenda);
    this.draws = new VisitorDraws(model, this.streams, this.visitors);
    this.doors = model.spaces.length;
    this.protectedExit = model.exitDistance === null ? this.doors : this.doors + 1;
    this.absence = model.ids.roles.map((role) => new Stream(seed, `${role}/absence`));
  }

  begin(replication: number): void {
    this.agenda.clear();
    this.visitors.clear();
    this.lines.clear();
    this.dispatcher.begin();
    this.prospects.begin();
    this.inside = 0;
    this.doorsClosed = false;
    this.changed = false;
    const first = this.firstMoment();
    this.observer.begin(first, this.visitors);
    this.places.begin(first);
    for (const stream of this.absence) stream.reseat(replication);
    this.staff.begin(this.absence);
    for (const streams of this.streams) streams.reseat(replication);
    this.draws.begin();
    this.arrivals.begin(replication);
    this.reserve.begin(this.arrivals.bookings.length);
  }

  /** Metres to walk from one place to another. */
  distance(from: number, to: number): number {
    if (to > this.doors) return this.model.exitDistance?.[from] ?? 0;
    return this.model.distance[from * (this.doors + 1) + to];
  }

  /** Seconds that the visitor walks from where it is. */
  walkingTime(visitor: number, to: number): number {
    return this.distance(this.visitors.place[visitor], to) / this.visitors.speed[visitor];
  }

  /** Where the durations of the visitor's present stage are, in the columns by stage. */
  stageSlot(visitor: number): number {
    return visitor * this.visitors.stagesMax + this.visitors.stageAt[visitor];
  }

  /** The day begins when the doors open or, if earlier, with the first shift or change of a space. */
  private firstMoment(): number {
    let first = this.model.scenario.day.doors.open;
    for (const clerk of this.model.clerks) first = Math.min(first, clerk.start);
    for (const space of this.model.spaces) first = Math.min(first, space.timetable[0]?.at ?? first);
    return first;
  }
}
