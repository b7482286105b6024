/** Puts millions of rows into an order, by a sort of plain numbers instead of one that asks at each comparison. */

/**
 * Rows in ascending order of a key, and where that is the same as `compare` has them, or else as they were. Sorts the first 32
 * bits of the keys, each with its row below it in one whole number; what these bits do not tell apart is compared.
 */
export function rowsInOrder(
  keys: Float64Array,
  compare: (one: number, other: number) => number = () => 0,
): Int32Array {
  const { length } = keys;
  const packed = new BigUint64Array(length);
  const halves = new Uint32Array(packed.buffer);
  const bits = new Uint32Array(1);
  const single = new Float32Array(bits.buffer);
  for (let row = 0; row < length; row++) {
    // 0 and -0 are the same number.
    single[0] = keys[row] + 0;
    // Negative numbers come before the others, and among themselves the other way round.
    halves[2 * row + HIGH] = (bits[0] & SIGN) !== 0 ? ~bits[0] : bits[0] | SIGN;
    halves[2 * row + LOW] = row;
  }
  packed.sort();
  const rows = new Int32Array(length);
  for (let place = 0; place < length; place++) rows[place] = halves[2 * place + LOW];
  const exactly = (one: number, other: number) =>
    keys[one] - keys[other] || compare(one, other) || one - other;
  for (let from = 0; from < length; ) {
    let to = from + 1;
    while (to < length && halves[2 * to + HIGH] === halves[2 * from + HIGH]) to++;
    if (to - from > 1) rows.subarray(from, to).sort(exactly);
    from = to;
  }
  return rows;
}

const SIGN = 0x8000_0000;
/** Where the lower half of a whole number lies in memory. */
const LOW = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;
