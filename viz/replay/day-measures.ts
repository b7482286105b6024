/** What is measured of a replayed day besides its events, by the same observer as in a run: each wait. */
export interface DayMeasures {
  /** What is before is not measured: the end of the warm-up, or minus infinity. */
  readonly measuredFrom: number;
  readonly waits: WaitTable;
}

/** Waits of the day in the order in which services began, one for each matter; see `wait.mean` among the measures. */
export interface WaitTable {
  readonly length: number;
  /** Seconds after midnight: from when the wait counts, and when the service began. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** Not below 0: one with an appointment may be served early. */
  readonly seconds: Float64Array;
  readonly matter: Int32Array;
  /** Serial number of the visitor. */
  readonly visitor: Int32Array;
}
