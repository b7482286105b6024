/** The thread of a worker. */
import { parentPort, workerData } from 'node:worker_threads';
import { Pulse } from './messages.ts';
import { serve } from './serve.ts';

/** Serves whoever is at the other end of the port until the thread ends; `memory` is that of the pulse. */
export function work(port = parentPort, memory: unknown = workerData): void {
  if (port === null || !(memory instanceof SharedArrayBuffer)) throw new Error('this is no worker');
  serve(port, new Pulse(memory));
}
