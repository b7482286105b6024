/**
 * Who has a matter open without a right to it: a clerk without a mandate, or with the matters of two agencies; the
 * next at a desk whose screen is not closed yet; the next at a kiosk or printer where a paper was left; an
 * interpreter or companion. What needs consent is weighted by the share who do not give it.
 */
import { type Model, STAGE } from '../model/model.ts';
import { FLAG, type Visitors } from '../simulation/visitors.ts';
import { CAUSES, KIND_IDS } from '../statistics/scopes.ts';
import { PLAIN } from './conflict.ts';
import { FreeExposures, type OpenExposure, OpenExposures } from './open-exposures.ts';
import type { Shared } from './shared.ts';

const NO_MANDATE = KIND_IDS.indexOf('no-mandate');
const TWO_AGENCIES = KIND_IDS.indexOf('two-agencies');
const LEFT_OPEN = KIND_IDS.indexOf('left-open');
const LEFT_PAPER = KIND_IDS.indexOf('left-paper');
const BYSTANDER = KIND_IDS.indexOf('bystander');
const PEOPLE = CAUSES.indexOf('people');
const UNLIMITED = Number.POSITIVE_INFINITY;

/** A visitor who is inside, or the last in its slot. */
class Guest {
  /** Exposures of its present service. */
  readonly open: OpenExposures;
  /** Since when it sits at the place. */
  sits = Number.NaN;
  /** The clerks who have served it, each with the agency of the matter; of either the first so many. */
  readonly clerks: number[] = [];
  readonly agencies: number[] = [];
  servedCount = 0;

  constructor(free: FreeExposures) {
    this.open = new OpenExposures(free);
  }

  served(clerk: number, agency: number): void {
    this.clerks[this.servedCount] = clerk;
    this.agencies[this.servedCount++] = agency;
  }

  /** Whether the clerk has served it in a matter of another agency. */
  isKnownTo(clerk: number, agency: number): boolean {
    for (let k = 0; k < this.servedCount; k++)
      if (this.clerks[k] === clerk && this.agencies[k] !== agency) return true;
    return false;
  }
}

/** The last service at a place, or with a piece of equipment. */
class LastUse {
  /** -1 where there was none yet. */
  matter = -1;
  /** Serial numbers of the visitor and of the first of its party, the clerk, and when it ended. */
  visitor = -1;
  party = -1;
  clerk = -1;
  end = Number.NaN;
}

export class Data {
  private readonly shared: Shared;
  private readonly roles: number;
  private readonly roleOf: Int32Array;
  private readonly closeDown: number;
  /** By space type, and by equipment: the probability that a use leaves a paper. */
  private readonly kioskLeaves: Float64Array;
  private readonly hasPrinters: boolean;
  private readonly printerLeaves: Float64Array;
  /** By profile: shares who do not agree. */
  private readonly noConsent: { agencies: Float64Array; companions: Float64Array; interpreter: Float64Array };
  /** By visitor. */
  private readonly guests: Guest[] = [];
  private readonly free = new FreeExposures();
  /** By space, and by equipment. */
  private readonly lastAt: readonly LastUse[];
  private readonly lastWith: readonly LastUse[];
  /** What an exposure counts for; filled in anew for each. */
  private readonly scene = { cause: PEOPLE, matter: -1, space: -1, type: -1 };

  constructor(shared: Shared) {
    this.shared = shared;
    const { model } = shared;
    const { spaceTypes, equipment, profiles, policy } = model.scenario;
    this.roles = model.ids.roles.length;
    this.roleOf = model.clerkRole;
    this.closeDown = policy.closeDown;
    this.kioskLeaves = Float64Array.from(Object.values(spaceTypes), ({ leaves }) => leaves);
    this.printerLeaves = Float64Array.from(Object.values(equipment), ({ leaves }) => leaves);
    this.hasPrinters = this.printerLeaves.some((leaves) => leaves > 0);
    const without = (of: keyof Data['noConsent']) =>
      Float64Array.from(Object.values(profiles), ({ consent }) => 1 - consent[of]);
    this.noConsent = {
      agencies: without('agencies'),
      companions: without('companions'),
      interpreter: without('interpreter'),
    };
    this.lastAt = model.spaces.map(() => new LastUse());
    this.lastWith = Array.from(this.printerLeaves, () => new LastUse());
  }

  /** Whether some matter's sensitivity limits who may have it open. */
  static isLimited({ scenario }: Model): boolean {
    return Object.values(scenario.sensitivities).some(({ data }) => data !== undefined);
  }

  begin(): void {
    for (const { open } of this.guests) open.close();
    for (const last of this.lastAt) last.matter = -1;
    for (const last of this.lastWith) last.matter = -1;
  }

  comesIn(visitor: number): void {
    for (let slot = this.guests.length; slot <= visitor; slot++) this.guests.push(new Guest(this.free));
    this.guests[visitor].servedCount = 0;
  }

  /** It sits at the place of its service from the end of its way there, or from the call where it takes no time. */
  walks(visitor: number, until: number): void {
    this.guests[visitor].sits = until;
  }

  serviceStarts(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    const { model, sheet } = this.shared;
    const kind = sheet.stageKind[stage];
    const matter = sheet.stageMatter[stage];
    const isMeasured = (this.visitors.flags[visitor] & FLAG.warmUp) === 0;
    if (kind >= STAGE.service) {
      if (isMeasured) this.opens(time, visitor, stage, clerk, space);
      if (clerk >= 0) this.guests[visitor].served(clerk, model.matterAgency[matter]);
      if (this.hasPrinters && isMeasured) this.findsPapers(time, visitor, clerk);
    } else if (kind === STAGE.kiosk && space >= 0) {
      const leaves = this.kioskLeaves[this.shared.services.at[space].type];
      const last = this.lastAt[space];
      const isAnother = last.party !== this.visitors.party[visitor];
      if (last.matter >= 0 && isAnother && leaves > 0 && isMeasured && this.isLimited(last.matter))
        this.exposes(time, visitor, LEFT_PAPER, this.people(visitor), leaves, last.matter, last.visitor);
    }
  }

  serviceEnds(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    this.closes(time, visitor, clerk, space);
    const { sheet } = this.shared;
    if (this.hasPrinters && sheet.stageKind[stage] >= STAGE.service)
      this.leavesPapers(visitor, sheet.stageMatter[stage]);
    if (space < 0 || sheet.stageKind[stage] === STAGE.greeting) return;
    const last = this.lastAt[space];
    last.matter = sheet.stageMatter[stage];
    last.visitor = this.visitors.serial[visitor];
    last.party = this.visitors.party[visitor];
    last.clerk = clerk;
    last.end = time;
  }

  /** A service with a clerk: mandate, agencies, the last case, who else is there. */
  private opens(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    const { visitors } = this;
    const { model, sheet } = this.shared;
    const matter = sheet.stageMatter[stage];
    this.lastCase(time, visitor, clerk, space);
    if (!this.isLimited(matter)) return;
    const profile = visitors.profile[visitor];
    if (clerk >= 0) {
      if (model.missingParts[stage * this.roles + this.roleOf[clerk]] > 0)
        this.exposes(time, visitor, NO_MANDATE, 1, 1, matter);
      if (this.guests[visitor].isKnownTo(clerk, model.matterAgency[matter]))
        this.exposes(time, visitor, TWO_AGENCIES, 1, this.noConsent.agencies[profile], matter);
    }
    const companions = visitors.companions[visitor];
    if (companions > 0)
      this.exposes(time, visitor, BYSTANDER, companions, this.noConsent.companions[profile], matter);
    const interpreter = visitors.interpreter[visitor];
    if (interpreter < 0) return;
    const one = this.exposes(time, visitor, BYSTANDER, 1, this.noConsent.interpreter[profile], matter);
    if (one !== null) one.interpreter = interpreter;
  }

  /** The clerk has not closed the case of the visitor before when this one sits down. */
  private lastCase(time: number, visitor: number, clerk: number, space: number): void {
    if (space < 0 || this.closeDown === 0) return;
    const { matter, visitor: former, party, clerk: formerClerk, end } = this.lastAt[space];
    const isAnother = party !== this.visitors.party[visitor];
    if (matter < 0 || !isAnother || formerClerk !== clerk || !this.isLimited(matter)) return;
    const from = Math.min(this.guests[visitor].sits, time);
    const until = end + this.closeDown;
    if (until > from) this.exposes(from, visitor, LEFT_OPEN, this.people(visitor), 1, matter, former, until);
  }

  /** Who uses a printer next finds what was left there, unless mandated for it. */
  private findsPapers(time: number, visitor: number, clerk: number): void {
    const { visitors } = this;
    for (const printer of this.printersOf(visitor)) {
      const leaves = this.printerLeaves[printer];
      const { matter, visitor: former, party } = this.lastWith[printer];
      if (leaves === 0 || matter < 0 || party === visitors.party[visitor]) continue;
      if (this.isLimited(matter) && !this.isMandated(clerk, matter))
        this.exposes(time, visitor, LEFT_PAPER, 1, leaves, matter, former, UNLIMITED, -1);
    }
  }

  /** Once its service is over. */
  private leavesPapers(visitor: number, matter: number): void {
    for (const printer of this.printersOf(visitor)) {
      const last = this.lastWith[printer];
      last.matter = matter;
      last.visitor = this.visitors.serial[visitor];
      last.party = this.visitors.party[visitor];
    }
  }

  private printersOf(visitor: number): readonly number[] {
    const { servedQueue, servedChoice } = this.visitors;
    return this.shared.model.queues[servedQueue[visitor]].choices[servedChoice[visitor]].equipment;
  }

  private isMandated(clerk: number, matter: number): boolean {
    if (clerk < 0) return false;
    const { model } = this.shared;
    const at = model.matterStage[matter] * this.roles + this.roleOf[clerk];
    return model.speedOf[at] > 0 && model.missingParts[at] === 0;
  }

  private isLimited(matter: number): boolean {
    return this.shared.limits.data[matter] < UNLIMITED;
  }

  private people(visitor: number): number {
    return 1 + this.visitors.companions[visitor];
  }

  /**
   * From a time on until the service ends, or `until`. `former` is the serial number of the visitor whose matter it is
   * where that is another; then `witness` is who perceives it, by default the present one. Null where that is impossible.
   */
  private exposes(
    from: number,
    visitor: number,
    kind: number,
    persons: number,
    probability: number,
    matter: number,
    former = -1,
    until = UNLIMITED,
    witness = former < 0 ? -1 : this.visitors.serial[visitor],
  ): OpenExposure | null {
    if (probability <= 0) return null;
    const one = this.guests[visitor].open.add(kind, witness);
    const { trace } = one;
    one.probability = probability;
    trace.begin(from);
    trace.to = until;
    trace.persons = persons;
    one.matter = matter;
    one.interpreter = -1;
    one.subject = former < 0 ? this.visitors.serial[visitor] : former;
    return one;
  }

  /** The service of the visitor is over, or the day is. */
  closes(time: number, visitor: number, clerk: number, space: number): void {
    const { open } = this.guests[visitor];
    if (open.first === null) return;
    const { scene } = this;
    const { exposures, limits, services, tell, tellStretch } = this.shared;
    const type = space < 0 ? -1 : services.at[space].type;
    for (let one: OpenExposure | null = open.first; one !== null; one = one.next) {
      const { matter, probability, kind, trace } = one;
      const { from, persons } = trace;
      const to = Math.min(time, trace.to);
      const seconds = to - from;
      const isConflict = seconds >= limits.data[matter] && seconds > 0;
      scene.matter = matter;
      scene.space = space;
      scene.type = type;
      const exposure = seconds * persons * probability;
      exposures.add(kind, scene, exposure, 0, isConflict ? probability : 0);
      tellStretch?.(kind, space, from, to, exposure);
      if (!isConflict) continue;
      tell?.({
        ...PLAIN,
        ...one.told(),
        to,
        seconds,
        kind,
        visitor: one.subject,
        matter,
        space,
        clerk,
        interpreter: one.interpreter,
        cause: PEOPLE,
      });
    }
    open.close();
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
