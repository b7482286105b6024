/**
 * A limit in time on what runs in this thread, and Ctrl-C while it does: JavaScript that never comes back to the event loop
 * can be ended by nothing but the machinery of `node:vm`, which ends all that is called from its script.
 */
import { Script } from 'node:vm';
import type { Guard } from '../experiment/local-days.ts';

export interface GuardOptions {
  /** Milliseconds. */
  readonly limit: number;
  /** Called on Ctrl-C while something runs, which then ends with an error. */
  readonly onInterrupt: () => void;
}

const NAME = Symbol.for('aula.guarded');
/** The script sees nothing but the global object, where it finds what it is to call. */
const place: typeof globalThis & { [NAME]?: () => void } = globalThis;
const script = new Script(`globalThis[Symbol.for('aula.guarded')]()`);

export function guardWith({ limit, onInterrupt }: GuardOptions): Guard {
  return (act) => {
    const returned: ReturnType<typeof act>[] = [];
    place[NAME] = () => {
      returned.push(act());
    };
    try {
      // Without a picture of the line that threw, which errors have nowhere else.
      script.runInThisContext({ timeout: limit, breakOnSigint: true, displayErrors: false });
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
      if (code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED') onInterrupt();
      if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        throw new Error(`it has not come to its end within ${limit / 1000} s`);
      throw thrown;
    } finally {
      delete place[NAME];
    }
    const [result] = returned;
    return result;
  };
}
