/**
 * Known results of priorities, of queues in a row or side by side, and of arrivals that change, in the ordinary file format and through the whole engine: the simulated interval at 99.9 % must hold the
 * answer and be narrower than 2 % of it.
 */
import { describe, expect, it } from 'vitest';
import { agrees } from './agreement.ts';
import { busyMtGInf, waitMMc, waitsCobham } from './known-results.ts';
import { figure, simulate, theory } from './simulate.ts';

describe('several queues', () => {
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
