/**
 * All that is to be drawn of a moment of a day: who is where, doing what. Columns are written anew for each moment, so that
 * nothing is made per visitor and frame.
 */
import { CLERK, SPACE } from '../../engine/simulation/observer.ts';
import type { House } from '../engine/house.ts';
import { clerkDoing, DOING, isAtPlace, newDoing, rowOf, spaceDoing, visitorDoing } from '../replay/doing.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { locate, newPosition, visitInside } from '../replay/whereabouts.ts';
import { Lines } from './lines.ts';
import { StaffPlaces } from './staff-places.ts';

/** In metres: who walks the same way keeps a little to the side. */
const ASIDE = 0.09;

export class Moment {
  time = Number.NaN;
  /** Visitors who are drawn, in the order of arrival. */
  count = 0;
  row = new Int32Array(64);
  /** Metres on the plan. */
  x = new Float32Array(64);
  y = new Float32Array(64);
  /** Of DOING; of walkers, which way: an angle in the plan, anticlockwise from the right. */
  state = new Uint8Array(64);
  angle = new Float32Array(64);
  /** Where it is served or waits: a space, or -1. */
  space = new Int32Array(64);
  /** Of the matter under way, or else of the one that it has come for; -1 for none. */
  agency = new Int16Array(64);
  /** By space: of SPACE, its type, and the row of the visitor who has it, or -1; how many find no spot there. */
  readonly spaceState: Uint8Array;
  readonly spaceType: Int16Array;
  readonly spaceVisitor: Int32Array;
  /** Of that visitor's matter, or -1. */
  readonly spaceAgency: Int16Array;
  readonly spaceMore: Int32Array;
  /** The matter that is dealt with there, with or without a clerk; -1 for none. */
  readonly spaceMatter: Int16Array;
  /** The matter that is talked about there with a clerk, and that clerk; -1 for none. */
  readonly spaceTalk: Int16Array;
  readonly spaceClerk: Int32Array;
  /** By clerk: of CLERK, its space and its visitor's row, or -1; and where it is drawn, NaN where it is not. */
  readonly clerkState: Uint8Array;
  readonly clerkSpace: Int32Array;
  readonly clerkVisitor: Int32Array;
  readonly clerkX: Float32Array;
  readonly clerkY: Float32Array;
  readonly lines: Lines;
  private readonly house: House;
  private readonly staff: StaffPlaces;
  private readonly doing = newDoing();
  private readonly at = newPosition();
  private day: ReplayDay | null = null;

  constructor(house: House) {
    this.house = house;
    const spaces = house.plan.spaces.length;
    const clerks = house.clerks.length;
    this.spaceState = new Uint8Array(spaces);
    this.spaceType = new Int16Array(spaces);
    this.spaceVisitor = new Int32Array(spaces);
    this.spaceAgency = new Int16Array(spaces);
    this.spaceMatter = new Int16Array(spaces);
    this.spaceTalk = new Int16Array(spaces);
    this.spaceClerk = new Int32Array(spaces);
    this.spaceMore = new Int32Array(spaces);
    this.clerkState = new Uint8Array(clerks);
    this.clerkSpace = new Int32Array(clerks);
    this.clerkVisitor = new Int32Array(clerks);
    this.clerkX = new Float32Array(clerks);
    this.clerkY = new Float32Array(clerks);
    this.lines = new Lines(house);
    this.staff = new StaffPlaces(house);
  }

  set(day: ReplayDay, time: number): void {
    this.day = day;
    this.time = time;
    this.setSpaces(day);
    this.count = 0;
    this.lines.begin();
    visitInside(day, time, this.add);
    this.setClerks(day);
  }

  private readonly add = (row: number): void => {
    const { doing, at, time, house, day } = this;
    if (day === null) return;
    const { spaces } = house.plan;
    visitorDoing(day, house.stages, spaces.length, row, time, doing);
    locate(day, row, time, at);
    const { state, space } = doing;
    const agency = this.agencyOf(day, row, doing.stage);
    if (state === DOING.waiting && space < 0) this.lines.stand(agency, at);
    if ((state === DOING.called || isService(state)) && space >= 0) {
      this.spaceVisitor[space] = row;
      this.spaceAgency[space] = agency;
      if (isService(state)) this.spaceMatter[space] = this.matterOf(day, row, doing.stage);
      if (doing.clerk >= 0 && (state === DOING.served || state === DOING.greeted)) {
        this.spaceTalk[space] = this.matterOf(day, row, doing.stage);
        this.spaceClerk[space] = doing.clerk;
      }
      // Who was served without a way to the place, as where there are no distances.
      if (Number.isNaN(at.x)) [at.x, at.y] = spaces[space].visitorAt;
    }
    if (state === DOING.waiting && space >= 0 && this.isLastSpot(space)) {
      this.spaceMore[space]++;
      return;
    }
    if (Number.isNaN(at.x)) return;
    if (this.count === this.row.length) this.grow();
    const k = this.count++;
    this.row[k] = row;
    this.state[k] = state;
    this.agency[k] = agency;
    this.space[k] = space;
    this.x[k] = at.x;
    this.y[k] = at.y;
    this.angle[k] = 0;
    const speed = Math.hypot(at.dx, at.dy);
    if (speed === 0) return;
    const aside = (((row * 7) % 5) - 2) * ASIDE;
    this.x[k] += (aside * at.dy) / speed;
    this.y[k] -= (aside * at.dx) / speed;
    this.angle[k] = Math.atan2(at.dy, at.dx);
  };

  private agencyOf(day: ReplayDay, row: number, stage: number): number {
    const matter = this.matterOf(day, row, stage);
    return matter < 0 ? -1 : this.house.matterAgency[matter];
  }

  /** Under way, or else the first one brought: what a greeting is about. */
  private matterOf({ visitors }: ReplayDay, row: number, stage: number): number {
    const matter = stage < 0 ? -1 : this.house.stages[stage].matter;
    return matter < 0 ? visitors.firstMatter[row] : matter;
  }

  /** Whether the visitor at hand has the spot of all who find no other. */
  private isLastSpot(area: number): boolean {
    const { standing } = this.house.plan.spaces[area];
    const last = standing.length - 2;
    return last > 0 && this.at.x === standing[last] && this.at.y === standing[last + 1];
  }

  private setSpaces(day: ReplayDay): void {
    const { spaceTypes } = this.house;
    for (let space = 0; space < this.spaceState.length; space++) {
      spaceDoing(day, space, spaceTypes[space], this.time, this.doing);
      this.spaceState[space] = this.doing.state;
      this.spaceType[space] = this.doing.type;
    }
    this.spaceVisitor.fill(-1);
    this.spaceAgency.fill(-1);
    this.spaceTalk.fill(-1);
    this.spaceMatter.fill(-1);
    this.spaceClerk.fill(-1);
    this.spaceMore.fill(0);
  }

  private setClerks(day: ReplayDay): void {
    const { doing, staff } = this;
    staff.begin();
    for (let clerk = 0; clerk < this.clerkState.length; clerk++) {
      clerkDoing(day, clerk, this.time, doing);
      const { state, visitor } = doing;
      let { space } = doing;
      // Who works on after the visitor has left the place to somebody else.
      if (state === CLERK.afterWork && space >= 0 && this.spaceState[space] === SPACE.occupied) space = -1;
      this.clerkState[clerk] = state;
      this.clerkSpace[clerk] = space;
      this.clerkVisitor[clerk] = isAtPlace(state) && state !== CLERK.afterWork ? rowOf(day, visitor) : -1;
      staff.place(clerk, state, space, this.clerkX, this.clerkY);
    }
  }

  private grow(): void {
    this.row = longer(this.row, new Int32Array(2 * this.row.length));
    this.x = longer(this.x, new Float32Array(2 * this.x.length));
    this.y = longer(this.y, new Float32Array(2 * this.y.length));
    this.state = longer(this.state, new Uint8Array(2 * this.state.length));
    this.angle = longer(this.angle, new Float32Array(2 * this.angle.length));
    this.space = longer(this.space, new Int32Array(2 * this.space.length));
    this.agency = longer(this.agency, new Int16Array(2 * this.agency.length));
  }
}

const isService = (state: number): boolean =>
  state === DOING.served || state === DOING.greeted || state === DOING.atKiosk;

function longer<T extends Int32Array | Float32Array | Uint8Array | Int16Array>(column: T, room: T): T {
  room.set(column);
  return room;
}
