/**
 * The services of which not all may be perceived by everybody, while they go on; and who of those inside could perceive
 * which of them from where they are, or from the way there.
 */
import { reach } from '../statistics/sheet.ts';
import { type ImpressionTable, SILENT, WORD } from './impressions.ts';
import type { Presence } from './presence.ts';

/** No id: the space has no service under watch. */
const NONE = -1;

/** What it asks of the table, and of who is where. */
type Impressions = Pick<ImpressionTable, 'words' | 'mask' | 'on' | 'at'>;
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
      let perceptible = live[word] & table.mask(place, way, word);
      while (perceptible !== 0) {
        const bit = 31 - Math.clz32(perceptible & -perceptible);
        perceptible &= perceptible - 1;
        this.add(word * WORD + bit, visitor);
      }
    }
  }

  /** Finds the visitors who may have perceived the service in the space. */
  findIn(space: number): void {
    const { inside, insideCount } = this.presence;
    if (insideCount > this.visitor.length) this.makeRoom(insideCount);
    const id = this.idIn[space];
    this.found = 0;
    for (let k = 0; k < insideCount; k++) this.add(id, inside[k]);
  }

  private add(id: number, visitor: number): void {
    const { presence, table, found } = this;
    const way = presence.wayId[visitor];
    const place = presence.place[visitor];
    const passed = way >= 0 ? table.on(way, id) : SILENT;
    const stayed = place >= 0 ? table.at(place, id) : SILENT;
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
