/**
 * The services of which not all may be perceived by everybody, while they go on; and who of those inside may have perceived
 * which of them, where they are or on the way there.
 */
import { reach } from '../statistics/sheet.ts';
import { type ImpressionTable, SILENT, WORD, WORD_BITS } from './impressions.ts';
import type { Presence, Stay } from './presence.ts';
import type { ServiceAt } from './services.ts';

/** No id: the space has no service under watch. */
const NONE = -1;

/** What it asks of the table, and of who is where. */
type Impressions = Pick<ImpressionTable, 'words' | 'mask' | 'row' | 'spotAt' | 'spotOn'>;
type Whereabouts = Pick<Presence, 'inside' | 'insideCount'>;

export class Watch {
  private readonly table: Impressions;
  private readonly presence: Whereabouts;
  /** By space: the id of what its service is like from elsewhere, or NONE. */
  private readonly idIn: Int32Array;
  /** By id: the service, whose space is part of an id. */
  private readonly serviceOf: ServiceAt[] = [];
  /** The bits of all ids under watch. */
  private live = new Int32Array(1);
  /** What was found last, so many of either. */
  count = 0;
  readonly services: ServiceAt[] = [];
  readonly stays: Stay[] = [];

  constructor(spaces: number, table: Impressions, presence: Whereabouts) {
    this.table = table;
    this.presence = presence;
    this.idIn = new Int32Array(spaces).fill(NONE);
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

  begins(service: ServiceAt, id: number): void {
    this.live = reach(this.live, this.table.words - 1, 0);
    for (let known = this.serviceOf.length; known <= id; known++) this.serviceOf.push(service);
    this.idIn[service.space] = id;
    this.serviceOf[id] = service;
    this.live[id >> WORD_BITS] |= 1 << (id % WORD);
  }

  ends(space: number): void {
    const id = this.idIn[space];
    this.idIn[space] = NONE;
    this.live[id >> WORD_BITS] &= ~(1 << (id % WORD));
  }

  /** Finds the services that one may have perceived in the stay. */
  findFor({ place, way }: Stay): void {
    const { table, live, services, serviceOf } = this;
    const at = table.spotAt(place);
    const on = table.spotOn(way);
    let count = 0;
    for (let word = 0; word < live.length; word++) {
      if (live[word] === 0) continue;
      let left = live[word] & (table.mask(at, word) | table.mask(on, word));
      for (; left !== 0; left &= left - 1)
        services[count++] = serviceOf[(word << WORD_BITS) + 31 - Math.clz32(left & -left)];
    }
    this.count = count;
  }

  /** Finds the stays in which one may have perceived the service since it was settled. */
  findIn({ space, settled }: ServiceAt): void {
    const { table, stays } = this;
    const { inside, insideCount } = this.presence;
    const id = this.idIn[space];
    let count = 0;
    for (let k = 0; k < insideCount; k++) {
      const stay = inside[k];
      const isFound =
        table.row(table.spotAt(stay.place), id) !== SILENT ||
        (stay.since > settled && table.row(table.spotOn(stay.way), id) !== SILENT);
      if (isFound) stays[count++] = stay;
    }
    this.count = count;
  }
}
