/**
 * What can be seen of the people at a place, and who can be recognised: from each vantage, through walls, glass and
 * screens. Worked out when first asked for, and kept.
 */

/** What `views` gives: the most telling of what can be made out of a service. */
export const VIEW = { nothing: 0, face: 1, paper: 2, screen: 3 } as const;
export type View = (typeof VIEW)[keyof typeof VIEW];

export interface Seeing {
  /**
   * Of the service or kiosk in the space, from a vantage: the screen or the papers if they can be read, or else the
   * visitor's face if it can be recognised.
   */
  view(space: number, vantage: number): View;
  /** Whether somebody at one vantage would recognise who is at the other, at their posture there. */
  recognises(from: number, who: number): boolean;
  /** Whether anything of the space can be read from, or a face there recognised at, any place; by space and place. */
  readonly places: number;
}
