/**
 * Two lists of labelled figures side by side.
 */
import type { Page } from './figures.ts';
import { left } from './layout.ts';
import { aligned, type Estimated, ROOM } from './numbers.ts';

export interface Entry {
  readonly label: string;
  readonly figure: Estimated;
  /** After the figure, such as `%` or `min`. */
  readonly unit?: string;
}

export interface Listing {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const LABEL = 21;
const UNIT = 4;
const COLUMN = LABEL + ROOM.before + 3 + ROOM.after + 1 + UNIT;
const GAP = 3;

export function pairs({ style, write }: Page, first: Listing, second: Listing): string[] {
  const lines = [style.title(left(first.title, COLUMN + GAP)) + style.title(second.title)];
  const count = Math.max(first.entries.length, second.entries.length);
  for (let k = 0; k < count; k++) {
    lines.push(
      `${entry(first.entries[k], write)}${' '.repeat(GAP)}${entry(second.entries[k], write)}`.trimEnd(),
    );
  }
  return lines;
}

function entry(given: Entry | undefined, write: Page['write']): string {
  if (given === undefined) return ' '.repeat(COLUMN);
  const { label, figure, unit = '' } = given;
  return `${left(label, LABEL)}${aligned(write(figure))} ${left(unit, UNIT)}`;
}
