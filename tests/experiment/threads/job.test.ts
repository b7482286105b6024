/** The work of a run as shards, of which one is cut in two while it is out. */
import { expect, it } from 'vitest';
import { DayMaker } from '../../../engine/experiment/day-maker.ts';
import { designOf, modelOf } from '../../../engine/experiment/design.ts';
import { Job } from '../../../engine/experiment/threads/job.ts';
import type { Shard } from '../../../engine/experiment/threads/messages.ts';
import { storyScenario } from '../../simulation/story.ts';

const design = designOf(
  storyScenario('arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: 6 /h } }'),
);
const maker = new DayMaker(modelOf(design), 'job');
const daysOf = ({ from, to }: Shard) => maker.make(from, to, () => false);

/** Of twelve days, for two threads, of which a day takes a millisecond; and the days that it hands over. */
function started() {
  const handedOver: number[] = [];
  const onDays = ({ first, count }: { first: number; count: number }) =>
    handedOver.push(...Array.from({ length: count }, (_, k) => first + k));
  return { job: new Job({ design, seed: 'job', from: 0, to: 12, onDays }, 0, 2, 1), handedOver };
}

it('hands over a shard that was split as it does others, in order', async () => {
  const { job, handedOver } = started();
  const [first, second] = [job.take(), job.take()];
  if (first === null || second === null) throw new Error('there are no shards');
  expect([first, second]).toEqual([
    { from: 0, to: 3 },
    { from: 3, to: 6 },
  ]);
  const [head, rest] = job.split(first, 1);
  job.deliver(second, daysOf(second), 3);
  job.deliver(rest, daysOf(rest), 2);
  expect(handedOver).toEqual([]);
  job.deliver(head, daysOf(head), 1);
  expect(handedOver).toEqual([0, 1, 2, 3, 4, 5]);
  for (let shard = job.take(); shard !== null; shard = job.take()) job.deliver(shard, daysOf(shard), 1);
  await job.done;
  expect(handedOver).toEqual(Array.from({ length: 12 }, (_, k) => k));
});

it('tells who waits for it when a shard has come back, and when it is over', async () => {
  const { job } = started();
  const shards: Shard[] = [];
  for (let shard = job.take(); shard !== null; shard = job.take()) shards.push(shard);
  expect(job.take()).toBeNull();
  const waits = [job.moved(), job.moved()];
  job.giveBack(shards[1]);
  await Promise.all(waits);
  expect(job.take()).toEqual(shards[1]);
  const last = job.moved();
  job.end();
  await last;
  await job.moved();
  expect(job.take()).toBeNull();
});
