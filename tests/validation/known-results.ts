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

/**
 * Mean number busy over an hour of M(t)/G/∞ with the rate and the service of `mtginf.yaml`, which begins empty at 8: the integral of the rate λ(u) times the
 * probability that a service lasts beyond t - u (Eick, Massey and Whitt, 1993), by Simpson's rule.
 */
export function busyMtGInf(hour: number): number {
  const points = [
    [8, 10],
    [10, 70],
    [12, 20],
    [16, 50],
  ];
  const rate = (t: number): number => {
    const k = points.findLastIndex(([at]) => at <= t);
    const [from, low] = points[k];
    const [to, high] = points[k + 1] ?? [from + 1, low];
    return low + ((high - low) * (t - from)) / (to - from);
  };
  const variance = Math.log(1 + 0.8 * 0.8);
  const mu = Math.log(20 / 60) - variance / 2;
  const lastsBeyond = (x: number): number =>
    x <= 0 ? 1 : 1 - normalCdf((Math.log(x) - mu) / Math.sqrt(variance));
  const at = (t: number) => (t <= 8 ? 0 : simpson((u) => rate(u) * lastsBeyond(t - u), 8, t, 2000));
  return simpson(at, hour, hour + 1, 40);
}

function simpson(f: (x: number) => number, from: number, to: number, steps: number): number {
  const h = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let k = 1; k < steps; k++) sum += f(from + k * h) * (k % 2 === 1 ? 4 : 2);
  return (sum * h) / 3;
}

/** By the error function of Abramowitz and Stegun 7.1.26, good to 1.5e-7. */
function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp(-x * x);
  return z > 0 ? 1 - tail / 2 : tail / 2;
}
