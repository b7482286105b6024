/** The worker in which the engine runs, beside the page. */
import { expose, transfer } from 'comlink';
import { buffersIn } from './buffers-in.ts';
import { Engine } from './engine.ts';

const engine = new Engine();

/** The same, with columns handed over rather than copied. */
const handed = <T extends object>(answer: T): T => transfer(answer, buffersIn(answer));

const served = {
  open: (...args: Parameters<Engine['open']>) => engine.open(...args),
  days: (...args: Parameters<Engine['days']>) => engine.days(...args),
  record: (...args: Parameters<Engine['record']>) => handed(engine.record(...args)),
};
export type ServedEngine = typeof served;

expose(served);
