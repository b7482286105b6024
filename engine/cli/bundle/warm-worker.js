/**
 * Gives orders to a worker from a bundle, in this thread, and writes down what V8 has compiled for them:
 * `node warm-worker.js BUNDLE OUTPUT ORDERS`. With the flags of the program, or V8 would not take it later.
 */
import '../v8-flags.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { MessageChannel } from 'node:worker_threads';
import { bundled } from './bundled.js';

const [, , file, output, orders] = process.argv;
const bundle = bundled(file);
if (bundle === null) throw new Error(`${file} is not a bundle of the sources`);
const { port1: worker, port2: main } = new MessageChannel();
main.on('message', (report) => {
  if (report.kind === 'ready') return;
  main.close();
  if (report.kind === 'failed') throw new Error(report.thrown.stack);
  writeFileSync(output, bundle.script.createCachedData());
});
bundle.exports.work(worker, new SharedArrayBuffer(8));
for (const order of deserialize(readFileSync(orders))) main.postMessage(order);
