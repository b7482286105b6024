/** Where those stand who wait and have no waiting area: in a line for each agency, the first next to the places. */
import type { House } from '../engine/house.ts';
import type { Position } from '../replay/whereabouts.ts';

/** In metres between two who wait, and from the ends of the line. */
const APART = 0.62;
const END = 0.6;
/** Without lines, round the door: about so far apart, turned by the golden angle. */
const ROUND = 0.45;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export class Lines {
  /** By agency, and last for those who come for none: how many wait. */
  readonly waiting: Int32Array;
  /** How many have room in a line; the others are only counted. */
  readonly room: number;
  private readonly house: House;
  private atDoor = 0;

  constructor(house: House) {
    this.house = house;
    this.waiting = new Int32Array(house.ids.agencies.length + 1);
    const { lanes } = house.plan;
    this.room = lanes === null ? 0 : Math.max(1, Math.floor((lanes.width - 2 * END) / APART));
  }

  begin(): void {
    this.waiting.fill(0);
    this.atDoor = 0;
  }

  /** Writes where the next one of the agency stands; NaN for one who is only counted. */
  stand(agency: number, to: Position): void {
    const line = agency < 0 ? this.waiting.length - 1 : agency;
    const before = this.waiting[line]++;
    if (this.house.plan.lanes === null) {
      this.standAtDoor(to);
      return;
    }
    to.dx = to.dy = 0;
    if (before >= this.room) {
      to.x = to.y = Number.NaN;
      return;
    }
    to.x = this.headX - before * APART;
    to.y = this.y(line);
  }

  /** Of the first in a line, and of all in it, in metres. */
  get headX(): number {
    const { lanes } = this.house.plan;
    return lanes === null ? 0 : lanes.x + lanes.width - END;
  }

  y(line: number): number {
    const { lanes } = this.house.plan;
    if (lanes === null) return 0;
    const count = Math.max(1, this.waiting.length - 1);
    return lanes.y + lanes.depth * (1 - (Math.min(line, count - 1) + 0.65) / count);
  }

  /** Only of who has just come in: who has been somewhere stays there. */
  private standAtDoor(to: Position): void {
    if (!Number.isNaN(to.x)) return;
    const door = this.house.plan.doors.find(({ use }) => use === 'both' || use === 'entrance');
    if (door === undefined) return;
    const far = ROUND * Math.sqrt(this.atDoor);
    const angle = this.atDoor++ * GOLDEN_ANGLE;
    to.x = door.at[0] + far * Math.cos(angle);
    to.y = door.at[1] + far * Math.sin(angle);
  }
}
