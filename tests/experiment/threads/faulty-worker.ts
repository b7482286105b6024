/**
 * A worker in whose engine a fault happens. What it is, at which replication and how often, the environment says: `FAULT`
 * such as `exit@7x2`, and `FAULT_LOG`, a file to which each time adds a byte, so that workers know of one another.
 */
import { appendFileSync, existsSync, statSync } from 'node:fs';
import { work } from '../../../engine/experiment/threads/worker.ts';
import { Simulation } from '../../../engine/simulation/simulation.ts';

const [, fault = '', replication = '', times = ''] =
  /^(\w+)@(\d+)x(\d+)$/.exec(process.env.FAULT ?? '') ?? [];
const log = process.env.FAULT_LOG ?? '';

function strike(): void {
  if (existsSync(log) && statSync(log).size >= Number(times)) return;
  appendFileSync(log, '.');
  if (fault === 'exit') process.exit(7);
  if (fault === 'endless') for (;;);
  if (fault === 'memory') {
    const held: number[][] = [];
    for (;;) held.push(new Array(100_000).fill(held.length));
  }
  throw new Error('a fault of the engine');
}

if (fault === 'start') strike();
const { run } = Simulation.prototype;
Simulation.prototype.run = function (this: Simulation, day: number) {
  if (fault !== 'start' && day === Number(replication)) strike();
  run.call(this, day);
};
work();
