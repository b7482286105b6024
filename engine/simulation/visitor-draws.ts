/**
 * Who comes: all that a visitor will need, drawn at its arrival from the streams of its source alone and in
 * a fixed order, so that two designs meet the same visitors whatever happens to them inside.
 */
import { chooser } from '../kernel/choice.ts';
import type { Distribution } from '../kernel/distribution.ts';
import { meanOf } from '../kernel/moments.ts';
import { type Sampler, sampler } from '../kernel/sampler.ts';
import type { Stream } from '../kernel/stream.ts';
import type { Model, Source } from '../model/model.ts';
import type { Matter, Profile } from '../scenario/schema.ts';
import type { SourceStreams } from './source-streams.ts';
import { FLAG, STAGE_FLAG, type Visitors } from './visitors.ts';

/** In m/s: a distribution of speeds may reach to 0 and below. */
const SLOWEST = 0.05;

/** In seconds: 10,000 h, which a distribution with a heavy tail may exceed; longer services are of no use to anybody. */
const LONGEST = 3.6e7;

const duration = (drawn: number): number => Math.min(LONGEST, Math.max(0, drawn));

/** A choice by a uniform number. */
type Choice = (uniform: number) => number;

interface MatterDraw {
  readonly probability: number;
  readonly choose: Choice;
}

interface ProfileDraws {
  readonly profile: Profile;
  readonly matters: readonly MatterDraw[];
  readonly chooseLanguage: Choice;
  /** By the profile's languages: dense index, and the share who need an interpreter. */
  readonly languages: readonly number[];
  readonly interpreterShares: readonly number[];
  readonly companions: Sampler;
  readonly speed: Sampler;
  readonly patience: Sampler;
}

interface SourceDraws {
  readonly source: Source;
  readonly chooseProfile: Choice;
  /** Null where the profile says what it comes for. */
  readonly chooseMatter: Choice | null;
  readonly more: readonly MatterDraw[];
}

interface StageDraws {
  readonly service: DurationDraw;
  readonly preparation: DurationDraw;
  readonly settling: DurationDraw;
  readonly leaving: DurationDraw;
  readonly afterWork: DurationDraw;
}

/** The stages that a matter may lead to, and how likely; of one shape for all, since V8 is slow with objects of which each has other parts. */
interface MatterStages {
  readonly kioskShare: number;
  readonly atGreeting: number;
  readonly guard: number;
  readonly handOverShare: number;
  /** -1 where it has none. */
  readonly stage: number;
  readonly kioskStage: number;
  readonly handOverStage: number;
}

/** Seconds, each time anew. */
class DurationDraw {
  /** What it always is, or NaN: most scenarios draw the service alone. */
  private readonly fixed: number;
  private readonly sampler: Sampler;

  constructor(distribution: Distribution) {
    this.fixed = distribution.family === 'deterministic' ? duration(distribution.value) : Number.NaN;
    this.sampler = sampler(distribution);
  }

  from(source: Stream): number {
    const { fixed } = this;
    return Number.isNaN(fixed) ? duration(this.sampler(source)) : fixed;
  }
}

export class VisitorDraws {
  private readonly model: Model;
  private readonly visitors: Visitors;
  private readonly streams: readonly SourceStreams[];
  private readonly bySource: readonly SourceDraws[];
  private readonly byProfile: readonly ProfileDraws[];
  private readonly byStage: readonly StageDraws[];
  private readonly byMatter: readonly MatterStages[];
  /** By matter: lower comes first in a visit, where the policy settles that at arrival. */
  private readonly matterRank: Float64Array;
  private readonly greetingShare: number;
  private serial = 0;
  /** By source: how many have been drawn today. */
  private readonly drawn: Float64Array;
  /** By source: serial numbers of its recorded visitors, by row. */
  private readonly recordedSerials: readonly Int32Array[];
  /** The matters of the visitor that is being drawn. */
  private readonly matters: Int32Array;
  private mattersCount = 0;

  constructor(model: Model, streams: readonly SourceStreams[], visitors: Visitors) {
    this.model = model;
    this.visitors = visitors;
    this.streams = streams;
    this.bySource = model.sources.map(sourceDraws);
    this.byProfile = Object.values(model.scenario.profiles).map((profile) => profileDraws(profile, model));
    this.byStage = model.stages.map((stage) => ({
      service: new DurationDraw(stage.service),
      preparation: new DurationDraw(stage.preparation),
      settling: new DurationDraw(stage.settling),
      leaving: new DurationDraw(stage.leaving),
      afterWork: new DurationDraw(stage.afterWork),
    }));
    const matters = Object.values(model.scenario.matters);
    this.byMatter = matters.map(({ kiosk, handOver, atGreeting, guard }, matter) => ({
      kioskShare: kiosk?.share ?? 0,
      atGreeting,
      guard,
      handOverShare: handOver?.share ?? 0,
      stage: model.matterStage[matter],
      kioskStage: kiosk === undefined ? -1 : model.matterKiosk[matter],
      handOverStage: handOver === undefined ? -1 : model.matterHandOver[matter],
    }));
    this.matterRank = matterRanks(model, matters);
    this.drawn = new Float64Array(model.sources.length);
    this.recordedSerials = model.sources.map(({ trace }) => new Int32Array(trace?.length ?? 0));
    this.greetingShare = model.scenario.journey.greeting?.share ?? 0;
    this.matters = new Int32Array(model.mattersMax);
  }

  begin(): void {
    this.serial = 0;
    this.drawn.fill(0);
  }

  /** A visitor of the source, who arrives now, in a slot of the table; `row` of its recorded list, or -1. */
  draw(source: number, time: number, row = -1): number {
    const draws = this.bySource[source];
    const recorded = row < 0 ? undefined : draws.source.trace?.[row];
    const { visit, work } = this.streams[source];
    const drawnProfile = draws.source.profiles[draws.chooseProfile(visit.next())];
    const profile = recorded && recorded.profile >= 0 ? recorded.profile : drawnProfile;
    const visitor = this.visitors.take();
    const serial = this.serial++;
    this.visitors.reset(visitor, serial, source, profile, time, this.model.spaces.length);
    this.visitors.ordinal[visitor] = this.drawn[source]++;
    if (recorded !== undefined) {
      this.recordedSerials[source][row] = serial;
      this.visitors.party[visitor] = this.recordedSerials[source][recorded.party];
    }
    this.drawPerson(visitor, this.byProfile[profile], visit, work);
    this.drawMatters(draws, this.byProfile[profile], visit, recorded?.matters);
    this.visitors.mattersBrought[visitor] = this.mattersCount;
    this.visitors.firstMatter[visitor] = this.mattersCount > 0 ? this.matters[0] : -1;
    this.sortMatters();
    this.drawStages(visitor, visit, work);
    return visitor;
  }

  private drawPerson(visitor: number, draws: ProfileDraws, visit: Stream, work: Stream): void {
    const { visitors } = this;
    const { profile } = draws;
    const language = draws.chooseLanguage(visit.next());
    const isInterpreted = visit.next() < draws.interpreterShares[language];
    const needsAccess = visit.next() < profile.accessibility;
    const isProtected = visit.next() < profile.protection;
    visitors.returning[visitor] = visit.next() < profile.returns ? 1 : 0;
    visitors.balking[visitor] = visit.next();
    visitors.language[visitor] = draws.languages[language];
    visitors.flags[visitor] =
      (isInterpreted ? FLAG.interpreter : 0) |
      (needsAccess ? FLAG.accessible : 0) |
      (isProtected ? FLAG.protected : 0);
    visitors.companions[visitor] = Math.max(0, Math.round(draws.companions(work)));
    const speed = Math.max(SLOWEST, draws.speed(work));
    visitors.speed[visitor] = speed * (needsAccess ? profile.accessibleWalking : 1);
    visitors.patience[visitor] = Math.max(0, draws.patience(work));
    visitors.factor[visitor] =
      (isInterpreted ? profile.interpretedFactor : 1) * (needsAccess ? profile.accessibleFactor : 1);
  }

  private drawMatters(
    draws: SourceDraws,
    profile: ProfileDraws,
    visit: Stream,
    recorded?: readonly number[],
  ): void {
    this.mattersCount = 0;
    if (recorded && recorded.length > 0) for (const matter of recorded) this.bring(matter);
    else if (draws.chooseMatter) this.bring(draws.source.matters[draws.chooseMatter(visit.next())]);
    else for (const one of profile.matters) this.drawMatter(one, visit);
    for (const one of draws.more) this.drawMatter(one, visit);
  }

  private drawMatter(one: MatterDraw, visit: Stream): void {
    const isBrought = visit.next() < one.probability;
    const matter = one.choose(visit.next());
    if (isBrought) this.bring(matter);
  }

  /** One visit brings a matter once. */
  private bring(matter: number): void {
    for (let k = 0; k < this.mattersCount; k++) if (this.matters[k] === matter) return;
    this.matters[this.mattersCount++] = matter;
  }

  /** By insertion, as visits have few matters; equal ranks stay as brought. */
  private sortMatters(): void {
    const { matters, matterRank } = this;
    for (let k = 1; k < this.mattersCount; k++) {
      const matter = matters[k];
      let at = k;
      for (; at > 0 && matterRank[matters[at - 1]] > matterRank[matter]; at--) matters[at] = matters[at - 1];
      matters[at] = matter;
    }
  }

  /**
   * The stages of the visit with their durations. Every matter draws the same, used or not: kiosk, greeting,
   * guard and hand-over, so that a change in one of their shares leaves all other draws as they are.
   */
  private drawStages(visitor: number, visit: Stream, work: Stream): void {
    const { model } = this;
    let count = 0;
    const goesToHost = visit.next() < this.greetingShare;
    if (goesToHost) count += this.addStage(visitor, count, model.greetingStage, 0, true, work);
    const goesToKiosk = !goesToHost && model.kioskStage >= 0;
    const kioskStay = count;
    if (goesToKiosk) count += this.addStage(visitor, count, model.kioskStage, 0, true, work);
    for (let k = 0; k < this.mattersCount; k++) {
      const matter = this.byMatter[this.matters[k]];
      const { stage, kioskStage, handOverStage } = matter;
      const bySelf = visit.next() < matter.kioskShare && goesToKiosk;
      const byHost = visit.next() < matter.atGreeting && goesToHost;
      const isGuarded = visit.next() < matter.guard;
      const isHandedOver = visit.next() < matter.handOverShare;
      const flags = (isGuarded ? STAGE_FLAG.guard : 0) | (byHost ? STAGE_FLAG.solvedAtGreeting : 0);
      if (kioskStage >= 0) count += this.addKiosk(visitor, kioskStay, count, kioskStage, bySelf, work);
      count += this.addStage(visitor, count, stage, flags, !bySelf, work);
      if (handOverStage >= 0)
        count += this.addStage(visitor, count, handOverStage, flags, isHandedOver && !bySelf, work);
    }
    this.visitors.stageCount[visitor] = count;
  }

  /** A matter done at the kiosk: the first one in the stay that takes the ticket, further ones after it. */
  private addKiosk(
    visitor: number,
    stay: number,
    count: number,
    stage: number,
    isUsed: boolean,
    work: Stream,
  ): number {
    const { visitors, model } = this;
    const slot = visitor * visitors.stagesMax + stay;
    const joinsStay = isUsed && visitors.stage[slot] === model.kioskStage;
    const ticketTime = visitors.service[slot];
    const added = this.addStage(visitor, joinsStay ? stay : count, stage, 0, isUsed, work);
    if (!joinsStay) return added;
    visitors.service[slot] += ticketTime;
    return 0;
  }

  /** Draws the stage's durations, and puts it into the visit if it is used; how many were put. */
  private addStage(
    visitor: number,
    position: number,
    stage: number,
    flags: number,
    isUsed: boolean,
    work: Stream,
  ): number {
    const { visitors } = this;
    const draws = this.byStage[stage];
    const service = draws.service.from(work);
    const preparation = draws.preparation.from(work);
    const settling = draws.settling.from(work);
    const leaving = draws.leaving.from(work);
    const afterWork = draws.afterWork.from(work);
    if (!isUsed) return 0;
    const slot = visitor * visitors.stagesMax + position;
    visitors.stage[slot] = stage;
    visitors.stageFlags[slot] = flags;
    visitors.service[slot] = service;
    visitors.preparation[slot] = preparation;
    visitors.settling[slot] = settling;
    visitors.leaving[slot] = leaving;
    visitors.afterWork[slot] = afterWork;
    return 1;
  }
}

function sourceDraws(source: Source): SourceDraws {
  return {
    source,
    chooseProfile: chooser(source.profileWeights),
    chooseMatter: source.matters.length > 0 ? chooser(source.matterWeights) : null,
    more: source.more.map((one) => matterDraw(one.probability, one.matters, one.weights)),
  };
}

function profileDraws(profile: Profile, model: Model): ProfileDraws {
  const languages = Object.keys(profile.languages);
  return {
    profile,
    matters: profile.matters.map(({ probability, anyOf }) =>
      matterDraw(
        probability,
        Object.keys(anyOf).map((id) => model.ids.matters.indexOf(id)),
        Object.values(anyOf),
      ),
    ),
    chooseLanguage: chooser(Object.values(profile.languages)),
    languages: languages.map((id) => model.ids.languages.indexOf(id)),
    interpreterShares: languages.map((id) => profile.interpreter[id] ?? 0),
    companions: sampler(profile.companions),
    speed: sampler(profile.walkingSpeed),
    patience: profile.patience === null ? () => Number.POSITIVE_INFINITY : sampler(profile.patience),
  };
}

function matterDraw(probability: number, matters: readonly number[], weights: readonly number[]): MatterDraw {
  const choose = chooser(weights);
  return { probability, choose: (uniform) => matters[choose(uniform)] };
}

function matterRanks(model: Model, matters: readonly Matter[]): Float64Array {
  const { policy, sensitivities } = model.scenario;
  switch (policy.matterOrder) {
    case 'shortest-first':
      return Float64Array.from(model.matterStage, (stage) => meanOf(model.stages[stage].service));
    case 'most-sensitive-first':
      return Float64Array.from(matters, (matter) => -sensitivities[matter.sensitivity].rank);
    default:
      return new Float64Array(matters.length);
  }
}
