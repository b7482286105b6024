/** The service in a space as it is watched: what others have perceived of it until now. One a space, written over for the next. */
import { KIND_IDS } from '../statistics/scopes.ts';
import { type FreeExposures, OpenExposures } from './open-exposures.ts';
import type { ServiceKind } from './service-kind.ts';
import type { ServiceAt } from './services.ts';

/** What of a service can be perceived. */
const PERCEIVED = ['talk', 'screen', 'papers', 'telling-place'] as const;
export const TALK = PERCEIVED.indexOf('talk');
export const SCREEN = PERCEIVED.indexOf('screen');
export const PAPERS = PERCEIVED.indexOf('papers');
export const TELLING_PLACE = PERCEIVED.indexOf('telling-place');

/** What of a service has been perceived, of one kind, and not been counted yet. */
export class Perceived {
  /** An index of KIND_IDS. */
  readonly kind: number;
  /** Seconds after which to have perceived it is a conflict. */
  conflictFrom = Number.NaN;
  /** Seconds, times people and probabilities; those understood; conflicts by their probability. */
  exposure = Number.NaN;
  understood = Number.NaN;
  conflicts = Number.NaN;

  constructor(kind: number) {
    this.kind = kind;
    this.clear();
  }

  clear(): void {
    this.exposure = this.understood = this.conflicts = 0;
  }
}

export class Watched {
  readonly service: ServiceAt;
  /** Its kind; null while there is no service of which anything is not for all. */
  kind: ServiceKind | null = null;
  /** Until when what was perceived has been added: at first, when it began. */
  settled = Number.NaN;
  /** By who perceives what. */
  readonly open: OpenExposures;
  /** By what it is, as numbered here. */
  readonly perceived: readonly Perceived[] = PERCEIVED.map((kind) => new Perceived(KIND_IDS.indexOf(kind)));

  constructor(service: ServiceAt, free: FreeExposures) {
    this.service = service;
    this.open = new OpenExposures(free);
  }

  ends(): void {
    this.open.close();
    this.kind = null;
  }

  /** As in the morning. */
  clear(): void {
    this.ends();
    for (const one of this.perceived) one.clear();
  }
}
