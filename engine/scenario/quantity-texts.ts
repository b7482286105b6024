/** The ways to write a number as a quantity, whatever it is of: which of them a schema reads as the number is for it to say. */
import type { Plain } from './tree.ts';

/** SI units in one of each; of two that make a number equally short, the first is preferred. */
const UNITS: readonly (readonly [name: string, size: number])[] = [
  ['min', 60],
  ['s', 1],
  ['h', 3600],
  ['m', 1],
  ['m/s', 1],
  ['/h', 1 / 3600],
  ['/min', 1 / 60],
  ['/s', 1],
  ['dB', 1],
];

/** Digits that leave out what arithmetic has put to the end of a number, then all. */
const DIGITS = [12, 15, 17];

/** The shortest first; those of fewer digits before the exact ones. A time of day first of all. */
export function* texts(value: number): Generator<Plain> {
  const clock = clockText(value);
  if (clock !== null) yield clock;
  if (value === 0) yield value;
  for (const digits of DIGITS) {
    const written = (size: number) => numberText(Number((value / size).toPrecision(digits)));
    const united = UNITS.map(([name, size]) => ({ number: written(size), text: `${written(size)} ${name}` }));
    const others: { readonly number: string; readonly text: Plain }[] = [
      ...united,
      { number: written(1), text: Number(written(1)) },
      { number: written(0.01), text: `${written(0.01)} %` },
    ];
    // The order of equals stays.
    yield* others.sort((a, b) => a.number.length - b.number.length).map(({ text }) => text);
  }
  if (Number.isFinite(value)) yield value;
}

/** Also the sign of a zero. */
export const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** `08:30`, with seconds where there are any; null for what is no such time. */
function clockText(seconds: number): string | null {
  if (!(Number.isInteger(seconds) && seconds >= 0 && seconds < 1000 * 3600) || Object.is(seconds, -0))
    return null;
  const two = (number: number) => String(number).padStart(2, '0');
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`;
}
