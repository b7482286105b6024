/**
 * The quantile of the exponential distribution of mean 1, by table and series: Tang, "Table-Driven Implementation of the
 * Logarithm Function in IEEE Floating-Point Arithmetic", ACM TOMS 16 (1990). No branch depends on the number, so that a
 * processor need not guess: a simulation draws by chance, and the library's logarithm, which has branches, takes some three
 * times as long there.
 */

/** Stretches to which each power of two is divided. */
const STRETCHES = 128;
/** The upper half of a double: where its mantissa is cut for the table, and where a stretch of the table begins. */
const CUT = 13;
/** 0.6875: what is reduced lies in [0.6875, 1.375), so that numbers just below 1 keep all their digits. */
const LEAST = 0x3fe60000;
/** A reciprocal is a multiple of this, so that a number of 32 bits times it is exact. */
const STEP = 2 ** -9;
/** No number in (0, 1] that a uniform one is short of 1 by has a smaller power of two. */
const POWERS = 64;

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);
const UPPER = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** By stretch: about 1 over its middle, 1 at 1 itself; and the logarithm of that. */
const reciprocals = new Float64Array(STRETCHES);
const logarithms = new Float64Array(STRETCHES);
for (let k = 0; k < STRETCHES; k++) {
  const middle = (doubleAt(k) + doubleAt(k + 1)) / 2;
  const isAtOne = doubleAt(k) === 1 || doubleAt(k + 1) === 1;
  reciprocals[k] = isAtOne ? 1 : Math.round(1 / middle / STEP) * STEP;
  logarithms[k] = Math.log(reciprocals[k]);
}
const powers = Float64Array.from({ length: POWERS }, (_, k) => 2 ** k);

/** -ln(1 - p) to a relative 1e-15, for p in [0, 1): what an exponential variable of mean 1 stays below with that probability. */
export function exponentialQuantile(p: number): number {
  const rest = 1 - p;
  number[0] = rest;
  const above = halves[UPPER] - LEAST;
  const power = 0 - (above >> 20);
  const stretch = (above >> CUT) & (STRETCHES - 1);
  const r = rest * powers[power] * reciprocals[stretch] - 1;
  const square = r * r;
  // ln(1 + r) = r - r² (1/2 - r/3 + r² (1/4 - r/5 + r² (1/6 - r/7))), for |r| < 1/100.
  const tail = 1 / 2 - r / 3 + square * (1 / 4 - r / 5 + square * (1 / 6 - r / 7));
  return power * Math.LN2 + logarithms[stretch] - (r - square * tail);
}

/** Where a stretch begins, as a number in [0.6875, 1.375]. */
function doubleAt(stretch: number): number {
  number[0] = 0;
  halves[UPPER] = LEAST + (stretch << CUT);
  return number[0];
}
