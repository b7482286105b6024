/**
 * How far Student's t with whole degrees of freedom lies from 0 with a given probability, to 12 digits and more. With
 * t = √ν tan θ, the probability of being within θ is a finite series of sines and cosines (M. Abramowitz and I. A. Stegun,
 * Handbook of Mathematical Functions, 1964, 26.7.3 and 26.7.4), whose slope at 0 is the sum of its coefficients and elsewhere
 * that times cos^(ν−1) θ: few steps of Newton's find the angle.
 *
 * Every interval needs it, and so does the first figure that is shown; a library for it was a hundred milliseconds of
 * loading, for distributions that are not used here.
 */

/** More than are ever taken. */
const STEPS_MOST = 200;

/** What |t| stays below with the probability, 0 < probability < 1; `degrees` is a whole number from 1 on. */
export function studentFactor(probability: number, degrees: number): number {
  const slope = centralShare(0, degrees).slope;
  let angle = 0;
  // The probability grows ever more slowly with the angle: each step falls short, until it is lost in rounding.
  for (let step = 0; step < STEPS_MOST; step++) {
    const short = probability - centralShare(angle, degrees).share;
    const next = angle + short / (slope * Math.cos(angle) ** (degrees - 1));
    if (!(next > angle)) break;
    angle = next;
  }
  return Math.sqrt(degrees) * Math.tan(angle);
}

/** The probability of being within the angle, and its slope where that is 0. */
function centralShare(angle: number, degrees: number): { readonly share: number; readonly slope: number } {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  // The terms in the powers of the cosine: 1, 3, 5, … where ν is odd, otherwise 0, 2, 4, …; the highest is ν − 2.
  let term = isOdd ? cosine : 1;
  let sum = 0;
  for (let power = isOdd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * cosine ** 2;
  }
  return isOdd
    ? { share: (2 / Math.PI) * (angle + sine * sum), slope: (2 / Math.PI) * (1 + sum) }
    : { share: sine * sum, slope: sum };
}
