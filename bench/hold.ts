/**
 * HOLD, the classic measure of an event queue (Jones, "An Empirical Comparison of Priority-Queue and
 * Event-Set Implementations", CACM 29, 1986): entities that do nothing but wait, again and again.
 */
import { EventQueue } from '../engine/kernel/event-queue.ts';
import { streamOf } from '../engine/kernel/stream.ts';
import { secondsOf } from './clock.ts';
import type { Work } from './work.ts';

/** With that many entities, each waiting a time uniform between 0 and twice their number. An event is one delay. */
export function hold(entities: number): Work {
  const delayMax = 2 * entities;
  const count = entities > 10_000 ? 1_000_000 : 3_000_000;
  return {
    name: `HOLD, ${entities.toLocaleString('en')} entities`,
    unit: 'delays/s',
    run() {
      const uniform = streamOf('hold', entities, 'delays');
      const queue = new EventQueue();
      for (let entity = 0; entity < entities; entity++) queue.push(uniform() * delayMax, 0, entity);
      const seconds = secondsOf(() => {
        for (let k = 0; k < count; k++) {
          queue.pop();
          queue.push(queue.time + uniform() * delayMax, 0, queue.payload);
        }
      });
      // Each entity waits `entities` on average, so that one of them is due every second.
      return { count, seconds, clock: queue.time / count };
    },
  };
}
