/**
 * Scenarios with known answers, in the ordinary file format and through the whole engine: the simulated
 * interval at 99.9 % must hold the answer and be narrower than 2 % of it.
 */
import { describe, expect, it } from 'vitest';
import { birthDeath, busyMtGInf, erlangB, waitMG1, waitMMc, waitsCobham } from './known-results.ts';
import { figure, holds, type Interval, relativeWidth, simulate, theory } from './simulate.ts';

const NARROW = 0.02;

function agrees(interval: Interval, expected: number): void {
  expect(relativeWidth(interval)).toBeLessThan(NARROW);
  expect(Math.abs(interval.mean - expected)).toBeLessThanOrEqual(interval.halfWidth);
}

describe('known results', () => {
  it('M/M/1', async () => {
    const results = await simulate(theory('mm1'), 50);
    agrees(figure(results, 'wait.mean'), waitMMc(1, 0.6, 1));
    agrees(figure(results, 'role.utilisation', { role: 'clerk' }), 0.6);
    // The wait is 0 with probability 0.4 and beyond that exponential with mean 1/(1 - 0.6):
    // P(W > t) = 0.6 exp(-0.4 t), which is 0.1 at t = ln 6 / 0.4.
    agrees(figure(results, 'wait.p90'), Math.log(6) / 0.4);
    // Little: 0.6 a minute wait 1.5 min each.
    agrees(figure(results, 'queue.length'), 0.6 * waitMMc(1, 0.6, 1));
  });

  it('M/M/3: Erlang C', async () => {
    agrees(figure(await simulate(theory('mmc'), 32), 'wait.mean'), waitMMc(3, 2.1, 1));
  });

  it('M/D/1', async () => {
    agrees(figure(await simulate(theory('md1'), 26), 'wait.mean'), waitMG1(0.6, 1, 0));
  });

  it('M/G/1: Pollaczek and Khinchine', async () => {
    agrees(figure(await simulate(theory('mg1'), 60), 'wait.mean'), waitMG1(0.6, 1, 1.2));
  });

  it('M/M/2/5: who finds it full is turned away', async () => {
    const results = await simulate(theory('mmck'), 15);
    const share = birthDeath(
      5,
      () => 2,
      (n) => Math.min(n, 2),
    );
    const accepted = 2 * (1 - share[5]);
    const waiting = share.reduce((sum, p, n) => sum + p * Math.max(0, n - 2), 0);
    const minutes = 980 * 60;
    agrees(figure(results, 'wait.mean'), waiting / accepted);
    agrees(figure(results, 'turnedAway.count'), 2 * share[5] * minutes);
    agrees(figure(results, 'arrived.count'), accepted * minutes);
  });

  it('Erlang B: the share lost does not depend on the law of service', async () => {
    const results = await simulate(theory('erlang-b'), 16);
    const lost = erlangB(4, 3);
    agrees(figure(results, 'turnedAway.count'), 3 * lost * 980 * 60);
    agrees(figure(results, 'role.utilisation', { role: 'clerk' }), (3 * (1 - lost)) / 4);
  });

  it('Erlang A: reneging', async () => {
    const results = await simulate(theory('erlang-a'), 25);
    // Up to 200 inside: beyond that the probability is below 1e-40.
    const share = birthDeath(
      200,
      () => 3,
      (n) => Math.min(n, 3) + Math.max(0, n - 3) / 2,
    );
    const waiting = share.reduce((sum, p, n) => sum + p * Math.max(0, n - 3), 0);
    agrees(figure(results, 'left.share'), waiting / 2 / 3);
    agrees(figure(results, 'queue.length'), waiting);
  });

  it('two priorities, non-preemptive: Cobham', async () => {
    const results = await simulate(theory('priorities'), 55);
    const [urgent, other] = waitsCobham([0.3, 0.3], 1);
    agrees(figure(results, 'wait.mean', { agency: 'u' }), urgent);
    agrees(figure(results, 'wait.mean', { agency: 'a' }), other);
  });

  it('two queues in a row: by Burke the second is M/M/1 too', async () => {
    const results = await simulate(theory('tandem'), 50);
    agrees(figure(results, 'wait.mean'), waitMMc(1, 0.6, 0.8));
    agrees(figure(results, 'handOver.wait'), waitMMc(1, 0.6, 1));
  });

  it('M(t)/G/∞: how many are busy in each hour', async () => {
    const results = await simulate(theory('mtginf'), 4000);
    for (const hour of [8, 10, 12, 15]) {
      const busy = busyMtGInf(hour);
      agrees(figure(results, 'role.utilisation', { role: 'clerk', hour }), busy / 60);
    }
  });

  it('pooled clerks wait for less than dedicated ones', async () => {
    const pooled = figure(await simulate(theory('pooled'), 30), 'wait.mean');
    const dedicated = figure(await simulate(theory('dedicated'), 30), 'wait.mean');
    agrees(pooled, waitMMc(2, 1.2, 1));
    agrees(dedicated, waitMMc(1, 0.6, 1));
    expect(pooled.mean + pooled.halfWidth).toBeLessThan(dedicated.mean - dedicated.halfWidth);
  });
});

describe('the check itself', () => {
  it('rejects a wrong parameter', async () => {
    const slower = theory('mm1');
    const matter = slower.matters['a.one'];
    const wrong = {
      ...slower,
      matters: { 'a.one': { ...matter, service: { family: 'exponential' as const, mean: 61.5 } } },
    };
    // A service 2.5 % longer than the formula assumes.
    expect(holds(figure(await simulate(wrong, 50), 'wait.mean'), waitMMc(1, 0.6, 1))).toBe(false);
  });
});
