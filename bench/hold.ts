/**
 * HOLD, the classic measure of an event queue (Jones, "An Empirical Comparison of Priority-Queue and
 * Event-Set Implementations", CACM 29, 1986): entities that do nothing but wait, again and again.
 */
import { EventQueue } from '../engine/kernel/event-queue.ts';
import { streamOf } from '../engine/kernel/stream.ts';
import type { Work } from './work.ts';

/** With that many entities, each waiting a time uniform between 0 and twice their number. */
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
      const start = performance.now();
      for (let k = 0; k < count; k++) {
        queue.pop();
        queue.push(queue.time + uniform() * delayMax, 0, queue.payload);
      }
      const seconds = (performance.now() - start) / 1000;
      // Each entity waits `entities` on average, so that one of them is due every second.
      return { count, seconds, note: `clock ${(queue.time / count).toFixed(3)} s a delay, expected 1` };
    },
  };
}
