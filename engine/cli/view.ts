/** `aula view FILE|RUNDIR…`: serves the viewer on loopback, until Ctrl-C, and opens it in the browser. */

import { builtPage, CannotBuild } from '../../viz/serve/built.ts';
import { LiveParcel } from '../../viz/serve/live-parcel.ts';
import { NoPort, type Serving, serve } from '../../viz/serve/server.ts';
import { BadInput } from './bad-input.ts';
import { openBrowser } from './browser.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { type PackOptions, pack, packOrTell } from './pack.ts';

export interface ViewOptions extends PackOptions {
  /** A free one where not given. */
  readonly port?: number;
  /** Whether to open the browser; it does where not given. */
  readonly open?: boolean;
}

/** `ended` resolves when it is to end. */
export async function view(
  names: readonly string[],
  options: ViewOptions,
  io: Io,
  ended: Promise<unknown> = interrupted(),
): Promise<ExitCode> {
  if (packOrTell(names, options, io) === null) return EXIT.badInput;
  const page = await usable(builtPage((text) => io.err(text)));
  let serving: Serving | null = null;
  const live = new LiveParcel(
    () => pack(names, { ...options, isLive: true }),
    () => {
      io.err(
        live.answer.ok ? 'Saved: the page shows it\n' : `Saved, and not shown:\n${live.answer.problems}`,
      );
      serving?.tell();
    },
  );
  try {
    serving = await usable(serve(page, () => live.answer, options.port ?? 0));
    io.out(`${serving.address}\n`);
    io.err('Serving to this machine only; Ctrl-C ends it.\n');
    if (options.open !== false) openBrowser(serving.address);
    await ended;
    await serving.close();
  } finally {
    live.close();
  }
  return EXIT.fine;
}

/** By Ctrl-C, or SIGTERM; a second one ends at once. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function usable<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (thrown) {
    if (thrown instanceof CannotBuild || thrown instanceof NoPort) throw new BadInput(thrown.message);
    throw thrown;
  }
}
