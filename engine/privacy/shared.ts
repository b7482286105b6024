/** What the channels of privacy share within a day. */
import type { Model } from '../model/model.ts';
import type { Sheet } from '../statistics/sheet.ts';
import type { Conflict } from './conflict.ts';
import type { Exposures } from './exposures.ts';
import type { SensitivityLimits } from './sensitivity-limits.ts';
import type { Services } from './services.ts';

export interface Shared {
  readonly model: Model;
  readonly sheet: Sheet;
  readonly limits: SensitivityLimits;
  readonly services: Services;
  readonly exposures: Exposures;
  /** Told of each conflict when it is over, where somebody wants to know. */
  readonly tell: ((conflict: Conflict) => void) | null;
}
