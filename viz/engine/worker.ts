/** What the page may ask of the engine, and the worker in which it runs beside the page. */
import './no-eval.ts';
import { expose, transfer } from 'comlink';
import { buffersIn } from './buffers-in.ts';
import { Engine } from './engine.ts';
import { Trials } from './trial.ts';

const engine = new Engine();
const trials = new Trials();

/** The same, with columns handed over rather than copied. */
const handed = <T extends object>(answer: T): T => transfer(answer, buffersIn(answer));

export const served = {
  /** Answers once it runs. */
  ready: () => true,
  open: (...args: Parameters<Engine['open']>) => engine.open(...args),
  days: (...args: Parameters<Engine['days']>) => handed(engine.days(...args)),
  record: (...args: Parameters<Engine['record']>) => handed(engine.record(...args)),
  privacy: (...args: Parameters<Engine['privacy']>) => handed(engine.privacy(...args)),
  speech: (...args: Parameters<Engine['speech']>) => engine.speech(...args),
  sight: (...args: Parameters<Engine['sight']>) => engine.sight(...args),
  tryOpen: (...args: Parameters<Trials['open']>) => trials.open(...args),
  tryDays: (...args: Parameters<Trials['days']>) => handed(trials.days(...args)),
  tryAdd: (...args: Parameters<Trials['add']>) => trials.add(...args),
  tryFigures: (...args: Parameters<Trials['figures']>) => trials.figures(...args),
  tryForget: (...args: Parameters<Trials['forget']>) => trials.forget(...args),
};
export type ServedEngine = typeof served;

// A page that can make no worker has it in itself.
if (typeof window === 'undefined') expose(served);
