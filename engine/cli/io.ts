/**
 * Where a command writes: what it was asked for to `out`, everything about the run to `err`.
 */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether colours are wanted and can be shown. */
  readonly colour: boolean;
}
