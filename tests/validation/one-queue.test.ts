/**
 * Known waits in one queue in which all are served, in the ordinary file format and through the whole engine: the simulated interval at 99.9 % must hold the
 * answer and be narrower than 2 % of it.
 */
import { describe, expect, it } from 'vitest';
import { agrees } from './agreement.ts';
import { waitMG1, waitMMc } from './known-results.ts';
import { figure, holds, simulate, theory } from './simulate.ts';

describe('one queue', () => {
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
