/** The line of the progress bar, and how fast days are done. */
import type { Measure } from '../experiment/results.ts';
import { columns } from '../scenario/visible.ts';

export interface Pace {
  /** Days a second; null where it is not known yet. */
  readonly rate: number | null;
}

export interface ProgressState {
  readonly name: string;
  readonly done: number;
  readonly expected: number;
  readonly pace: Pace;
  readonly figure: Measure | null;
  /** Whether its half-width is shown as a share of it. */
  readonly isRelative: boolean;
}

/** Milliseconds over which the speed is averaged. */
const MEMORY = 5000;
const BAR = 10;
const NAME_LEAST = 8;
const NAME_MOST = 28;

export class PaceMeter {
  private readonly noted: { readonly done: number; readonly at: number }[] = [];

  /** So many days are done at this time, in milliseconds. */
  note(done: number, at: number): Pace {
    this.noted.push({ done, at });
    while (this.noted.length > 2 && at - this.noted[0].at > MEMORY) this.noted.shift();
    const [first] = this.noted;
    return { rate: at > first.at ? (1000 * (done - first.done)) / (at - first.at) : null };
  }
}

/** One line of at most so many columns; what does not fit is left out, the least important first. */
export function progressLine(
  { name, done, expected, pace, figure, isRelative }: ProgressState,
  width: number,
): string {
  const filled = Math.round(BAR * Math.min(1, done / expected));
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
  const { rate } = pace;
  const parts = [
    `${grouped(done)}/${grouped(expected)} days`,
    ...(figure?.halfWidth == null ? [] : [halfWidthText(figure, figure.halfWidth, isRelative)]),
    ...(rate === null || rate === 0 ? [] : [`${timeText((expected - done) / rate)} left`]),
    ...(rate === null ? [] : [`${rate < 10 ? rate.toFixed(1) : grouped(Math.round(rate))}/s`]),
  ];
  for (let count = parts.length; count > 0; count--) {
    const rest = `${bar} ${parts.slice(0, count).join('  ')}`;
    const room = width - columns(rest) - 1;
    if (room >= NAME_LEAST || count === 1) return `${shortened(name, Math.min(NAME_MOST, room))} ${rest}`;
  }
  return name;
}

const grouped = (count: number): string => count.toLocaleString('en-GB');

/** `wait ±0.12 min`: the mean wait is what is looked at, where nothing else is said. */
function halfWidthText({ measure, unit, mean }: Measure, halfWidth: number, isRelative: boolean): string {
  const rounded = (value: number) => Number(value.toPrecision(2));
  const name = measure === 'wait.mean' ? 'wait' : measure;
  if (isRelative && mean !== null && mean !== 0)
    return `${name} ±${rounded((100 * halfWidth) / Math.abs(mean))} %`;
  return unit === '1'
    ? `${name} ±${rounded(100 * halfWidth)} points`
    : `${name} ±${rounded(halfWidth)}${unit === 'min' ? ' min' : ''}`;
}

function timeText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function shortened(name: string, width: number): string {
  const letters = [...name];
  while (letters.length > 0 && columns(letters.join('')) > width) letters.pop();
  return letters.join('') + ' '.repeat(Math.max(0, width - columns(letters.join(''))));
}
