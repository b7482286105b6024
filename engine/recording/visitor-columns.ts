/** Who came in on a recorded day: one row a visitor, in the order of arrival, with what does not change during the visit. */
import type { Visitors } from '../simulation/visitors.ts';
import { doubled } from './doubled.ts';

export interface VisitorTable {
  readonly length: number;
  /** The visitor's number in the table of events; numbers go up, with gaps for those who did not come in. */
  readonly serial: Int32Array;
  /** The serial number of the first of those who came together; its own for one who came alone. */
  readonly party: Int32Array;
  /** Dense indices of the model. */
  readonly source: Int32Array;
  readonly profile: Int32Array;
  readonly language: Int32Array;
  /** The first of the matters brought, or -1; and how many were. */
  readonly firstMatter: Int32Array;
  readonly mattersBrought: Int32Array;
  /** Bits of FLAG. */
  readonly flags: Int32Array;
  readonly companions: Int32Array;
}

export class VisitorColumns implements VisitorTable {
  length = 0;
  serial = new Int32Array(128);
  party = new Int32Array(128);
  source = new Int32Array(128);
  profile = new Int32Array(128);
  language = new Int32Array(128);
  firstMatter = new Int32Array(128);
  mattersBrought = new Int32Array(128);
  flags = new Int32Array(128);
  companions = new Int32Array(128);

  clear(): void {
    this.length = 0;
  }

  /** Adds the visitor in a slot of the live table. */
  add(visitors: Visitors, slot: number): void {
    if (this.length === this.serial.length) this.grow();
    const row = this.length++;
    this.serial[row] = visitors.serial[slot];
    this.party[row] = visitors.party[slot];
    this.source[row] = visitors.source[slot];
    this.profile[row] = visitors.profile[slot];
    this.language[row] = visitors.language[slot];
    this.firstMatter[row] = visitors.firstMatter[slot];
    this.mattersBrought[row] = visitors.mattersBrought[slot];
    this.flags[row] = visitors.flags[slot];
    this.companions[row] = visitors.companions[slot];
  }

  copy(): VisitorTable {
    const { length } = this;
    return {
      length,
      serial: this.serial.slice(0, length),
      party: this.party.slice(0, length),
      source: this.source.slice(0, length),
      profile: this.profile.slice(0, length),
      language: this.language.slice(0, length),
      firstMatter: this.firstMatter.slice(0, length),
      mattersBrought: this.mattersBrought.slice(0, length),
      flags: this.flags.slice(0, length),
      companions: this.companions.slice(0, length),
    };
  }

  private grow(): void {
    this.serial = doubled(this.serial);
    this.party = doubled(this.party);
    this.source = doubled(this.source);
    this.profile = doubled(this.profile);
    this.language = doubled(this.language);
    this.firstMatter = doubled(this.firstMatter);
    this.mattersBrought = doubled(this.mattersBrought);
    this.flags = doubled(this.flags);
    this.companions = doubled(this.companions);
  }
}
