/**
 * The text of a file, with its lines. Offsets count UTF-16 units, lines and columns from 1, as editors do.
 */

/** A stretch of one line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** How many units of the line are meant; at least 1, even at its end. */
  readonly length: number;
}

export class Source {
  /** As messages name it: the path that was given, or that an `extends` leads to. */
  readonly name: string;
  readonly text: string;
  /** The offset at which each line starts. */
  private readonly starts: readonly number[];

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  /** Where the stretch of text begins, cut off at the end of its first line. */
  place(from: number, to: number): Place {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= from) low = middle;
      else high = middle;
    }
    const start = this.starts[low] ?? 0;
    const end = start + this.line(low + 1).length;
    return { line: low + 1, column: from - start + 1, length: Math.max(1, Math.min(to, end) - from) };
  }

  /** The offset of a column of a line, both from 1. */
  offset(line: number, column: number): number {
    return (this.starts[line - 1] ?? this.text.length) + column - 1;
  }

  /** A line's text without its end; empty beyond the last line. */
  line(number: number): string {
    const start = this.starts[number - 1];
    if (start === undefined) return '';
    const next = this.starts[number] ?? this.text.length + 1;
    const line = this.text.slice(start, next - 1);
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }
}
