/**
 * The services of which not all may be perceived by everybody, while they go on; and which of them one may have perceived in a
 * stay, at the place or on the way there.
 */
import { reach } from '../statistics/sheet.ts';
import { type ImpressionTable, WORD, WORD_BITS } from './impressions.ts';
import type { Stay } from './presence.ts';
import type { ServiceKind } from './service-kind.ts';
import type { Watched } from './watched.ts';

/** What it asks of the table. */
type Impressions = Pick<ImpressionTable, 'words' | 'mask'>;

export class Watch {
  private readonly table: Impressions;
  /** By id of a kind: the service, of which its space is part. */
  private readonly byId: Watched[] = [];
  /** The bits of all ids under watch. */
  private live = new Int32Array(1);
  /** What was found last: the first so many. */
  readonly services: Watched[] = [];
  count = 0;

  constructor(table: Impressions) {
    this.table = table;
  }

  begin(): void {
    this.live.fill(0);
  }

  begins(watched: Watched, { id }: ServiceKind): void {
    this.live = reach(this.live, this.table.words - 1, 0);
    for (let known = this.byId.length; known <= id; known++) this.byId.push(watched);
    this.byId[id] = watched;
    this.live[id >> WORD_BITS] |= 1 << (id % WORD);
  }

  ends({ id }: ServiceKind): void {
    this.live[id >> WORD_BITS] &= ~(1 << (id % WORD));
  }

  /** Finds the services that one may have perceived in the stay. */
  find({ spotAt, spotOn }: Stay): void {
    const { table, live, services, byId } = this;
    let count = 0;
    for (let word = 0; word < live.length; word++) {
      if (live[word] === 0) continue;
      let left = live[word] & (table.mask(spotAt, word) | table.mask(spotOn, word));
      for (; left !== 0; left &= left - 1)
        services[count++] = byId[(word << WORD_BITS) + 31 - Math.clz32(left & -left)];
    }
    this.count = count;
  }
}
