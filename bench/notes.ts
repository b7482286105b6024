/** What is said of a measurement beside its speed: that the work was done rightly, and how much of it there was. */
import { meanWait } from './day-counts.ts';
import { erlangWait, LOAD, SERVERS } from './mm3.ts';
import { dayTotals, type Measurement } from './work.ts';

export function noteOf(measured: Measurement): string {
  const { note, clock, wait, events, count, seconds } = measured;
  const said: string[] = note === undefined ? [] : [note];
  if (clock !== undefined) said.push(`clock ${clock.toFixed(3)} s a delay, expected 1`);
  if (wait !== undefined)
    said.push(`mean wait ${wait.toFixed(2)} services, Erlang C ${erlangWait(SERVERS, LOAD).toFixed(2)}`);
  if (events !== undefined)
    said.push(`${((1000 * seconds) / count).toFixed(2)} ms and ${events.toFixed(0)} events a day`);
  const totals = dayTotals.safeParse(measured);
  if (totals.success) {
    const { days, arrived, left } = totals.data;
    const { mean, error } = meanWait(totals.data);
    said.push(
      `${(arrived / days).toFixed(1)} arrive, ${(left / days).toFixed(1)} leave, mean wait ${mean.toFixed(3)} ± ${(1.96 * error).toFixed(3)} min`,
    );
  }
  return said.join(', ');
}
