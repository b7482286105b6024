/** What the sensitivity of each matter allows, by channel, as columns. */
import type { Model } from '../model/model.ts';
import type { Scenario } from '../scenario/schema.ts';

type Sensitivity = Scenario['sensitivities'][string];

export class SensitivityLimits {
  /** By matter: the highest STI that others may have; 1 for any. */
  readonly sti: Float64Array;
  /** By matter: seconds from which an exposure is a conflict; infinite where the channel is not limited. */
  readonly talk: Float64Array;
  readonly sight: Float64Array;
  readonly seen: Float64Array;
  readonly data: Float64Array;
  readonly presence: Float64Array;
  /** The strictest of the limits to presence: of visitors under non-disclosure. */
  readonly presenceStrictest: number;

  constructor({ scenario }: Model) {
    const { matters, sensitivities } = scenario;
    const ofMatters = Object.values(matters).map(({ sensitivity }) => sensitivity);
    const column = (limit: (one: Sensitivity) => number | undefined, none: number) =>
      Float64Array.from(ofMatters, (name) => {
        const one: Sensitivity | undefined = sensitivities[name];
        return one === undefined ? none : (limit(one) ?? none);
      });
    const never = Number.POSITIVE_INFINITY;
    this.sti = column(({ speech }) => speech?.sti, 1);
    this.talk = column(({ speech }) => speech?.time, never);
    this.sight = column(({ sight }) => sight?.time, never);
    this.seen = column(({ seen }) => seen?.time, never);
    this.data = column(({ data }) => data?.time, never);
    this.presence = column(({ presence }) => presence?.time, never);
    this.presenceStrictest = Object.values(sensitivities).reduce(
      (least, { presence }) => Math.min(least, presence?.time ?? never),
      never,
    );
  }
}
