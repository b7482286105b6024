/** What a command simulates with: threads, and a signal that ends it early. Several designs share one crew. */
import type { Design } from '../experiment/design.ts';
import type { Executor } from '../experiment/executor.ts';
import { InProcessExecutor } from '../experiment/in-process-executor.ts';
import { DAY_LIMIT, ThreadExecutor } from '../experiment/threads/thread-executor.ts';
import type { KeptDays } from './archive.ts';
import { guardWith } from './guard.ts';
import { Interruption } from './interruption.ts';
import type { Io } from './io.ts';

export interface Crew {
  readonly executor: Executor;
  /** Aborted by Ctrl-C. */
  readonly signal?: AbortSignal;
  /** Where the days of designs are kept, if they are. */
  readonly daysOf?: (design: Design) => KeptDays;
}

/** This thread alone, which nothing ends early. */
export const ALONE: Crew = { executor: new InProcessExecutor() };

/** Does something with a crew, and lets it go. `threads` are all that the machine has where not given. */
export async function withCrew<T>(
  { threads }: { readonly threads?: number },
  io: Io,
  act: (crew: Crew) => Promise<T>,
): Promise<T> {
  const interruption = new Interruption(io);
  const say = (text: string) => io.err(`aula: ${text}\n`);
  /** A terminal shows a bar meanwhile, which would write over them. */
  const notices: string[] = [];
  const executor = new ThreadExecutor({
    entry: new URL('./worker.js', import.meta.url),
    ...(threads !== undefined && { threads }),
    guard: guardWith({ limit: DAY_LIMIT, onInterrupt: () => interruption.now() }),
    onNotice: (text) => (io.interactive ? notices.push(text) : say(text)),
  });
  try {
    return await act({ executor, signal: interruption.signal });
  } finally {
    interruption.close();
    notices.forEach(say);
    await executor.close();
  }
}
