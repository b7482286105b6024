/**
 * From how far, and how far from the front, print is read and a face recognised by an eye that sees it clearly.
 * Distances are in metres from eye to target, angles in radians from the direction in which the target faces.
 *
 * The limits err on the side of what might be read: good eyes, good light, time to look.
 */

const degrees = (angle: number): number => (angle * Math.PI) / 180;

/** Heights of lower-case letters, in metres. Assumed: 12 pt on a screen at its usual scale, and common print. */
export const LETTER = { screen: 0.003, heading: 0.006, paper: 0.002, card: 0.002 } as const;

/** An eye of normal acuity (20/20) just reads a letter under 5 minutes of arc: 688 heights away. */
const ACUITY = 1 / Math.tan(degrees(5 / 60));
/**
 * Twice that, for good eyes and for a camera's zoom. The mean of healthy eyes at 25 to 29 years is 1.45 times normal
 * (logMAR -0.16: D. B. Elliott, K. C. H. Yang, D. Whitaker, Optometry and Vision Science 72, 1995); printed displays
 * in the field are on average read at no more than 0.7 of it (7 minutes: S. L. Smith, Human Factors 21, 1979).
 */
const MARGIN = 2;

/** Print is not read from farther round; assumed. The law of `readingDistance` was confirmed up to 65.7°. */
export const READING_ANGLE = degrees(70);
/**
 * A micro-louvre filter leaves a screen legible within about 30° to either side, and dark beyond (makers give 60° in
 * all). It works sideways only.
 */
export const FILTER_ANGLE = degrees(30);

/**
 * A face is reliably recognised to no more than 15 m in any light, and down to 15 lux: there a hit becomes 15 times as
 * likely as a false alarm. So for strangers seen just before (W. A. Wagenaar, J. H. van der Schrier, Face recognition
 * as a function of distance and illumination, Psychology, Crime & Law 2, 1996) and for well-known faces (M. de Jong,
 * W. A. Wagenaar, G. Wolters, I. M. Verstijnen, Psychology, Crime & Law 11, 2005). It goes on falling slowly: a line-up
 * tells half as much at 40 m as at 5 m, nothing at 100 m (T. J. Nyman et al., Law and Human Behavior 43, 2019).
 */
export const RECOGNITION_DISTANCE = 15;
/**
 * As well from the side as from the front: full face, three-quarter view and profile are recognised alike (C. H. Liu,
 * A. Chaudhuri, Reassessing the 3/4 view effect in face recognition, Cognition 83, 2002). Farther round it is the back
 * of a head; that this hides who it is, is assumed.
 */
export const FACE_ANGLE = degrees(90);

/**
 * From how far letters of a height are read at an angle. Foreshortened print is legible as far as it fills the same
 * solid angle, which falls with the cosine; the distance, then, with its root (Estimating the legibility of a single
 * letter E viewed at different display angles, Applied Ergonomics, 2013).
 */
export function readingDistance(letterHeight: number, angle = 0): number {
  return MARGIN * ACUITY * letterHeight * Math.sqrt(Math.max(0, Math.cos(angle)));
}

function isLegible(distance: number, angle: number, letterHeight: number, angleMax: number): boolean {
  return angle <= angleMax && distance <= readingDistance(letterHeight, angle);
}

/** The angle is that in the plan: a screen is tilted to its reader, and a filter works sideways. */
export function isScreenLegible(
  distance: number,
  angle: number,
  { letterHeight = LETTER.screen, privacyFilter = false }: ScreenMake = {},
): boolean {
  return isLegible(distance, angle, letterHeight, privacyFilter ? FILTER_ANGLE : READING_ANGLE);
}

export interface ScreenMake {
  /** In metres. */
  readonly letterHeight?: number;
  readonly privacyFilter?: boolean;
}

/** Of a paper that lies on the desk the angle is that from straight above. */
export function isPaperLegible(distance: number, angle: number): boolean {
  return isLegible(distance, angle, LETTER.paper, READING_ANGLE);
}

/** An identity card, held up or lying on the desk. */
export function isCardLegible(distance: number, angle: number): boolean {
  return isLegible(distance, angle, LETTER.card, READING_ANGLE);
}

/** Whether who it is can be told from the face; the angle is that in the plan. */
export function isFaceRecognisable(distance: number, angle: number): boolean {
  return distance <= RECOGNITION_DISTANCE && angle <= FACE_ANGLE;
}
