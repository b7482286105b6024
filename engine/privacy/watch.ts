/**
 * The services of which not all may be perceived by everybody, while they go on; and who of those inside could perceive
 * which of them from where they are, or from the way there.
 */
import { reach } from '../statistics/sheet.ts';
import { type ImpressionTable, SILENT, WORD } from './impressions.ts';
import type { Presence } from './presence.ts';

/** No id: the space has no service under watch. No way, or no place. */
const NONE = -1;

/** What it asks of the table, and of who is where. */
type Impressions = Pick<ImpressionTable, 'words' | 'maskOn' | 'maskAt' | 'on' | 'at'>;
type Whereabouts = Pick<Presence, 'place' | 'wayId' | 'inside' | 'insideCount'>;

export class Watch {
  private readonly table: Impressions;
  private readonly presence: Whereabouts;
  /** By space: the id of what its service is like from elsewhere, or NONE. */
  private readonly idIn: Int32Array;
  /** By id: the space, which is part of an id. */
  private spaceOf = new Int32Array(WORD);
  /** The bits of all ids under watch. */
  private live = new Int32Array(1);
  /**
   * What was found last: spaces of services, and visitors each of whom may have perceived one; the rows in the table of
   * its way and its place.
   */
  found = 0;
  space: Int32Array;
  visitor: Int32Array;
  passed: Int32Array;
  stayed: Int32Array;

  constructor(spaces: number, table: Impressions, presence: Whereabouts) {
    this.table = table;
    this.presence = presence;
    this.idIn = new Int32Array(spaces).fill(NONE);
    // Nobody perceives more services than there are spaces.
    const room = () => new Int32Array(Math.max(64, spaces));
    this.space = room();
    this.visitor = room();
    this.passed = room();
    this.stayed = room();
  }

  begin(): void {
    this.idIn.fill(NONE);
    this.live.fill(0);
  }

  has(space: number): boolean {
    return this.idIn[space] !== NONE;
  }

  idOf(space: number): number {
    return this.idIn[space];
  }

  begins(space: number, id: number): void {
    const { words } = this.table;
    if (this.live.length < words) {
      this.live = reach(this.live, words - 1, 0);
      this.spaceOf = reach(this.spaceOf, words * WORD - 1, 0);
    }
    this.idIn[space] = id;
    this.spaceOf[id] = space;
    this.live[Math.floor(id / WORD)] |= 1 << (id % WORD);
  }

  ends(space: number): void {
    const id = this.idIn[space];
    this.idIn[space] = NONE;
    this.live[Math.floor(id / WORD)] &= ~(1 << (id % WORD));
  }

  /** Finds the services that the visitor may have perceived. */
  findFor(visitor: number): void {
    const { table, live } = this;
    const place = this.presence.place[visitor];
    const way = this.presence.wayId[visitor];
    this.found = 0;
    for (let word = 0; word < live.length; word++) {
      if (live[word] === 0) continue;
      const onWay = live[word] & table.maskOn(way, word);
      const atPlace = live[word] & table.maskAt(place, word);
      for (let left = onWay | atPlace; left !== 0; left &= left - 1) {
        const bit = left & -left;
        this.add(
          word * WORD + 31 - Math.clz32(bit),
          visitor,
          (onWay & bit) === 0 ? NONE : way,
          (atPlace & bit) === 0 ? NONE : place,
        );
      }
    }
  }

  /** Finds the visitors who may have perceived the service in the space. */
  findIn(space: number): void {
    const { table } = this;
    const { inside, insideCount, wayId, place: places } = this.presence;
    if (insideCount > this.visitor.length) this.makeRoom(insideCount);
    const id = this.idIn[space];
    const word = Math.floor(id / WORD);
    const bit = 1 << (id % WORD);
    this.found = 0;
    for (let k = 0; k < insideCount; k++) {
      const visitor = inside[k];
      const way = wayId[visitor];
      const place = places[visitor];
      const isOnWay = (table.maskOn(way, word) & bit) !== 0;
      const isAtPlace = (table.maskAt(place, word) & bit) !== 0;
      if (isOnWay || isAtPlace) this.add(id, visitor, isOnWay ? way : NONE, isAtPlace ? place : NONE);
    }
  }

  /** With the way and the place at which something may be perceived, or NONE. */
  private add(id: number, visitor: number, way: number, place: number): void {
    const { table, found } = this;
    const passed = way === NONE ? SILENT : table.on(way, id);
    const stayed = place === NONE ? SILENT : table.at(place, id);
    if (passed === SILENT && stayed === SILENT) return;
    this.space[found] = this.spaceOf[id];
    this.visitor[found] = visitor;
    this.passed[found] = passed;
    this.stayed[found] = stayed;
    this.found = found + 1;
  }

  private makeRoom(length: number): void {
    this.space = reach(this.space, length - 1, 0);
    this.visitor = reach(this.visitor, length - 1, 0);
    this.passed = reach(this.passed, length - 1, 0);
    this.stayed = reach(this.stayed, length - 1, 0);
  }
}
