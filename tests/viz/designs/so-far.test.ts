import { describe, expect, test } from 'vitest';
import { InProcessExecutor } from '../../../engine/experiment/in-process-executor.ts';
import { figureOf } from '../../../engine/experiment/results.ts';
import { run } from '../../../engine/experiment/run.ts';
import { faresApart, soFar } from '../../../viz/designs/so-far.ts';
import { dayOf, designIn } from '../a-day.ts';

const PORI = designIn('scenarios/pori.yaml');
const MORE = designIn('scenarios/pori-one-more-adviser.yaml');
const [one, other] = [dayOf(PORI), dayOf(MORE)];

describe('what a day has come to', () => {
  test('is at its end what a run measures of it', async () => {
    const results = await run(PORI, { replications: 1, seed: '1', executor: new InProcessExecutor() });
    const mean = (name: string) => figureOf(results, name).mean ?? Number.NaN;
    const end = soFar(one, one.to + 60);
    expect(end.meanWait).toBeCloseTo(mean('wait.mean'), 9);
    expect(end.services).toBe(mean('service.count'));
    expect(end.exposed).toBeCloseTo(mean('privacy.exposure'), 6);
    expect(end.conflicts).toBeCloseTo(mean('privacy.conflicts'), 6);
  });

  test('is nothing before the doors open, and grows', () => {
    expect(soFar(one, one.from - 3600)).toEqual({ services: 0, meanWait: null, exposed: 0, conflicts: 0 });
    const [ten, eleven] = [10, 11].map((hour) => soFar(one, hour * 3600));
    expect(eleven.services).toBeGreaterThan(ten.services);
    expect(eleven.exposed).toBeGreaterThan(ten.exposed ?? Number.NaN);
  });
});

describe('visitors whom two designs treat otherwise', () => {
  test('are those with other waits, the most first', () => {
    const fares = faresApart(one, other, 10);
    expect(fares.length).toBeGreaterThan(0);
    expect(fares.every((fare) => Math.abs(fare.other - fare.one) >= 10)).toBe(true);
    const by = fares.map((fare) => Math.abs(fare.other - fare.one));
    expect(by).toEqual([...by].sort((a, b) => b - a));
    const [{ serial, one: wait }] = fares;
    const { waits } = one.measures;
    const minutes = Array.from(waits.seconds).flatMap((seconds, k) =>
      waits.visitor[k] === serial ? [seconds / 60] : [],
    );
    expect(wait).toBeCloseTo(
      minutes.reduce((sum, some) => sum + some, 0),
      9,
    );
    expect(faresApart(one, one, 1)).toEqual([]);
  });

  test('are nobody where others have come', () => {
    expect(faresApart(one, dayOf(PORI, 1), 1)).toEqual([]);
  });
});
