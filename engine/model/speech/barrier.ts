/**
 * Loss of the direct sound over the top of a thin screen: Maekawa's curve for the Fresnel number of the detour. Sound
 * round the ends and through the screen is left out, so the screen must be wide (or reach a wall) and tight; what
 * the room sends over it is the business of `propagation.ts`.
 */
import { BAND_CENTRES, BAND_COUNT } from './bands.ts';

/** Speed of sound in m/s at 20 °C. */
const SPEED_OF_SOUND = 343;
/** The most that a thin screen takes, in dB: ISO 9613-2:1996, 7.4. */
export const SCREEN_LOSS_MAX = 20;

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
 * Loss in dB by band: 10 lg(3 + 20 N), N = 2 delta / lambda, at most 20 (Maekawa 1968, as fitted in ISO 9613-2). It
 * goes on below the sight line until it is 0 at N = -0.1, as in CNOSSOS-EU (Directive (EU) 2015/996).
 */
export function screenLoss(crossing: ScreenCrossing): Float64Array {
  const difference = pathDifference(crossing);
  const loss = new Float64Array(BAND_COUNT);
  for (let k = 0; k < BAND_COUNT; k += 1) {
    const fresnel = (2 * difference * BAND_CENTRES[k]) / SPEED_OF_SOUND;
    loss[k] = Math.min(SCREEN_LOSS_MAX, 10 * Math.log10(Math.max(1, 3 + 20 * fresnel)));
  }
  return loss;
}
