/** Formulas of queueing theory, for comparison. Times are in minutes, rates a minute. */

/** Probability that an arrival waits in M/M/c (Erlang C); `load` is the arrival rate times the mean service. */
export function erlangC(servers: number, load: number): number {
  const blocked = erlangB(servers, load);
  return (servers * blocked) / (servers - load * (1 - blocked));
}

/** Share lost in M/G/c/c (Erlang B), by its recursion. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
  return blocked;
}

/** Mean wait in M/M/c. */
export function waitMMc(servers: number, arrivals: number, service: number): number {
  const load = arrivals * service;
  return (erlangC(servers, load) * service) / (servers - load);
}

/** Mean wait in M/G/1 (Pollaczek 1930, Khinchine 1932). */
export function waitMG1(arrivals: number, service: number, cv: number): number {
  const load = arrivals * service;
  return ((load * service) / (1 - load)) * ((1 + cv * cv) / 2);
}

/** Shares of time with 0 … n inside, for a birth-death process with the given rates. */
export function birthDeath(
  most: number,
  birth: (n: number) => number,
  death: (n: number) => number,
): number[] {
  const weights = [1];
  for (let n = 1; n <= most; n++) weights.push((weights[n - 1] * birth(n - 1)) / death(n));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Mean waits by class, first the more urgent, at one server with exponential service, non-preemptive (Cobham 1954). */
export function waitsCobham(arrivals: readonly number[], service: number): number[] {
  const loads = arrivals.map((rate) => rate * service);
  // Work in service as an arrival finds it: half the second moment, which is 2 s² for an exponential service.
  const residual = loads.reduce((sum, load) => sum + load * service, 0);
  let before = 0;
  return loads.map((load) => {
    const wait = residual / ((1 - before) * (1 - before - load));
    before += load;
    return wait;
  });
}
