/**
 * Quantities with units, as a scenario writes them: `12 min`, `1.3 m/s`, `08:00`, `5 %`.
 *
 * Inside the program every quantity is a number in SI units (seconds, metres, metres a second, events a
 * second); a probability is a number from 0 to 1. A plain number in a scenario is in the unit that people
 * use for that quantity: minutes, metres, metres a second, events an hour. Times of day need their colon.
 */
import { quoted } from './visible.ts';
import { z } from './zod.ts';

interface Dimension {
  /** What a message calls it. */
  readonly what: string;
  /** How many SI units one of each is; the first is what a plain number means. */
  readonly units: Readonly<Record<string, number>>;
  readonly example: string;
}

const DURATION: Dimension = {
  what: 'a duration',
  units: { min: 60, s: 1, h: 3600, d: 86_400 },
  example: '12 min',
};
const LENGTH: Dimension = { what: 'a length', units: { m: 1, cm: 0.01, mm: 0.001 }, example: '1.5 m' };
const SPEED: Dimension = { what: 'a speed', units: { 'm/s': 1, 'km/h': 1 / 3.6 }, example: '1.3 m/s' };
const RATE: Dimension = {
  what: 'a rate',
  units: { '/h': 1 / 3600, '/min': 1 / 60, '/s': 1, '/d': 1 / 86_400 },
  example: '12 /h',
};
const LEVEL: Dimension = { what: 'a level', units: { dB: 1 }, example: '42 dB' };
const SHARE: Dimension = { what: 'a share', units: { '': 1, '%': 0.01 }, example: '5 %' };

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?';
const NUMBER_AND_UNIT = new RegExp(`^\\s*(${NUMBER})\\s*([a-zA-Z/%]*)\\s*$`);

/** Longer texts are no quantities; to match them could take long. */
const LONGEST = 60;

/** For the JSON Schema, where editors check texts while they are written. */
function patternOf(dimension: Dimension): string {
  const units = Object.keys(dimension.units).filter((name) => name !== '');
  return `^\\s*${NUMBER}\\s*(?:${units.join('|')})?\\s*$`;
}

/** The number in SI units, or what is wrong with the text. */
function parse(text: number | string, dimension: Dimension): number | string {
  const [plainUnit = ''] = Object.keys(dimension.units);
  if (typeof text === 'number') {
    const value = text * (dimension.units[plainUnit] ?? 1);
    return Number.isFinite(value) ? value : `${text} is too large a number`;
  }
  const match = text.length > LONGEST ? null : NUMBER_AND_UNIT.exec(text);
  if (match === null) return `${quoted(text)} is not ${dimension.what}; write it like '${dimension.example}'`;
  const unit = match[2] === undefined || match[2] === '' ? plainUnit : match[2];
  const factor = dimension.units[unit];
  if (factor === undefined) {
    const known = Object.keys(dimension.units).filter((name) => name !== '');
    return `${quoted(unit)} is not a unit of ${dimension.what.replace(/^an? /, '')}; use ${known.join(', ')}`;
  }
  const value = Number(match[1]) * factor;
  return Number.isFinite(value) ? value : `${text} is too large a number`;
}

const TIME_OF_DAY: Dimension = { ...DURATION, what: 'a time of day', example: '08:00' };
const CLOCK = /^\s*(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s*$/;

/** A plain number is refused: `8.30` would be eight minutes after midnight. */
function parseClock(text: number | string, dimension: Dimension): number | string {
  const match = CLOCK.exec(String(text));
  if (match !== null) return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  const isPlain = typeof text === 'number' || Number.isFinite(Number(text));
  const seconds = isPlain && Number(text) !== 0 ? null : parse(text, dimension);
  if (typeof seconds === 'number') return seconds;
  return `${typeof text === 'string' ? quoted(text) : text} is not a time of day; write it like '${dimension.example}'`;
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** How a message names the bounds, in the units of the scenario. */
  readonly bounds?: string;
  /** The same for the upper one, where it is told apart. */
  readonly atMost?: string;
}

function quantity(
  dimension: Dimension,
  { min, max, bounds, atMost = bounds }: Bounds,
  parser = parse,
  pattern = patternOf(dimension),
) {
  return z
    .union([z.number(), z.string()], { error: `must be ${dimension.what}, like '${dimension.example}'` })
    .meta({
      description: `${dimension.what}, like '${dimension.example}'`,
      examples: [dimension.example],
      pattern,
    })
    .transform((text, context): number => {
      const value = parser(text, dimension);
      if (typeof value === 'string') {
        context.addIssue({ code: 'custom', message: value });
        return z.NEVER;
      }
      const isAbove = max !== undefined && value > max;
      if (isAbove || (min !== undefined && value < min)) {
        context.addIssue({ code: 'custom', message: `${isAbove ? atMost : bounds}, is ${text}` });
        return z.NEVER;
      }
      return value;
    });
}

const ZERO_OR_MORE: Bounds = { min: 0, bounds: 'must not be negative' };
/** Longer than any horizon of use; what takes longer would never end. */
const HORIZON: Bounds = {
  ...ZERO_OR_MORE,
  max: 100_000 * 3600,
  atMost: 'must be at most 100,000 h',
};
const ON_EARTH: Bounds = { min: -100_000, max: 100_000, bounds: 'must be within 100 km' };
const ABOVE_ZERO: Bounds = { min: Number.MIN_VALUE, bounds: 'must be above 0' };

/** A duration in seconds; a plain number is minutes. */
export const duration = () => quantity(DURATION, HORIZON);
/** A duration in seconds that may be negative, such as being early. */
export const signedDuration = () => quantity(DURATION, {});
/** A duration in seconds, above zero. */
export const positiveDuration = () => quantity(DURATION, ABOVE_ZERO);
/** A length in metres. */
export const length = () => quantity(LENGTH, ZERO_OR_MORE);
/** The width of a door in metres: what is narrower is none. */
export const doorWidth = () => quantity(LENGTH, { min: 0.1, max: 100, bounds: 'must be from 0.1 to 100 m' });
/** A coordinate in metres, which may be negative. */
export const coordinate = () => quantity(LENGTH, ON_EARTH);
/** A walking speed in metres a second, up to 12.5 m/s, which nobody has run. */
export const speed = () => quantity(SPEED, { min: 0.05, max: 12.5, bounds: 'must be from 0.05 to 12.5 m/s' });
/** Events a second; a plain number is events an hour. */
export const rate = () => quantity(RATE, ZERO_OR_MORE);
/** A sound level or level difference in dB, from 0 to 130. */
export const level = () => quantity(LEVEL, { min: 0, max: 130, bounds: 'must be from 0 to 130 dB' });
/** A probability or share from 0 to 1; `5 %` is 0.05. */
export const share = () => quantity(SHARE, { min: 0, max: 1, bounds: 'must be from 0 to 1 (0 % to 100 %)' });

/**
 * A time of day in seconds after midnight: `08:00`, `16:15:30`, or a duration after midnight such as `2000 h`,
 * for horizons longer than a day.
 */
export const clock = () =>
  quantity(TIME_OF_DAY, HORIZON, parseClock, `${CLOCK.source}|${patternOf(TIME_OF_DAY)}`);

/** `never` (infinity), or a duration in seconds. */
export const limit = () =>
  z.union([z.literal('never').transform(() => Number.POSITIVE_INFINITY), duration()], {
    error: "must be a duration, like '10 min', or 'never'",
  });

/** A dimension by name, for the parameters of a distribution over it. */
export const DIMENSIONS = { duration, signedDuration, speed, rate } as const;
/** How much a level of speech falls for each doubling of the distance: 6 dB in the open air, with furniture up to twice that. */
export const decay = () => quantity(LEVEL, { min: 1, max: 20, bounds: 'must be from 1 to 20 dB' });
/** A level at 4 m, in dB(A), of what has 57.4 dB(A) at 1 m (ISO 3382-3). */
export const levelAt4m = () =>
  quantity(LEVEL, { min: 20, max: 57, bounds: 'must be from 20 to 57 dB(A), less than the 57.4 at 1 m' });
/** A reverberation time in seconds; that of a cathedral is 10 s. */
export const reverberationTime = () =>
  quantity(DURATION, {
    ...ZERO_OR_MORE,
    max: 20,
    atMost: "must be at most 20 s (a plain number is minutes; write it like '0.6 s')",
  });
