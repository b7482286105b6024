/** What the channels of privacy share within a day. */
import type { Model } from '../model/model.ts';
import type { Sheet } from '../statistics/sheet.ts';
import type { Conflict } from './conflict.ts';
import type { Exposures } from './exposures.ts';
import type { SensitivityLimits } from './sensitivity-limits.ts';
import type { Services } from './services.ts';

/**
 * Takes a stretch of time in which a visit perceives something: person-seconds, evenly between the two times (on a way
 * only about so). `kind` is an index of KIND_IDS; the space is where it happens, -1 on a way. All of a day add up to
 * its exposure.
 */
export type TellStretch = (kind: number, space: number, from: number, to: number, exposure: number) => void;

export interface Shared {
  readonly model: Model;
  readonly sheet: Sheet;
  readonly limits: SensitivityLimits;
  readonly services: Services;
  readonly exposures: Exposures;
  /** Told of each conflict when it is over, where somebody wants to know. */
  readonly tell: ((conflict: Conflict) => void) | null;
  /** Told of each stretch of exposure, conflict or not, where somebody wants to know when it was. */
  readonly tellStretch: TellStretch | null;
}
