/**
 * Known shares of those who are lost, in the ordinary file format and through the whole engine: the simulated interval at 99.9 % must hold the
 * answer and be narrower than 2 % of it.
 */
import { describe, it } from 'vitest';
import { agrees } from './agreement.ts';
import { birthDeath, erlangB } from './known-results.ts';
import { figure, simulate, theory } from './simulate.ts';

describe('losses', () => {
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
});
