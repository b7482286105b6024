import { describe, expect, it } from 'vitest';
import { judgeTargets, replicationsNeeded, verdictOn } from '../../engine/report/judgement.ts';
import type { Relation } from '../../engine/report/target.ts';
import { reportedScenario, smallReport } from './small-report.ts';

describe('a verdict', () => {
  it.each<[Relation, number, number, number, string]>([
    // relation, limit, mean, half-width
    ['<=', 15, 12, 2, 'met'],
    ['<=', 15, 13, 2, 'met'],
    ['<', 15, 13, 2, 'unknown'],
    ['<=', 15, 14, 2, 'unknown'],
    ['<=', 15, 16, 2, 'unknown'],
    ['<=', 15, 17, 2, 'unknown'],
    ['<', 15, 17, 2, 'missed'],
    ['<=', 15, 18, 2, 'missed'],
    ['>=', 15, 18, 2, 'met'],
    ['>=', 15, 17, 2, 'met'],
    ['>', 15, 17, 2, 'unknown'],
    ['>', 15, 13, 2, 'missed'],
    ['>=', 15, 12, 2, 'missed'],
    ['<=', 15, 15, 0, 'met'],
    ['<', 15, 15, 0, 'missed'],
    ['>=', 15, 15, 0, 'met'],
  ])('on "%s %f" with %f ± %f is %s', (relation, limit, mean, halfWidth, verdict) => {
    expect(verdictOn({ relation, limit }, mean, halfWidth)).toBe(verdict);
  });

  it('is open where there is no interval, or nothing was observed', () => {
    expect(verdictOn({ relation: '<=', limit: 15 }, 3, null)).toBe('unknown');
    expect(verdictOn({ relation: '<=', limit: 15 }, null, null)).toBe('unknown');
  });
});

describe('what was never seen', () => {
  const judged = (target: string, mean: number, n: number) => {
    const scenario = { ...reportedScenario(), targets: [target] };
    const [measure] = target.split(' ');
    const unit = measure.endsWith('share') ? '1' : '1/day';
    const row = { measure, scope: {}, unit, mean, halfWidth: 0, confidence: 0.95, n } as const;
    return judgeTargets(scenario, [row])[0].verdict;
  };

  it('may still happen on 3 days in n', () => {
    // 0 in 20 days: up to 0.15 a day; 0 in 400 days: up to 0.0075.
    expect(judged('sentHome.count <= 0.1', 0, 20)).toBe('unknown');
    expect(judged('sentHome.count <= 0.1', 0, 400)).toBe('met');
    expect(judged('left.share <= 1 %', 0, 200)).toBe('unknown');
    expect(judged('left.share <= 1 %', 0, 400)).toBe('met');
  });
});

describe('the targets of a scenario', () => {
  it('are judged by the row for their scope', () => {
    const verdicts = smallReport().judgements.map(({ target, mean, verdict }) => [
      target.text,
      mean,
      verdict,
    ]);
    expect(verdicts).toEqual([
      ['wait.p90 of vero <= 40 min', 31.2, 'met'],
      ['wait.mean ≤ 5 min', 11.24, 'missed'],
      ['left.share < 5 %', 0.047, 'unknown'],
      ['role.utilisation of adviser at 10:00 < 90 %', 0.85, 'met'],
    ]);
  });

  it('on an hour without anybody are open', () => {
    const scenario = reportedScenario({ targets: ['wait.mean at 3:00 < 5 min'] });
    expect(smallReport(scenario).judgements).toMatchObject([{ mean: null, n: 0, verdict: 'unknown' }]);
  });

  it('are never passed over when they make no sense', () => {
    const scenario = reportedScenario({ targets: ['wait.p99 < 5 min'] });
    expect(() => judgeTargets(scenario, [])).toThrow('there is no measure');
  });
});

describe('how many replications would tell', () => {
  const judged = (mean: number | null, halfWidth: number | null, limit: number) => {
    const target = { text: '', measure: 'wait.mean', scope: {}, relation: '<=', limit, unit: 'min' } as const;
    return { target, mean, halfWidth, n: 20, verdict: verdictOn(target, mean, halfWidth) };
  };

  it('grows with the square of the half-width over the distance', () => {
    // (2 / 1)² × 20 = 80, and a tenth more.
    expect(replicationsNeeded(judged(14, 2, 15))).toBe(88);
  });

  it('is more than there are', () => {
    expect(replicationsNeeded(judged(13.001, 2, 15))).toBeGreaterThan(20);
  });

  it('is not said where it is known, hopeless or undetermined', () => {
    expect(replicationsNeeded(judged(10, 2, 15))).toBeNull();
    expect(replicationsNeeded(judged(15, 2, 15))).toBeNull();
    expect(replicationsNeeded(judged(14.9999, 2, 15))).toBeNull();
    expect(replicationsNeeded(judged(14, null, 15))).toBeNull();
    expect(replicationsNeeded(judged(null, null, 15))).toBeNull();
  });
});
