/** What the page shows at the moment, all that a link to it holds. */
export interface ViewState {
  /** Which design, and which of its days. */
  readonly design: number;
  readonly replication: number;
  /** The design that is shown beside it, on the same day; null for none. */
  readonly beside: number | null;
  /** Seconds after midnight. */
  readonly time: number;
  readonly isPlaying: boolean;
  /** Seconds of the day in a second of the clock. */
  readonly speed: number;
  readonly selected: Selected | null;
  readonly hovered: Selected | null;
  /** The time that is pointed at in a picture of the day, and what of it, to be shown in all of them. */
  readonly pointed: number | null;
  readonly highlighted: Highlighted | null;
  /** Visitors whom the design beside treats otherwise; empty where there is none beside. */
  readonly faring: readonly Faring[];
  /** A stretch of the day that charts are about, in seconds after midnight; the whole day without it. */
  readonly stretch: readonly [number, number] | null;
  readonly layers: readonly Layer[];
  readonly heat: Heat;
  /** What is tried, as a link has it (`linkOf`); empty for nothing. */
  readonly changes: string;
  /** Which panel is open beside the floor. */
  readonly panel: string;
  readonly language: Language;
  readonly theme: Theme;
}

/** Rows of visitors, dense indices of clerks and spaces, and conflicts by their place in the list of the day. */
export interface Selected {
  readonly kind: 'visitor' | 'clerk' | 'space' | 'conflict';
  readonly index: number;
}

/** A visitor by its number in both days, and how many minutes more it waits in the design beside; negative for less. */
export interface Faring {
  readonly serial: number;
  readonly more: number;
}

/** Dense indices of the model; channels by their place in CHANNELS. */
export interface Highlighted {
  readonly kind: 'agency' | 'role' | 'spaceType' | 'channel';
  readonly index: number;
}

export const LAYERS = ['labels', 'speech', 'sight', 'conflicts', 'trails'] as const;
export type Layer = (typeof LAYERS)[number];
export const HEATS = ['none', 'presence', 'waiting', 'exposure'] as const;
export type Heat = (typeof HEATS)[number];
export const LANGUAGES = ['en', 'fi', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** In seconds of the day in a second of the clock. */
export const SPEEDS = [1, 2, 5, 10, 30, 60, 120, 300, 600] as const;

/**
 * `tried`: another design is tried, or none. `privacy`: of a large day it is known, or begun or given up to be
 * worked out, and `privacyUntil` how far.
 */
export type Changed = ReadonlySet<keyof ViewState | 'day' | 'designs' | 'tried' | 'privacy' | 'privacyUntil'>;
