/**
 * Where clerks are drawn: where they serve; a host at the place for greeting all the time; and who has nothing to do with a
 * visitor in the back office, where the plan has one. The model says nothing of their ways.
 */
import { CLERK } from '../../engine/simulation/observer.ts';
import type { House } from '../engine/house.ts';

/** In metres: who interprets or guards sits beside the visitor. */
const BESIDE = 0.55;

export class StaffPlaces {
  private readonly house: House;
  /** Back offices, by space; and how many are there. */
  private readonly offices: readonly number[];
  private readonly inOffice: Int32Array;
  /** By clerk: the place for greeting that is its own, or -1. */
  private readonly post: Int32Array;

  /** By space: where one who interprets or guards is. */
  private readonly beside: readonly (readonly [number, number])[];

  constructor(house: House) {
    this.house = house;
    const { scenario, plan } = house;
    const types = Object.values(scenario.spaceTypes);
    const spacesFor = (use: string) =>
      plan.spaces.flatMap((_, space) => (types[house.spaceTypes[space]].use === use ? [space] : []));
    this.beside = plan.spaces.map(besideVisitor);
    this.offices = spacesFor('back-office');
    this.inOffice = new Int32Array(plan.spaces.length);
    const posts = spacesFor('greeting');
    const roles = Object.values(scenario.roles);
    let host = 0;
    this.post = Int32Array.from(house.clerks, ({ role }) =>
      roles[role].kind === 'host' ? (posts[host++] ?? -1) : -1,
    );
  }

  begin(): void {
    this.inOffice.fill(0);
  }

  /** Writes where the clerk is; NaN where it is nowhere on the plan. */
  place(clerk: number, state: number, space: number, x: Float32Array, y: Float32Array): void {
    x[clerk] = y[clerk] = Number.NaN;
    if (state === CLERK.off) return;
    const { spaces } = this.house.plan;
    const at = space >= 0 ? space : state === CLERK.onBreak ? -1 : this.post[clerk];
    if (at >= 0) {
      const point = state === CLERK.assisting ? this.beside[at] : spaces[at].clerkAt;
      [x[clerk], y[clerk]] = point;
      return;
    }
    for (const office of this.offices) {
      const { standing } = spaces[office];
      const spot = this.inOffice[office];
      if (2 * spot >= standing.length) continue;
      this.inOffice[office]++;
      x[clerk] = standing[2 * spot];
      y[clerk] = standing[2 * spot + 1];
      return;
    }
  }
}

/** Beside the visitor, within the space and away from the clerk where there is room. */
function besideVisitor({
  x,
  y,
  width,
  depth,
  visitorAt,
  clerkAt,
}: House['plan']['spaces'][number]): readonly [number, number] {
  const [visitorX, visitorY] = visitorAt;
  const isAcross = Math.abs(clerkAt[0] - visitorX) > Math.abs(clerkAt[1] - visitorY);
  const by = isAcross ? [0, BESIDE] : [BESIDE, 0];
  const isInside = visitorX + by[0] < x + width - 0.2 && visitorY + by[1] < y + depth - 0.2;
  const sign = isInside ? 1 : -1;
  return [visitorX + sign * by[0], visitorY + sign * by[1]];
}
