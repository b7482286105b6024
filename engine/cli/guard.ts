/**
 * A limit in time on what runs in this thread, and Ctrl-C while it does: JavaScript that never comes back to the event loop
 * can be ended by nothing but the machinery of `node:vm`, which ends all that is called from its script.
 */
import { Script } from 'node:vm';
import type { Guard } from '../experiment/local-days.ts';

export interface GuardOptions {
  /** Milliseconds. */
  readonly limit: number;
  /** Called on Ctrl-C while something runs that the one before gave no reason to think short; it then ends with an error. */
  readonly onInterrupt: () => void;
}

const NAME = Symbol.for('aula.guarded');
/**
 * What took less than so many milliseconds lets Ctrl-C be served soon after, in the ordinary way. To catch it within, Node takes
 * off all that listens to it and puts it on again, and a Ctrl-C in between would kill the program.
 */
const SHORT = 500;
/** The script sees nothing but the global object, where it finds what it is to call. */
const place: typeof globalThis & { [NAME]?: () => void } = globalThis;
const script = new Script(`globalThis[Symbol.for('aula.guarded')]()`);

export function guardWith({ limit, onInterrupt }: GuardOptions): Guard {
  let isShort = false;
  return (act) => {
    const began = performance.now();
    const returned: ReturnType<typeof act>[] = [];
    place[NAME] = () => {
      returned.push(act());
    };
    try {
      // Without a picture of the line that threw, which errors have nowhere else.
      script.runInThisContext({ timeout: limit, breakOnSigint: !isShort, displayErrors: false });
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
      if (code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED') onInterrupt();
      if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        throw new Error(`it has not come to its end within ${limit / 1000} s`);
      throw thrown;
    } finally {
      delete place[NAME];
      isShort = performance.now() - began < SHORT;
    }
    const [result] = returned;
    return result;
  };
}
