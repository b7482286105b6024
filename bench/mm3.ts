/**
 * An M/M/3 queue at 90 % load, written straight on the kernel: exponential arrivals, exponential services,
 * three servers, first come first served. The mean wait stands beside Erlang's, so that the speed is that of
 * a right answer.
 */
import { EventQueue } from '../engine/kernel/event-queue.ts';
import { sampler } from '../engine/kernel/sampler.ts';
import { Stream } from '../engine/kernel/stream.ts';
import { secondsOf } from './clock.ts';
import type { Work } from './work.ts';

export const SERVERS = 3;
export const LOAD = 0.9;
const CUSTOMERS = 1_500_000;
const ARRIVES = 0;
const DEPARTS = 1;

export const mm3: Work = {
  name: 'M/M/3 at load 0.9',
  unit: 'events/s',
  run() {
    let done = { events: 0, wait: 0 };
    const seconds = secondsOf(() => {
      done = simulate();
    });
    return { count: done.events, seconds, wait: done.wait };
  },
};

/** Times are in mean services. An event is an arrival or a departure. */
function simulate(): { events: number; wait: number } {
  const [arrivals, services] = [new Stream('mm3', 'arrivals'), new Stream('mm3', 'services')];
  const gap = sampler({ family: 'exponential', mean: 1 / (SERVERS * LOAD) });
  const service = sampler({ family: 'exponential', mean: 1 });
  const queue = new EventQueue();
  const line = new Line();
  let free = SERVERS;
  let waited = 0;
  let events = 0;
  let arrived = 0;

  queue.push(gap(arrivals), 0, ARRIVES);
  while (queue.pop()) {
    events++;
    const now = queue.time;
    if (queue.payload === ARRIVES) {
      if (++arrived < CUSTOMERS) queue.push(now + gap(arrivals), 0, ARRIVES);
      if (free > 0) {
        free--;
        queue.push(now + service(services), 0, DEPARTS);
      } else line.join(now);
    } else if (line.length > 0) {
      waited += now - line.leave();
      queue.push(now + service(services), 0, DEPARTS);
    } else free++;
  }
  return { events, wait: waited / CUSTOMERS };
}

/** Who waits, by the time of arrival: a ring that doubles. */
class Line {
  length = 0;
  private first = 0;
  private times = new Float64Array(64);

  join(time: number): void {
    if (this.length === this.times.length) this.double();
    this.times[(this.first + this.length++) & (this.times.length - 1)] = time;
  }

  leave(): number {
    const time = this.times[this.first];
    this.first = (this.first + 1) & (this.times.length - 1);
    this.length--;
    return time;
  }

  private double(): void {
    const { times, first } = this;
    this.times = new Float64Array(2 * times.length);
    this.times.set(times.subarray(first));
    this.times.set(times.subarray(0, first), times.length - first);
    this.first = 0;
  }
}

/** Mean wait in an M/M/c queue, in mean services: Erlang's C formula, by the recursion of his B. */
export function erlangWait(servers: number, load: number): number {
  const offered = servers * load;
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (offered * blocked) / (k + offered * blocked);
  const waits = blocked / (1 - load * (1 - blocked));
  return waits / (servers - offered);
}
