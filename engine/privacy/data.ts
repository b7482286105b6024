/**
 * Who has a matter open without a right to it: a clerk without a mandate, or with the matters of two agencies; the
 * next at a desk whose screen is not closed yet; the next at a kiosk or printer where a paper was left; an
 * interpreter or companion. What needs consent is weighted by the share who do not give it.
 */
import { type Model, STAGE } from '../model/model.ts';
import { FLAG, type Visitors } from '../simulation/visitors.ts';
import { CAUSES, KIND_IDS } from '../statistics/scopes.ts';
import { reach } from '../statistics/sheet.ts';
import { PLAIN } from './conflict.ts';
import { ENTRY, INTEGER, OpenExposures } from './open-exposures.ts';
import type { Shared } from './shared.ts';

const NO_MANDATE = KIND_IDS.indexOf('no-mandate');
const TWO_AGENCIES = KIND_IDS.indexOf('two-agencies');
const LEFT_OPEN = KIND_IDS.indexOf('left-open');
const LEFT_PAPER = KIND_IDS.indexOf('left-paper');
const BYSTANDER = KIND_IDS.indexOf('bystander');
const PEOPLE = CAUSES.indexOf('people');
const UNLIMITED = Number.POSITIVE_INFINITY;

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
  /** By visitor: exposures of its present service. */
  private readonly open = new OpenExposures();
  /** By visitor: since when it sits at the place. */
  private sits = new Float64Array(64);
  /** By space, of the last service there: matter or -1, serial number of the visitor, clerk, and its end. */
  private readonly lastMatter: Int32Array;
  private readonly lastVisitor: Int32Array;
  private readonly lastClerk: Int32Array;
  private readonly lastEnd: Float64Array;
  /** By equipment, of the last service with it: matter or -1, and serial number of the visitor. */
  private readonly printed: Int32Array;
  private readonly printedFor: Int32Array;
  /** By visitor: for each clerk and agency that have served it, clerk × agencies + agency. */
  private readonly served: number[][] = [];
  /** How many of those are the present visitor's: lists are written over, not emptied, which would free their memory. */
  private servedCount = new Int32Array(64);
  private readonly agencies: number;
  /** What an exposure counts for; filled in anew for each. */
  private readonly scene = { cause: PEOPLE, matter: -1, space: -1, type: -1 };

  constructor(shared: Shared) {
    this.shared = shared;
    const { model } = shared;
    const { spaceTypes, equipment, profiles, policy } = model.scenario;
    this.roles = model.ids.roles.length;
    this.agencies = model.ids.agencies.length;
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
    this.lastMatter = new Int32Array(model.spaces.length);
    this.lastVisitor = new Int32Array(model.spaces.length);
    this.lastClerk = new Int32Array(model.spaces.length);
    this.lastEnd = new Float64Array(model.spaces.length);
    this.printed = new Int32Array(this.printerLeaves.length);
    this.printedFor = new Int32Array(this.printerLeaves.length);
  }

  /** Whether some matter's sensitivity limits who may have it open. */
  static isLimited({ scenario }: Model): boolean {
    return Object.values(scenario.sensitivities).some(({ data }) => data !== undefined);
  }

  begin(): void {
    this.open.clear();
    this.lastMatter.fill(-1);
    this.printed.fill(-1);
  }

  comesIn(visitor: number): void {
    if (visitor >= this.sits.length) this.sits = reach(this.sits, visitor, 0);
    this.served[visitor] ??= [];
    this.servedCount = reach(this.servedCount, visitor, 0);
    this.servedCount[visitor] = 0;
  }

  /** It sits at the place of its service from the end of its way there, or from the call where it takes no time. */
  walks(visitor: number, until: number): void {
    if (this.closeDown > 0) this.sits[visitor] = until;
  }

  serviceStarts(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    const { model, sheet } = this.shared;
    const kind = sheet.stageKind[stage];
    const matter = sheet.stageMatter[stage];
    const isMeasured = (this.visitors.flags[visitor] & FLAG.warmUp) === 0;
    if (kind >= STAGE.service) {
      if (isMeasured) this.opens(time, visitor, stage, clerk, space);
      if (clerk >= 0) {
        const agency = model.matterAgency[matter];
        this.served[visitor][this.servedCount[visitor]++] = clerk * this.agencies + agency;
      }
      if (this.hasPrinters) this.printsAgain(time, visitor, clerk, matter, isMeasured);
    } else if (kind === STAGE.kiosk && space >= 0) {
      const leaves = this.kioskLeaves[this.shared.services.at[space].type];
      const left = this.lastMatter[space];
      if (left >= 0 && leaves > 0 && isMeasured && this.isLimited(left))
        this.exposes(time, visitor, LEFT_PAPER, this.people(visitor), leaves, left, this.lastVisitor[space]);
    }
  }

  serviceEnds(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    this.closes(time, visitor, clerk, space);
    const { sheet } = this.shared;
    if (space < 0 || sheet.stageKind[stage] === STAGE.greeting) return;
    this.lastMatter[space] = sheet.stageMatter[stage];
    this.lastVisitor[space] = this.visitors.serial[visitor];
    this.lastClerk[space] = clerk;
    this.lastEnd[space] = time;
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
      if (this.hasServedAnother(visitor, clerk, model.matterAgency[matter]))
        this.exposes(time, visitor, TWO_AGENCIES, 1, this.noConsent.agencies[profile], matter);
    }
    const companions = visitors.companions[visitor];
    if (companions > 0)
      this.exposes(time, visitor, BYSTANDER, companions, this.noConsent.companions[profile], matter);
    if (visitors.interpreter[visitor] >= 0)
      this.exposes(time, visitor, BYSTANDER, 1, this.noConsent.interpreter[profile], matter);
  }

  /** The clerk has not closed the case of the visitor before when this one sits down. */
  private lastCase(time: number, visitor: number, clerk: number, space: number): void {
    if (space < 0 || this.closeDown === 0) return;
    const matter = this.lastMatter[space];
    const former = this.lastVisitor[space];
    const isAnother = former !== this.visitors.serial[visitor];
    if (matter < 0 || !isAnother || this.lastClerk[space] !== clerk || !this.isLimited(matter)) return;
    const from = Math.min(this.sits[visitor], time);
    const until = this.lastEnd[space] + this.closeDown;
    if (until > from) this.exposes(from, visitor, LEFT_OPEN, this.people(visitor), 1, matter, former, until);
  }

  /** Who uses a printer next finds what was left there, unless mandated for it; and may leave something. */
  private printsAgain(
    time: number,
    visitor: number,
    clerk: number,
    matter: number,
    isMeasured: boolean,
  ): void {
    const { visitors } = this;
    const { model } = this.shared;
    const { choices } = model.queues[visitors.servedQueue[visitor]];
    const { equipment } = choices[visitors.servedChoice[visitor]];
    for (let k = 0; k < equipment.length; k++) {
      const printer = equipment[k];
      const leaves = this.printerLeaves[printer];
      if (leaves === 0) continue;
      const left = this.printed[printer];
      const isAnother = this.printedFor[printer] !== visitors.serial[visitor];
      if (left >= 0 && isAnother && isMeasured && this.isLimited(left) && !this.isMandated(clerk, left))
        this.exposes(time, visitor, LEFT_PAPER, 1, leaves, left, this.printedFor[printer], UNLIMITED, -1);
      this.printed[printer] = matter;
      this.printedFor[printer] = visitors.serial[visitor];
    }
  }

  private isMandated(clerk: number, matter: number): boolean {
    if (clerk < 0) return false;
    const { model } = this.shared;
    const at = model.matterStage[matter] * this.roles + this.roleOf[clerk];
    return model.speedOf[at] > 0 && model.missingParts[at] === 0;
  }

  private hasServedAnother(visitor: number, clerk: number, agency: number): boolean {
    const served = this.served[visitor];
    for (let k = 0; k < this.servedCount[visitor]; k++) {
      if (Math.floor(served[k] / this.agencies) === clerk && served[k] % this.agencies !== agency)
        return true;
    }
    return false;
  }

  private isLimited(matter: number): boolean {
    return this.shared.limits.data[matter] < UNLIMITED;
  }

  private people(visitor: number): number {
    return 1 + this.visitors.companions[visitor];
  }

  /**
   * From a time on until the service ends, or `until`. `former` is the serial number of the visitor whose matter it is
   * where that is another; then `witness` is who perceives it, by default the present one.
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
  ): void {
    if (probability <= 0) return;
    const { open } = this;
    const entry = open.add(visitor, kind, witness);
    const { integers, rows } = open;
    rows[entry + ENTRY.probability] = probability;
    rows[entry + ENTRY.from] = from;
    rows[entry + ENTRY.to] = until;
    integers[entry + INTEGER.vantage] = -1;
    integers[entry + INTEGER.persons] = persons;
    integers[entry + INTEGER.matter] = matter;
    integers[entry + INTEGER.subject] = former < 0 ? this.visitors.serial[visitor] : former;
  }

  /** The service of the visitor is over, or the day is. */
  closes(time: number, visitor: number, clerk: number, space: number): void {
    const { open } = this;
    const first = open.firstOf(visitor);
    if (first < 0) return;
    const { scene } = this;
    const { integers, rows } = open;
    const { exposures, limits, services, tell, tellStretch } = this.shared;
    const type = space < 0 ? -1 : services.at[space].type;
    for (let entry = first; entry >= 0; entry = integers[entry + INTEGER.next]) {
      const from = rows[entry + ENTRY.from];
      const to = Math.min(time, rows[entry + ENTRY.to]);
      const seconds = to - from;
      const matter = integers[entry + INTEGER.matter];
      const persons = integers[entry + INTEGER.persons];
      const probability = rows[entry + ENTRY.probability];
      const kind = integers[entry + INTEGER.kind];
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
        ...open.told(entry),
        to,
        seconds,
        kind,
        visitor: integers[entry + INTEGER.subject],
        matter,
        space,
        clerk,
        cause: PEOPLE,
      });
    }
    open.close(visitor);
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
