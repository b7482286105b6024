/**
 * Who comes, and when. All that a visitor will need is drawn at its arrival from streams of its source alone,
 * in a fixed order, so that two designs meet the same visitors whatever happens to them inside.
 */
import { meanOf } from '../kernel/moments.ts';
import { RateProfile } from '../kernel/poisson-process.ts';
import { sampler } from '../kernel/sampler.ts';
import { Stream } from '../kernel/stream.ts';
import type { Model, Source } from '../model/model.ts';
import type { Profile } from '../scenario/schema.ts';
import type { Agenda } from './agenda.ts';
import { EVENT } from './events.ts';
import { FLAG, STAGE_FLAG, type Visitors } from './visitors.ts';

type Draw = () => number;

interface Booking {
  readonly source: number;
  readonly time: number;
  readonly comes: boolean;
  readonly arrives: number;
}

interface StageDraws {
  readonly service: Draw;
  readonly preparation: Draw;
  readonly settling: Draw;
  readonly leaving: Draw;
  readonly afterWork: Draw;
}

interface ProfileDraws {
  readonly profile: Profile;
  readonly matters: readonly {
    readonly probability: number;
    readonly matters: readonly number[];
    readonly weights: readonly number[];
  }[];
  readonly languages: readonly number[];
  readonly languageWeights: readonly number[];
  readonly interpreterShares: readonly number[];
  readonly companions: Draw;
  readonly speed: Draw;
  readonly patience: Draw | null;
}

interface SourceStreams {
  readonly arrivals: Stream;
  /** Choices: which profile, matters, and so on. */
  readonly visit: Stream;
  /** Durations. */
  readonly work: Stream;
}

export class Demand {
  private readonly model: Model;
  private readonly agenda: Agenda;
  private readonly visitors: Visitors;
  private readonly streams: readonly SourceStreams[];
  private readonly dayStream: Stream;
  private readonly peakStream: Stream;
  private readonly busynessDraw: Draw;
  /** The stream that durations are drawn from now: that of the visitor's source. */
  private work: Stream;
  private readonly stageDraws: readonly StageDraws[];
  private readonly profileDraws: readonly ProfileDraws[];
  private readonly groupDraws: readonly Draw[];
  private readonly punctualityDraws: readonly (Draw | null)[];
  /** By source, and by which peaks happen: its rates. Made when first needed. */
  private readonly rates: readonly Map<number, RateProfile>[];
  private readonly rateToday: (RateProfile | null)[];
  /** By source: the integral of its rate up to its last arrival, in visitors. */
  private readonly position: Float64Array;
  private readonly factorToday: Float64Array;
  private readonly traceAt: Int32Array;
  private bookings: Booking[] = [];
  private serial = 0;
  /** The matters of the visitor that is being drawn. */
  private readonly matters: Int32Array;
  private mattersCount = 0;

  constructor(model: Model, seed: string, agenda: Agenda, visitors: Visitors) {
    this.model = model;
    this.agenda = agenda;
    this.visitors = visitors;
    const stream = (name: string) => new Stream(seed, name);
    this.streams = model.sources.map((source) => ({
      arrivals: stream(`${source.id}/arrivals`),
      visit: stream(`${source.id}/visit`),
      work: stream(`${source.id}/work`),
    }));
    this.dayStream = stream('day/busyness');
    this.peakStream = stream('day/peaks');
    this.work = this.dayStream;
    const uniform: Draw = () => this.work.next();
    this.busynessDraw = sampler(model.scenario.day.busyness, uniform);
    this.stageDraws = model.stages.map((stage) => ({
      service: sampler(stage.service, uniform),
      preparation: sampler(stage.preparation, uniform),
      settling: sampler(stage.settling, uniform),
      leaving: sampler(stage.leaving, uniform),
      afterWork: sampler(stage.afterWork, uniform),
    }));
    const matterIndex = new Map(model.ids.matters.map((id, index) => [id, index]));
    const languageIndex = new Map(model.ids.languages.map((id, index) => [id, index]));
    this.profileDraws = Object.values(model.scenario.profiles).map((profile) => ({
      profile,
      matters: profile.matters.map((one) => ({
        probability: one.probability,
        matters: Object.keys(one.anyOf).map((id) => matterIndex.get(id)!),
        weights: Object.values(one.anyOf),
      })),
      languages: Object.keys(profile.languages).map((id) => languageIndex.get(id)!),
      languageWeights: Object.values(profile.languages),
      interpreterShares: Object.keys(profile.languages).map((id) => profile.interpreter[id] ?? 0),
      companions: sampler(profile.companions, uniform),
      speed: sampler(profile.walkingSpeed, uniform),
      patience: profile.patience === null ? null : sampler(profile.patience, uniform),
    }));
    this.groupDraws = model.sources.map((source) => sampler(source.group, uniform));
    this.punctualityDraws = model.sources.map((source) =>
      source.appointments ? sampler(source.appointments.punctuality, uniform) : null,
    );
    this.rates = model.sources.map(() => new Map());
    this.rateToday = model.sources.map(() => null);
    this.position = new Float64Array(model.sources.length);
    this.factorToday = new Float64Array(model.sources.length);
    this.traceAt = new Int32Array(model.sources.length);
    this.matters = new Int32Array(model.mattersMax);
  }

  /** Begins a day: what kind of day it is, its bookings, and each source's first arrival. */
  begin(replication: number): void {
    this.serial = 0;
    this.dayStream.reseat(replication);
    this.peakStream.reseat(replication);
    for (const streams of this.streams) {
      streams.arrivals.reseat(replication);
      streams.visit.reseat(replication);
      streams.work.reseat(replication);
    }
    this.work = this.dayStream;
    const busyness = Math.max(0, this.busynessDraw());
    let peaks = 0;
    this.model.peaks.forEach((peak, index) => {
      if (this.peakStream.next() < peak.probability) peaks |= 1 << index;
    });
    this.bookings = [];
    this.traceAt.fill(0);
    this.position.fill(0);
    this.model.sources.forEach((source, index) => {
      this.factorToday[index] = source.busyness ? busyness : 1;
      this.rateToday[index] = source.rate ? this.rateWith(index, source, peaks) : null;
      if (source.appointments) this.book(index, source);
      if (source.rate) this.scheduleWalkIn(index);
      if (source.trace) this.scheduleTrace(index);
    });
  }

  /** Draws how many come at once, and schedules the source's next arrival. */
  walkIn(source: number): number {
    this.work = this.streams[source]!.arrivals;
    const size = Math.max(0, Math.round(this.groupDraws[source]!()));
    this.scheduleWalkIn(source);
    return size;
  }

  /** The booking that is due: its source, and whether its visitor comes. */
  booking(index: number): Booking {
    return this.bookings[index]!;
  }

  /** A visitor of the source, into a slot of the table, who arrives now. */
  draw(source: number, time: number): number {
    return this.drawVisitor(source, time, -1, -1);
  }

  drawBooked(index: number, time: number): number {
    const booking = this.bookings[index]!;
    const visitor = this.drawVisitor(booking.source, time, -1, -1);
    const { flags, waitStart } = this.visitors;
    flags[visitor] = flags[visitor]! | FLAG.appointment;
    waitStart[visitor] = Math.max(time, booking.time);
    return visitor;
  }

  /** The next visitor of the recorded list; schedules the one after. */
  drawTraced(source: number, time: number): number {
    const row = this.traceAt[source]!;
    this.traceAt[source] = row + 1;
    this.scheduleTrace(source);
    return this.drawVisitor(source, time, this.model.sources[source]!.trace![row]!.profile, row);
  }

  private scheduleWalkIn(source: number): void {
    const rate = this.rateToday[source]!;
    const factor = this.factorToday[source]!;
    if (factor <= 0) return;
    // Exact for any rate: unit-exponential steps of the integrated rate, mapped back to the clock.
    this.position[source] =
      this.position[source]! - Math.log1p(-this.streams[source]!.arrivals.next()) / factor;
    const time = rate.inverse(this.position[source]!);
    if (time < Number.POSITIVE_INFINITY) this.agenda.at(time, EVENT.walkInArrives, source);
  }

  private scheduleTrace(source: number): void {
    const row = this.model.sources[source]!.trace![this.traceAt[source]!];
    if (row) this.agenda.at(row.time, EVENT.traceArrives, source);
  }

  private rateWith(index: number, source: Source, peaks: number): RateProfile {
    const known = this.rates[index]!.get(peaks);
    if (known) return known;
    let rate = new RateProfile(source.rate!.shape, source.rate!.points, this.model.scenario.day.doors.close);
    this.model.peaks.forEach((peak, bit) => {
      if ((peaks & (1 << bit)) !== 0 && peak.sources.includes(index))
        rate = rate.times(peak.factor, peak.from, peak.to);
    });
    this.rates[index]!.set(peaks, rate);
    return rate;
  }

  private book(index: number, source: Source): void {
    const slots = source.appointments!;
    const { arrivals } = this.streams[index]!;
    this.work = arrivals;
    for (let k = 0; slots.from + k * slots.every < slots.to; k++) {
      for (let place = 0; place < slots.places; place++) {
        const booked = arrivals.next() < slots.filled;
        const comes = arrivals.next() >= slots.noShow;
        const time = slots.from + k * slots.every;
        const arrives = time + this.punctualityDraws[index]!();
        if (!booked) continue;
        this.bookings.push({ source: index, time, comes, arrives: Math.max(0, arrives) });
        this.agenda.at(comes ? Math.max(0, arrives) : time, EVENT.bookingArrives, this.bookings.length - 1);
      }
    }
  }

  get bookingCount(): number {
    return this.bookings.length;
  }

  private drawVisitor(source: number, time: number, profileGiven: number, row: number): number {
    const from = this.model.sources[source]!;
    const { visit, work } = this.streams[source]!;
    this.work = work;
    const drawnProfile = choose(from.profiles, from.profileWeights, visit.next());
    const profile = profileGiven >= 0 ? profileGiven : drawnProfile;
    const draws = this.profileDraws[profile]!;
    const who = draws.profile;
    const visitors = this.visitors;
    const visitor = visitors.take();

    const language = chooseAt(draws.languageWeights, visit.next());
    const interpreted = visit.next() < draws.interpreterShares[language]!;
    const accessible = visit.next() < who.accessibility;
    const isProtected = visit.next() < who.protection;
    visitors.serial[visitor] = this.serial++;
    visitors.source[visitor] = source;
    visitors.profile[visitor] = profile;
    visitors.language[visitor] = draws.languages[language]!;
    visitors.flags[visitor] =
      (interpreted ? FLAG.interpreter : 0) |
      (accessible ? FLAG.accessible : 0) |
      (isProtected ? FLAG.protected : 0);
    visitors.returning[visitor] = visit.next() < who.returns ? 1 : 0;
    visitors.balking[visitor] = visit.next();
    visitors.companions[visitor] = Math.max(0, Math.round(draws.companions()));
    visitors.speed[visitor] = draws.speed() * (accessible ? who.accessibleWalking : 1);
    visitors.patience[visitor] =
      draws.patience === null ? Number.POSITIVE_INFINITY : Math.max(0, draws.patience());
    visitors.factor[visitor] =
      (interpreted ? who.interpretedFactor : 1) * (accessible ? who.accessibleFactor : 1);
    visitors.arrival[visitor] = time;
    visitors.waitStart[visitor] = time;
    visitors.ticket[visitor] = -1;
    visitors.greeted[visitor] = 0;
    visitors.mattersDone[visitor] = 0;
    visitors.stageAt[visitor] = 0;
    visitors.queue[visitor] = -1;
    visitors.area[visitor] = -1;
    visitors.seatsHeld[visitor] = 0;
    visitors.patienceEvent[visitor] = -1;
    visitors.fallbackEvent[visitor] = -1;
    visitors.serviceEvent[visitor] = -1;
    visitors.clerk[visitor] = -1;
    visitors.space[visitor] = -1;
    visitors.interpreter[visitor] = -1;
    visitors.guard[visitor] = -1;
    visitors.reservedRole[visitor] = -1;
    visitors.owedAfterWork[visitor] = 0;
    visitors.place[visitor] = this.model.spaces.length;

    this.drawMatters(from, draws, visit, row);
    visitors.mattersBrought[visitor] = this.mattersCount;
    this.sortMatters();
    this.drawStages(visitor, visit);
    return visitor;
  }

  private drawMatters(from: Source, draws: ProfileDraws, visit: Stream, row: number): void {
    this.mattersCount = 0;
    const recorded = row < 0 ? undefined : from.trace![row]!.matters;
    if (recorded !== undefined && recorded.length > 0) {
      for (const matter of recorded) this.matters[this.mattersCount++] = matter;
    } else if (from.matters.length > 0) {
      this.matters[this.mattersCount++] = choose(from.matters, from.matterWeights, visit.next());
    } else {
      for (const one of draws.matters) {
        const brought = visit.next() < one.probability;
        const matter = choose(one.matters, one.weights, visit.next());
        if (brought) this.addMatter(matter);
      }
    }
    for (const more of from.more) {
      const brought = visit.next() < more.probability;
      const matter = choose(more.matters, more.weights, visit.next());
      if (brought) this.addMatter(matter);
    }
  }

  /** One visit brings a matter once. */
  private addMatter(matter: number): void {
    for (let k = 0; k < this.mattersCount; k++) if (this.matters[k] === matter) return;
    this.matters[this.mattersCount++] = matter;
  }

  /** Into the order of the policy, where it is settled at the arrival. */
  private sortMatters(): void {
    const { matterOrder } = this.model.scenario.policy;
    if (this.mattersCount < 2 || matterOrder === 'as-brought' || matterOrder === 'shortest-queue-first')
      return;
    const chosen = this.matters.subarray(0, this.mattersCount);
    const rank =
      matterOrder === 'shortest-first'
        ? (matter: number) => meanOf(this.model.stages[this.model.matterStage[matter]!]!.service)
        : (matter: number) => -this.sensitivityRank(matter);
    const sorted = [...chosen].sort((a, b) => rank(a) - rank(b));
    chosen.set(sorted);
  }

  private sensitivityRank(matter: number): number {
    const { matters, sensitivities } = this.model.scenario;
    return sensitivities[matters[this.model.ids.matters[matter]!]!.sensitivity]?.rank ?? 0;
  }

  /**
   * The stages of the visit with their durations. Every matter draws the same, used or not: kiosk, greeting,
   * guard and hand-over, so that a change in one of their shares leaves all other draws as they are.
   */
  private drawStages(visitor: number, visit: Stream): void {
    const { model } = this;
    const { greeting } = model.scenario.journey;
    let count = 0;
    const goesToHost = visit.next() < (greeting?.share ?? 0);
    if (goesToHost && model.greetingStage >= 0) this.addStage(visitor, count++, model.greetingStage, 0, true);
    const atKiosk = !goesToHost && model.kioskStage >= 0;
    const kioskStay = count;
    if (atKiosk) this.addStage(visitor, count++, model.kioskStage, 0, true);
    for (let k = 0; k < this.mattersCount; k++) {
      const index = this.matters[k]!;
      const matter = this.profileMatter(index);
      const bySelf = visit.next() < (matter.kiosk?.share ?? 0) && atKiosk;
      const byHost = visit.next() < matter.atGreeting && goesToHost;
      const guarded = visit.next() < matter.guard;
      const handedOver = visit.next() < (matter.handOver?.share ?? 0);
      const flags = (guarded ? STAGE_FLAG.guard : 0) | (byHost ? STAGE_FLAG.solvedAtGreeting : 0);
      if (model.matterKiosk[index]! >= 0) count = this.addKiosk(visitor, kioskStay, count, index, bySelf);
      count += this.addStage(visitor, count, model.matterStage[index]!, flags, !bySelf);
      if (model.matterHandOver[index]! >= 0) {
        count += this.addStage(visitor, count, model.matterHandOver[index]!, flags, handedOver && !bySelf);
      }
    }
    this.visitors.stageCount[visitor] = count;
  }

  private profileMatter(index: number) {
    return this.model.scenario.matters[this.model.ids.matters[index]!]!;
  }

  /** A matter done at the kiosk: the first one in the stay that takes the ticket, further ones after it. */
  private addKiosk(visitor: number, stay: number, count: number, matter: number, used: boolean): number {
    const { visitors, model } = this;
    const stage = model.matterKiosk[matter]!;
    const ticket = visitors.stage[visitor * visitors.stagesMax + stay]!;
    const joins = used && ticket === model.kioskStage;
    const ticketTime = joins ? visitors.service[visitor * visitors.stagesMax + stay]! : 0;
    const at = joins ? stay : count;
    const added = this.addStage(visitor, at, stage, 0, used);
    if (joins) visitors.service[visitor * visitors.stagesMax + stay]! += ticketTime;
    return joins ? count : count + added;
  }

  /** Draws the stage's durations, and appends it to the visit if it is used; how many were appended. */
  private addStage(visitor: number, position: number, stage: number, flags: number, used: boolean): number {
    const { visitors } = this;
    const draws = this.stageDraws[stage]!;
    const service = Math.max(0, draws.service());
    const preparation = Math.max(0, draws.preparation());
    const settling = Math.max(0, draws.settling());
    const leaving = Math.max(0, draws.leaving());
    const afterWork = Math.max(0, draws.afterWork());
    if (!used) return 0;
    const at = visitor * visitors.stagesMax + position;
    visitors.stage[at] = stage;
    visitors.stageFlags[at] = flags;
    visitors.service[at] = service;
    visitors.preparation[at] = preparation;
    visitors.settling[at] = settling;
    visitors.leaving[at] = leaving;
    visitors.afterWork[at] = afterWork;
    return 1;
  }
}

/** The position that a uniform number picks, by weights that need not add up to 1. */
function chooseAt(weights: readonly number[], uniform: number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = uniform * total;
  for (let k = 0; k < weights.length; k++) {
    left -= weights[k]!;
    if (left < 0) return k;
  }
  return weights.length - 1;
}

function choose(values: readonly number[], weights: readonly number[], uniform: number): number {
  return values[chooseAt(weights, uniform)]!;
}
