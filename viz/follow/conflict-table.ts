/** Conflicts of one person or place in a few lines each, with a way to each story. */
import { KIND_IDS } from '../../engine/statistics/scopes.ts';
import { element } from '../app/element.ts';
import { lasting } from '../conflicts/told.ts';
import { words as conflictWords } from '../conflicts/words.ts';
import { spaceName } from '../floor/names.ts';
import { notKnown, notListed } from '../privacy/not-known.ts';
import { conflictAt } from '../replay/conflict-table.ts';
import type { Telling } from './detail.ts';
import { pagedTable } from './paged-table.ts';
import { link } from './parts.ts';

/** `indices` are places in the list of the day. */
export function conflictTable(telling: Telling, caption: string, indices: ArrayLike<number>): HTMLElement {
  const { store, day, house, said, format } = telling;
  const { privacy } = day;
  if (privacy === null || indices.length === 0)
    return element(
      'section',
      {},
      element('h3', {}, caption),
      element('p', { class: 'empty' }, notKnown(telling) ?? notListed(telling) ?? said.noneSuffered),
    );
  const { conflicts } = privacy;
  const { from } = conflicts;
  const words = conflictWords(store.state.language);
  const number = (value: number) => format.number(value);
  const table = pagedTable(
    {
      caption: `${caption} (${number(indices.length)})`,
      head: [said.columns.from, said.columns.what, said.columns.where, said.columns.lasting],
      items: Int32Array.from(indices).sort((a, b) => from[a] - from[b] || a - b),
      numeric: [3],
      size: 6,
      row(index) {
        const conflict = conflictAt(conflicts, index);
        return [
          format.time(conflict.from),
          link(store, words.kinds[KIND_IDS[conflict.kind]], { kind: 'conflict', index }, conflict.from),
          conflict.space < 0 ? said.onWay : spaceName(house, conflict.space),
          lasting(conflict.seconds, format),
        ];
      },
    },
    said,
    number,
  );
  const cut = notListed(telling);
  return cut === null ? table : element('div', {}, table, element('p', { class: 'note' }, cut));
}

/** Most marks that are drawn on a strip. */
const MARKS = 500;

/** When they begin, of not more than can be told apart. */
export const beginsOf = ({ privacy }: Telling['day'], indices: Int32Array): number[] =>
  privacy === null ? [] : Array.from(indices.subarray(0, MARKS), (index) => privacy.conflicts.from[index]);
