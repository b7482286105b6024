/** The thread of a worker. */
import { parentPort, workerData } from 'node:worker_threads';
import { Pulse } from './messages.ts';
import { serve } from './serve.ts';

if (parentPort === null || !(workerData instanceof SharedArrayBuffer)) throw new Error('this is no worker');
serve(parentPort, new Pulse(workerData));
