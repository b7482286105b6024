/**
 * Loss of the direct sound over the top of a thin screen: Maekawa's curve for the Fresnel number of the detour. Sound
 * round the ends and through the screen is left out, so the screen must be wide (or reach a wall) and tight; what
 * the room sends over it is the business of `propagation.ts`.
 */
import { BAND_CENTRES } from './bands.ts';

/** Speed of sound in m/s at 20 °C. */
const SPEED_OF_SOUND = 343;
/** The most that a thin screen takes, in dB: ISO 9613-2:1996, 7.4. */
export const SCREEN_LOSS_MAX = 20;
const SHARE_MIN = 10 ** (-SCREEN_LOSS_MAX / 10);
/** By band: twenty times the Fresnel number of a detour of one metre, 2 / lambda. */
const FRESNEL_TERM = Float64Array.from(BAND_CENTRES, (frequency) => (20 * 2 * frequency) / SPEED_OF_SOUND);

/** A screen on the way, seen from the side; metres. */
export interface ScreenCrossing {
  readonly screenHeight: number;
  /** Of the mouth above the floor. */
  readonly talkerHeight: number;
  /** Of the ear above the floor. */
  readonly listenerHeight: number;
  /** Along the floor, from the talker to the screen. */
  readonly talkerDistance: number;
  /** Along the floor, from the screen to the listener. */
  readonly listenerDistance: number;
}

/** The detour over the top against the straight way, in metres; negative where the screen is below the sight line. */
export function pathDifference(crossing: ScreenCrossing): number {
  const { screenHeight, talkerHeight, listenerHeight, talkerDistance, listenerDistance } = crossing;
  const across = talkerDistance + listenerDistance;
  const share = across === 0 ? 0 : talkerDistance / across;
  const sightLine = talkerHeight + share * (listenerHeight - talkerHeight);
  const detour =
    Math.hypot(talkerDistance, screenHeight - talkerHeight) +
    Math.hypot(listenerDistance, screenHeight - listenerHeight) -
    Math.hypot(across, listenerHeight - talkerHeight);
  return screenHeight < sightLine ? -detour : detour;
}

/**
 * Share of the direct intensity that comes over the screen, by band and path difference in metres: 1 / (3 + 20 N) with
 * N = 2 delta / lambda, from a hundredth to all (Maekawa 1968, as fitted in ISO 9613-2). It goes on below the sight line
 * until it is 1 at N = -0.1, as in CNOSSOS-EU (Directive (EU) 2015/996). It falls with the difference in every band.
 */
export const shareOverScreen = (difference: number, band: number): number =>
  Math.max(SHARE_MIN, 1 / Math.max(1, 3 + FRESNEL_TERM[band] * difference));

/** The same as a loss in dB by band: 10 lg(3 + 20 N), from 0 to 20. */
export function screenLoss(crossing: ScreenCrossing): Float64Array {
  const difference = pathDifference(crossing);
  return Float64Array.from(BAND_CENTRES, (_, band) => 0 - 10 * Math.log10(shareOverScreen(difference, band)));
}
