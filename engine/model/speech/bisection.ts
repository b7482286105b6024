/** Where a function that only rises, or only falls, crosses a value: by halving. */

/** Halvings after which an interval of ten thousand is narrower than 1e-14. */
const HALVINGS = 60;

/** The x between `low` and `high` at which the condition, true at `low` and false at `high`, stops to hold. */
export function lastWhere(holds: (x: number) => boolean, low: number, high: number): number {
  let inside = low;
  let outside = high;
  for (let k = 0; k < HALVINGS; k += 1) {
    const middle = (inside + outside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
