/** A day cut into bins of equal length, for tables and bars. */

const MINUTE = 60;
/** Lengths that tables may have, and how many rows at most. */
const LENGTHS = [10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * MINUTE);
const MOST_ROWS = 60;

export type Bin = readonly [from: number, to: number];

/** Bins that begin at round times and cover the day. */
export function binsOf({ from, to }: { readonly from: number; readonly to: number }, length: number): Bin[] {
  const first = Math.floor(from / length);
  const count = Math.max(1, Math.ceil(to / length) - first);
  return Array.from({ length: count }, (_, bin) => [(first + bin) * length, (first + bin + 1) * length]);
}

/** Bins for the rows of a table. */
export function tableBins(day: { readonly from: number; readonly to: number }): Bin[] {
  const length =
    LENGTHS.find((one) => (day.to - day.from) / one <= MOST_ROWS) ?? (day.to - day.from) / MOST_ROWS;
  return binsOf(day, Math.max(MINUTE, length));
}
