/**
 * The observer of privacy: who could hear, see, learn or meet what is not for them. It keeps who is where and which
 * services go on, and lets each channel add up what has ended before anything changes.
 */
import type { Model } from '../model/model.ts';
import type { Observer } from '../simulation/observer.ts';
import type { Sheet } from '../statistics/sheet.ts';
import { Babble } from './babble.ts';
import { CallOuts } from './call-outs.ts';
import type { Conflict } from './conflict.ts';
import { Data } from './data.ts';
import { Exposures } from './exposures.ts';
import { Meetings } from './meetings.ts';
import { Presence } from './presence.ts';
import { SensitivityLimits } from './sensitivity-limits.ts';
import { Services } from './services.ts';
import type { Shared, TellStretch } from './shared.ts';
import { Witnesses } from './witnesses.ts';

type Tell = ((conflict: Conflict) => void) | null;

/** Null where nothing of privacy can be measured: no limits, or no floor for those that need one. */
export function privacyObserver(
  model: Model,
  sheet: Sheet,
  tell: Tell = null,
  tellStretch: TellStretch | null = null,
): Privacy | null {
  const isCalledByName = model.scenario.policy.calls === 'name';
  if (model.hearing === null && model.seeing === null && !Data.isLimited(model) && !isCalledByName)
    return null;
  return new Privacy(model, sheet, tell, tellStretch);
}

export class Privacy implements Observer {
  private readonly services: Services;
  private readonly exposures: Exposures;
  private readonly presence: Presence | null;
  private readonly witnesses: Witnesses | null;
  private readonly meetings: Meetings | null;
  private readonly callOuts: CallOuts | null;
  private readonly data: Data | null;
  private readonly hasBabble: boolean;

  constructor(model: Model, sheet: Sheet, tell: Tell, tellStretch: TellStretch | null) {
    const { hearing, seeing, vantages, scenario } = model;
    this.services = new Services(model, sheet);
    this.exposures = new Exposures(model, sheet);
    const shared: Shared = {
      model,
      sheet,
      tell,
      tellStretch,
      services: this.services,
      limits: new SensitivityLimits(model),
      exposures: this.exposures,
    };
    const isPerceived = vantages !== null && (hearing !== null || seeing !== null);
    this.presence = isPerceived ? new Presence(vantages, model.spaces.length) : null;
    this.hasBabble = hearing !== null && scenario.acoustics.babble;
    const babble = hearing !== null && this.hasBabble ? new Babble(hearing, this.services) : null;
    this.witnesses = this.presence === null ? null : new Witnesses(shared, this.presence, babble);
    this.meetings =
      this.presence === null || seeing === null ? null : new Meetings(shared, this.presence, seeing);
    this.callOuts = scenario.policy.calls === 'name' ? new CallOuts(shared) : null;
    this.data = Data.isLimited(model) ? new Data(shared) : null;
  }

  begin(): void {
    this.services.begin();
    this.exposures.begin();
    this.presence?.begin();
    this.witnesses?.begin();
    this.meetings?.begin();
    this.callOuts?.begin();
    this.data?.begin();
  }

  arrived(_time: number, visitor: number): void {
    this.presence?.comesIn(visitor);
    this.witnesses?.comesIn(visitor);
    this.meetings?.comesIn(visitor);
    this.callOuts?.comesIn(visitor);
    this.data?.comesIn(visitor);
  }

  walks(time: number, visitor: number, from: number, to: number, until: number): void {
    this.moves(time, visitor);
    this.presence?.walks(time, visitor, from, to, until);
    this.witnesses?.walks(visitor);
    this.callOuts?.walks(visitor, to, until);
    this.data?.walks(visitor, until);
  }

  waits(_time: number, visitor: number, _stage: number, area: number, seated: boolean): void {
    this.presence?.give(visitor, area, seated);
  }

  called(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    this.presence?.giveUpSeat(visitor);
    this.services.called(time, visitor, stage, space);
    this.callOuts?.called(time, visitor, stage, clerk, space);
    this.data?.walks(visitor, time);
  }

  givesUp(_time: number, visitor: number): void {
    this.presence?.giveUpSeat(visitor);
  }

  serviceStarts(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    if (this.hasBabble) this.witnesses?.settleAll(time);
    if (this.services.starts(visitor, stage, clerk, space)) this.witnesses?.starts(time, space);
    this.callOuts?.serviceStarts(visitor, space);
    this.data?.serviceStarts(time, visitor, stage, clerk, space);
  }

  serviceEnds(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    if (this.services.isActive(space)) this.endService(time, space);
    this.callOuts?.serviceEnds(time, visitor, clerk);
    this.data?.serviceEnds(time, visitor, stage, clerk, space);
  }

  left(time: number, visitor: number): void {
    this.moves(time, visitor);
    this.meetings?.goesOut(visitor);
    this.presence?.goesOut(visitor);
    this.callOuts?.goesOut(visitor);
  }

  spaceChanges(time: number, space: number, state: number, type: number): void {
    if (this.services.isActive(space) && type !== this.services.at[space].type)
      this.witnesses?.typeChanges(time, space);
    this.services.spaceChanges(time, space, state, type);
  }

  end(time: number): void {
    const { services } = this;
    while (services.activeCount > 0) {
      const { space, visitor, clerk } = services.active[0];
      this.data?.closes(time, visitor, clerk, space);
      this.endService(time, space);
    }
    this.meetings?.end(time);
    this.exposures.end();
  }

  absent(): void {}
  clerkChanges(): void {}

  /** What the visitor perceived where it was, and who saw it there. */
  private moves(time: number, visitor: number): void {
    if (this.meetings?.isOnGuard) this.meetings.moves(time, visitor);
    this.witnesses?.moves(time, visitor);
  }

  private endService(time: number, space: number): void {
    // With babble, what is understood changes whenever somebody begins or stops to talk.
    if (this.hasBabble) this.witnesses?.settleAll(time);
    this.witnesses?.ends(time, space);
    this.services.ends(space);
  }
}
