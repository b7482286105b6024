/**
 * Visits from door to door: who came, how each visit ended, how long it took and what got done. A visit counts
 * for the house, and for the agency of the first matter that the visitor brought.
 */
import { OUTCOME, type Outcome } from '../simulation/observer.ts';
import { FLAG } from '../simulation/visitors.ts';
import { Observations } from './observations.ts';
import { reach, type Sheet } from './sheet.ts';

const ABSENT = 0;
const INSIDE = 1;

export class Visits {
  /** Each served visitor's time in the house in seconds; its owner is the agency or -1. */
  readonly stays = new Observations();
  private readonly sheet: Sheet;
  /** Slots of the figures of an outcome, by OUTCOME, of those who came in and of those who did not. */
  private readonly ended: readonly number[];
  private readonly absences: readonly number[];
  private readonly arrivedBase: number;
  private readonly unfinished: number;
  private readonly returning: number;
  private readonly stayTime: number;
  private readonly brought: number;
  private readonly allDone: number;
  /** By visitor: whether it is inside, and the agency of its first matter. */
  private inside = new Uint8Array(64);
  private agency = new Int32Array(64);

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    const { layout } = sheet;
    this.arrivedBase = layout.base('arrived');
    this.ended = [
      layout.base('served'),
      layout.base('reneged'),
      layout.base('balked'),
      layout.base('sentHome'),
    ];
    this.absences = [layout.base('turnedAwayFull'), layout.base('turnedAwayClosed'), layout.base('noShows')];
    this.unfinished = layout.base('unfinished');
    this.returning = layout.base('returning');
    this.stayTime = layout.base('stayTime');
    this.brought = layout.base('mattersBrought');
    this.allDone = layout.base('allDone');
  }

  begin(): void {
    this.stays.clear();
    this.inside.fill(ABSENT);
  }

  arrived(visitor: number): void {
    this.inside = reach(this.inside, visitor, ABSENT);
    this.agency = reach(this.agency, visitor, -1);
    this.inside[visitor] = INSIDE;
    this.agency[visitor] = this.firstAgency(visitor);
    if (this.isMeasured(visitor)) this.add(this.arrivedBase, visitor, 1);
    if (this.isMeasured(visitor))
      this.add(this.brought, visitor, this.sheet.visitors.mattersBrought[visitor]);
  }

  absent(time: number, outcome: Outcome): void {
    if (time < this.sheet.from) return;
    this.sheet.row[this.absences[outcome - OUTCOME.turnedAwayFull]] += 1;
  }

  left(time: number, visitor: number, outcome: Outcome): void {
    this.inside[visitor] = ABSENT;
    if (!this.isMeasured(visitor)) return;
    const { visitors } = this.sheet;
    this.add(this.ended[outcome], visitor, 1);
    if (outcome === OUTCOME.served) {
      const stay = time - visitors.arrival[visitor];
      this.add(this.stayTime, visitor, stay);
      this.stays.add(stay, this.agency[visitor]);
      if (visitors.mattersDone[visitor] >= visitors.mattersBrought[visitor])
        this.add(this.allDone, visitor, 1);
    } else if (visitors.returning[visitor] === 1) {
      this.add(this.returning, visitor, 1);
    }
  }

  /** Whoever came in and was not seen to leave is unfinished. */
  end(): void {
    for (let visitor = 0; visitor < this.inside.length; visitor++) {
      if (this.inside[visitor] === INSIDE && this.isMeasured(visitor)) this.add(this.unfinished, visitor, 1);
    }
  }

  private isMeasured(visitor: number): boolean {
    return (this.sheet.visitors.flags[visitor] & FLAG.warmUp) === 0;
  }

  private add(figure: number, visitor: number, amount: number): void {
    this.sheet.row[figure] += amount;
    const agency = this.agency[visitor];
    if (agency >= 0) this.sheet.row[figure + 1 + agency] += amount;
  }

  private firstAgency(visitor: number): number {
    const first = this.sheet.visitors.firstMatter[visitor];
    return first < 0 ? -1 : this.sheet.matterAgency[first];
  }
}
