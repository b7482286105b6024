/**
 * The clock of the benchmarks: processor time of the thread, so that what else runs on the machine is mostly left out. On
 * a machine that does nothing else it is the time on the wall.
 */

/** Seconds of processor time that the work took. */
export function secondsOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}
