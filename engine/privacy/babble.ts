/**
 * What else is said at the time. The intensities with which the talk in each space arrives at a vantage are the hearing
 * model's; they are added up for all that is said elsewhere at this moment.
 */
import type { Hearing } from '../model/hearing.ts';
import type { Services } from './services.ts';

const BANDS = 7;

export class Babble {
  private readonly hearing: Hearing;
  private readonly services: Services;
  private readonly intensities = new Float64Array(BANDS);

  constructor(hearing: Hearing, services: Services) {
    this.hearing = hearing;
    this.services = services;
  }

  /** By band, of all talk but that in the space; used anew by the next call. */
  at(vantage: number, space: number): Float64Array {
    const { intensities, services } = this;
    intensities.fill(0);
    for (let k = 0; k < services.activeCount; k++) {
      const other = services.active[k];
      if (other.space !== space && other.clerk >= 0)
        this.hearing.addBabble(other.manner, other.space, vantage, intensities);
    }
    return intensities;
  }
}
