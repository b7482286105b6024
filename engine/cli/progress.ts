/**
 * Progress on the error output: a bar for a person at a terminal, nothing in a pipe.
 */
import { SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number): void;
  stop(): void;
}

const SILENT: Progress = { update: () => {}, stop: () => {} };
/** A run that is over before this many milliseconds shows no bar. */
const PATIENCE_MS = 300;

/** A bar for so many days of one design. */
export function progressFor(total: number, name: string, isShown: boolean): Progress {
  if (!isShown) return SILENT;
  const began = performance.now();
  let bar: SingleBar | null = null;
  return {
    update(done) {
      if (bar === null && performance.now() - began > PATIENCE_MS) {
        bar = new SingleBar({
          format: `${name.padEnd(24)} {bar} {percentage} %  {value}/{total} days  {eta_formatted} left`,
          barsize: 16,
          clearOnComplete: true,
          stream: process.stderr,
        });
        bar.start(total, done);
      }
      bar?.update(done);
    },
    stop() {
      bar?.stop();
    },
  };
}
