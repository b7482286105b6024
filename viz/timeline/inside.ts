/** How many visitors are inside over a day. */
import { Steps } from '../charts/steps.ts';
import type { ReplayDay } from '../replay/replay-day.ts';

export function insideSteps({ arrival, departure }: Pick<ReplayDay, 'arrival' | 'departure'>): Steps {
  const steps = new Steps();
  const comings = arrival.slice().sort();
  // Those who never left are last.
  const goings = departure.slice().sort();
  let gone = 0;
  for (const time of comings) {
    for (; gone < goings.length && goings[gone] <= time; gone++) steps.change(goings[gone], -1);
    steps.change(time, 1);
  }
  for (; gone < goings.length && goings[gone] < Number.POSITIVE_INFINITY; gone++)
    steps.change(goings[gone], -1);
  return steps;
}
