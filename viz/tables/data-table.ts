/** Figures as rows: what is behind a picture, shown as a table or saved as CSV. */
import { table } from '../../engine/report/csv.ts';

export interface Column {
  /** As the reader sees it, with its unit. */
  readonly title: string;
  /** Of a column of numbers: how many decimals are shown; a file has them all. */
  readonly decimals?: number;
  /** Of times of the day, in seconds after midnight. */
  readonly isTime?: boolean;
}

/** Null is where there is nothing to say. */
export type Cell = string | number | null;

export interface DataTable {
  /** What it is about. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** As a CSV file; times as hours, minutes and seconds. */
export function csvOf({ columns, rows }: DataTable): string {
  return table(
    columns.map(({ title }) => title),
    rows.map((row) =>
      row.map((cell, at) =>
        typeof cell === 'number' && columns[at]?.isTime === true ? clockText(cell) : cell,
      ),
    ),
  );
}

function clockText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
