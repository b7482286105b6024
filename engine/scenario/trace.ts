/**
 * Recorded arrivals: a CSV file with the columns `time`, and where they differ `profile`, `matters` (`a+b` for
 * several in one visit) and `party` (any text that those who come together share). Columns are parted by commas,
 * semicolons or tabs, rows may come in any order.
 */
import { type CsvError, parse } from 'csv-parse/browser/esm/sync';
import { error, type Finding, type Path } from './finding.ts';
import { hint } from './nearest.ts';
import { clock } from './quantity.ts';
import type { Source } from './source.ts';
import type { Origin } from './tree.ts';
import { quoted } from './visible.ts';

export interface TraceRow {
  /** Seconds after midnight. */
  readonly time: number;
  /** Null: drawn as for the other visitors of the arrival. */
  readonly profile: string | null;
  /** Empty: drawn as for the other visitors of the arrival. */
  readonly matters: readonly string[];
  /** Rows of one arrival with the same text come together; empty or not there: alone. */
  readonly party?: string;
}

/** Recorded arrivals in the order of time, by the id of the arrival; those of one moment in the file's order. */
export type Traces = Readonly<Record<string, readonly TraceRow[]>>;

export const MAX_TRACE_ROWS = 100_000;

const COLUMNS = ['time', 'profile', 'matters', 'party'] as const;
type Column = (typeof COLUMNS)[number];

export interface Names {
  readonly profiles: ReadonlySet<string>;
  readonly matters: ReadonlySet<string>;
}

interface Line {
  readonly cells: readonly string[];
  /** The line of the file on which it ends. */
  readonly number: number;
}

/** The rows of the file, with findings at `path` and at their lines. */
export function parseTrace(
  source: Source,
  names: Names,
  path: Path,
): { rows: TraceRow[]; findings: Finding[] } {
  const lines = split(source, path);
  if (!Array.isArray(lines)) return { rows: [], findings: [lines] };
  const [header, ...body] = lines;
  if (header === undefined) return { rows: [], findings: [error(path, 'is empty', startOf(source, 1))] };
  if (body.length > MAX_TRACE_ROWS) {
    const origin = startOf(source, body[MAX_TRACE_ROWS]?.number ?? 1);
    return { rows: [], findings: [error(path, `has more than ${MAX_TRACE_ROWS} rows`, origin)] };
  }
  const { columns, findings } = readHeader(source, header, path);
  if (findings.length > 0) return { rows: [], findings };

  const reading = new Reading(source, columns, names, path);
  const rows = body.flatMap((line) => reading.row(line) ?? []);
  return { rows: rows.sort((a, b) => a.time - b.time), findings: reading.findings };
}

function split(source: Source, path: Path): Line[] | Finding {
  try {
    const records = parse(source.text, {
      delimiter: [',', ';', '\t'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record, number: info.lines }));
  } catch (thrown) {
    const { message, lines } = thrown as CsvError & { lines?: number };
    const words = message.startsWith('Quote Not Closed')
      ? 'a closing " is missing'
      : `is not CSV: ${message}`;
    return error(path, words, startOf(source, lines ?? 1));
  }
}

function readHeader(source: Source, header: Line, path: Path) {
  const columns = new Map<Column, number>();
  const findings: Finding[] = [];
  header.cells.forEach((cell, index) => {
    const column = COLUMNS.find((name) => name === cell);
    const complain = (message: string) => findings.push(error(path, message, cellOf(source, header, index)));
    if (column === undefined) complain(`unknown column ${quoted(cell)}${hint(cell, COLUMNS)}`);
    else if (columns.has(column)) complain(`the column '${column}' is there twice`);
    else columns.set(column, index);
  });
  if (!columns.has('time')) {
    findings.unshift(error(path, "the column 'time' is missing", startOf(source, header.number)));
  }
  return { columns, findings };
}

/** So many names are looked up for a hint at most; more mistakes than this are not of spelling. */
const MAX_HINTS = 100;

class Reading {
  readonly findings: Finding[] = [];
  private readonly source: Source;
  private readonly columns: ReadonlyMap<Column, number>;
  private readonly names: Names;
  private readonly path: Path;
  private readonly clock = clock();

  constructor(source: Source, columns: ReadonlyMap<Column, number>, names: Names, path: Path) {
    this.source = source;
    this.columns = columns;
    this.names = names;
    this.path = path;
  }

  /** The row, or nothing if it has no time. */
  row(line: Line): TraceRow | undefined {
    if (line.cells.length > this.columns.size) {
      this.complain(
        line,
        this.columns.size,
        `has ${line.cells.length} cells for ${this.columns.size} columns`,
      );
    }
    const time = this.clock.safeParse(this.cell(line, 'time'));
    if (!time.success) {
      this.complain(line, this.columns.get('time') ?? 0, time.error.issues[0]?.message ?? 'is not a time');
    }
    const profile = this.cell(line, 'profile') || null;
    if (profile !== null) this.known(line, 'profile', profile, this.names.profiles);
    const matters = this.cell(line, 'matters')
      .split('+')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    for (const matter of matters) this.known(line, 'matters', matter, this.names.matters);
    const party = this.cell(line, 'party');
    if (!time.success) return undefined;
    return { time: time.data, profile, matters, ...(party !== '' && { party }) };
  }

  private cell(line: Line, column: Column): string {
    const index = this.columns.get(column);
    return index === undefined ? '' : (line.cells[index] ?? '');
  }

  private known(line: Line, column: Column, name: string, names: ReadonlySet<string>): void {
    if (names.has(name)) return;
    const what = column === 'matters' ? 'matter' : column;
    const there = this.findings.length < MAX_HINTS ? hint(name, [...names]) : '';
    this.complain(line, this.columns.get(column) ?? 0, `unknown ${what} ${quoted(name)}${there}`);
  }

  private complain(line: Line, index: number, message: string): void {
    this.findings.push(error(this.path, message, cellOf(this.source, line, index)));
  }
}

function startOf(source: Source, line: number): Origin {
  const from = source.offset(line, 1);
  return { file: source.name, from, to: from + Math.max(1, source.line(line).length) };
}

/** Where a cell is; the whole line where quotes make that hard to tell. */
function cellOf(source: Source, line: Line, index: number): Origin {
  const text = source.line(line.number);
  const whole = startOf(source, line.number);
  if (text.includes('"')) return whole;
  const starts = [0, ...[...text.matchAll(/[,;\t]/g)].map((match) => match.index + 1)];
  const start = starts[index];
  if (start === undefined) return whole;
  const cell = text.slice(start, (starts[index + 1] ?? text.length + 1) - 1);
  const from = whole.from + start + (cell.length - cell.trimStart().length);
  return { file: source.name, from, to: from + Math.max(1, cell.trim().length) };
}
