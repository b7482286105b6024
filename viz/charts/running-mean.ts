/** The mean of what began within some time of each moment: a series over the day of what comes one by one. */

/** Moments every `step` seconds with the mean of the values whose time is within `reach` of them; null where there is none. */
export function runningMean(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  day: { readonly from: number; readonly to: number },
  reach: number,
  step: number,
): { readonly time: number; readonly mean: number | null }[] {
  const order = Array.from({ length: times.length }, (_, k) => k).sort((a, b) => times[a] - times[b]);
  const found: { time: number; mean: number | null }[] = [];
  let [begin, end, sum] = [0, 0, 0];
  for (let time = Math.ceil(day.from / step) * step; time <= day.to; time += step) {
    while (end < order.length && times[order[end]] <= time + reach) sum += values[order[end++]];
    while (begin < end && times[order[begin]] < time - reach) sum -= values[order[begin++]];
    found.push({ time, mean: end > begin ? Math.max(0, sum / (end - begin)) : null });
  }
  return found;
}
