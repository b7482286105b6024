/** Recorded arrivals as the text of a CSV file, which `parseTrace` reads as the same. */
import { clock } from './quantity.ts';
import { texts } from './quantity-texts.ts';
import type { TraceRow } from './trace.ts';

/** Only the columns that are used. */
export function writtenTrace(rows: readonly TraceRow[]): string {
  const time = clock();
  const timeText = (seconds: number): string => {
    for (const text of texts(seconds)) if (time.safeParse(text).data === seconds) return String(text);
    return String(seconds);
  };
  const columns: readonly (readonly [name: string, cell: (row: TraceRow) => string])[] = [
    ['time', (row) => timeText(row.time)],
    ['profile', ({ profile }) => profile ?? ''],
    ['matters', ({ matters }) => matters.join('+')],
    ['party', ({ party }) => quoted(party ?? '')],
  ];
  const used = columns.filter(([name, cell]) => name === 'time' || rows.some((row) => cell(row) !== ''));
  const lines = [used.map(([name]) => name), ...rows.map((row) => used.map(([, cell]) => cell(row)))];
  return `${lines.map((cells) => cells.join(',')).join('\n')}\n`;
}

const quoted = (text: string): string =>
  /^[\p{L}\p{N}._-]*$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
