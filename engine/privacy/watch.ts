/**
 * The services of which not all may be perceived by everybody, while they go on; and who of those inside may have perceived
 * which of them, where they are or on the way there.
 */
import { reach } from '../statistics/sheet.ts';
import { type ImpressionTable, SILENT, WORD, WORD_BITS } from './impressions.ts';
import type { Presence } from './presence.ts';
import type { Services } from './services.ts';

/** No id: the space has no service under watch. */
const NONE = -1;

/** What it asks of the table, of who is where, and of the services. */
type Impressions = Pick<ImpressionTable, 'words' | 'mask' | 'row' | 'spotAt' | 'spotOn'>;
type Whereabouts = Pick<Presence, 'place' | 'wayId' | 'since' | 'inside' | 'insideCount'>;

export class Watch {
  private readonly table: Impressions;
  private readonly presence: Whereabouts;
  /** By space: until when what was perceived of its service has been added up. */
  private readonly settled: Services['settled'];
  /** By space: the id of what its service is like from elsewhere, or NONE. */
  private readonly idIn: Int32Array;
  /** By id: the space, which is part of an id. */
  private spaceOf = new Int32Array(WORD);
  /** The bits of all ids under watch. */
  private live = new Int32Array(1);
  /** What was found last, so many: spaces of services, or visitors. */
  count = 0;
  found: Int32Array;

  constructor(
    spaces: number,
    table: Impressions,
    presence: Whereabouts,
    services: Pick<Services, 'settled'>,
  ) {
    this.table = table;
    this.presence = presence;
    this.settled = services.settled;
    this.idIn = new Int32Array(spaces).fill(NONE);
    // Nobody perceives more services than there are spaces.
    this.found = new Int32Array(Math.max(64, spaces));
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
    this.live[id >> WORD_BITS] |= 1 << (id % WORD);
  }

  ends(space: number): void {
    const id = this.idIn[space];
    this.idIn[space] = NONE;
    this.live[id >> WORD_BITS] &= ~(1 << (id % WORD));
  }

  /** Finds the spaces of the services that the visitor may have perceived. */
  findFor(visitor: number): void {
    const { table, live, found, spaceOf } = this;
    const at = table.spotAt(this.presence.place[visitor]);
    const on = table.spotOn(this.presence.wayId[visitor]);
    let count = 0;
    for (let word = 0; word < live.length; word++) {
      if (live[word] === 0) continue;
      let left = live[word] & (table.mask(at, word) | table.mask(on, word));
      for (; left !== 0; left &= left - 1)
        found[count++] = spaceOf[(word << WORD_BITS) + 31 - Math.clz32(left & -left)];
    }
    this.count = count;
  }

  /** Finds the visitors who may have perceived the service in the space since it was settled. */
  findIn(space: number): void {
    const { table } = this;
    const { inside, insideCount, wayId, place, since } = this.presence;
    if (insideCount > this.found.length) this.found = reach(this.found, insideCount - 1, 0);
    const { found } = this;
    const id = this.idIn[space];
    const settled = this.settled[space];
    let count = 0;
    for (let k = 0; k < insideCount; k++) {
      const visitor = inside[k];
      const isFound =
        table.row(table.spotAt(place[visitor]), id) !== SILENT ||
        (since[visitor] > settled && table.row(table.spotOn(wayId[visitor]), id) !== SILENT);
      if (isFound) found[count++] = visitor;
    }
    this.count = count;
  }
}
