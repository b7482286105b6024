/** Binary search in numbers that do not fall. */

/** The last index whose number is at most `x`; -1 if there is none. */
export function lastAtMost(rising: ArrayLike<number>, x: number): number {
  let low = -1;
  let high = rising.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= x) low = middle;
    else high = middle;
  }
  return low;
}
