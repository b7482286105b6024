/**
 * Several intervals at once. At 95 % each, of thirty differences that are nothing one or two would seem to be something;
 * so each is made surer, until all of them together hold with 95 %.
 *
 * By Bonferroni's inequality, which holds however the differences depend on one another, as those from one and the same
 * design and the same visitors do (A. M. Law, "Simulation Modeling and Analysis", section 10.3; Y. Hochberg and A. C.
 * Tamhane, "Multiple Comparison Procedures", 1987). Holm's steps would call a few more differences real, but their
 * intervals would contain nothing all the same: here one rule says what is real and how wide it is.
 */

/** The confidence of each of so many intervals with which all of them hold together. */
export function confidenceOfEach(together: number, comparisons: number): number {
  return 1 - (1 - together) / Math.max(1, comparisons);
}
