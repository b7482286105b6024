/** One conflict: an exposure that lasted at least as long as the sensitivity of the matter allows. */
export interface Conflict {
  /** Seconds after midnight. */
  readonly from: number;
  readonly to: number;
  /** Serial numbers of the visitor who talks and of the one who listens. */
  readonly talker: number;
  readonly listener: number;
  /** Indices of the matter, the talking space, the listening place and the clerk. */
  readonly matter: number;
  readonly space: number;
  readonly place: number;
  readonly clerk: number;
  readonly sti: number;
  /** Share of sentences understood. */
  readonly understood: number;
  readonly listeners: number;
  /** An index of CAUSES. */
  readonly cause: number;
  /** How long the talker had waited for the service, in seconds. */
  readonly waited: number;
}
