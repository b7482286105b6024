/**
 * Where a command writes: what it was asked for to `out`, everything about the run to `err`.
 */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether colours are wanted and can be shown. */
  readonly colour: boolean;
  /** Whether somebody watches the error output, so that progress makes sense. */
  readonly interactive: boolean;
}

/**
 * The terminal or the pipes that the program was started with. Colours by the custom of NO_COLOR
 * (https://no-color.org) and FORCE_COLOR, and otherwise where the output is a terminal.
 */
export function terminal(): Io {
  const { env, stdout, stderr } = process;
  const forced = !['', '0'].includes(env.FORCE_COLOR ?? '');
  const refused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    colour: !refused && (forced || stdout.isTTY === true),
    interactive: stderr.isTTY === true,
  };
}
