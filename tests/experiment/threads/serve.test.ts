/** What a worker answers to each order, without a thread. */
import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { designOf, portable } from '../../../engine/experiment/design.ts';
import { type Order, Pulse, type Report } from '../../../engine/experiment/threads/messages.ts';
import { serve } from '../../../engine/experiment/threads/serve.ts';
import { storyScenario } from '../../simulation/story.ts';

/** A worker that answers at once; what it said, each with the number of arguments that it was said with. */
function worker() {
  const port = new EventEmitter();
  const said: { readonly report: Report; readonly arguments: number }[] = [];
  const postMessage = (...given: [Report]) => said.push({ report: given[0], arguments: given.length });
  serve(Object.assign(port, { postMessage }) as unknown as MessagePort, new Pulse());
  return { said, order: (order: Order) => port.emit('message', order) };
}

const design = portable(designOf(storyScenario([])));
const SHARD: Order = { kind: 'shard', design: 7, shard: { from: 3, to: 5 } };

it('makes the days of a shard, and keeps the buffers that it has told of', () => {
  const { said, order } = worker();
  order({ kind: 'design', id: 7, design, seed: 's' });
  order(SHARD);
  const [ready, days] = said;
  expect(ready.report).toEqual({ kind: 'ready' });
  expect(days.report).toMatchObject({ kind: 'days', days: { first: 3, count: 2 } });
  // Handing over would be a second argument.
  expect(days.arguments).toBe(1);
});

it('knows a design no more that it was to forget, and knows it again when told', () => {
  const { said, order } = worker();
  order({ kind: 'design', id: 7, design, seed: 's' });
  order(SHARD);
  order({ kind: 'forget', id: 7 });
  order(SHARD);
  expect(said.at(-1)?.report).toMatchObject({
    kind: 'failed',
    thrown: { message: 'there is no design 7' },
  });
  order({ kind: 'design', id: 7, design, seed: 's' });
  order(SHARD);
  expect(said.at(-1)?.report).toMatchObject({ kind: 'days', days: { first: 3, count: 2 } });
});
