/** Small comparisons and sweeps with fixed figures, that can be worked out by hand, and names that would be mischief. */
import type { Contrast } from '../../engine/experiment/contrasts.ts';
import { measureNamed } from '../../engine/experiment/measures.ts';
import type { Weighed } from '../../engine/experiment/weighed.ts';
import type { DesignEntry, DesignsReport } from '../../engine/report/designs-report.ts';
import { letterOf } from '../../engine/report/designs-report.ts';
import type { Judgement, Verdict } from '../../engine/report/judgement.ts';
import type { SweepPoint, SweepReport } from '../../engine/report/sweep-report.ts';

const WEIGHED: readonly Weighed[] = [
  { measure: 'wait.mean', scope: {}, better: 'less' },
  { measure: 'wait.p90', scope: {}, better: 'less' },
  { measure: 'wait.withinTarget', scope: {}, better: 'more' },
  { measure: 'left.share', scope: {}, better: 'less' },
  { measure: 'privacy.exposure', scope: {}, better: 'less' },
  { measure: 'wait.mean', scope: { agency: 'vero' }, better: 'less' },
  { measure: 'role.utilisation', scope: { role: 'adviser' }, better: null },
];

type Pair = readonly [mean: number, halfWidth: number] | null;

function contrasted(figures: readonly Pair[], differences: readonly Pair[] | null): Contrast[] {
  return WEIGHED.map((weighed, k) => {
    const unit = measureNamed(weighed.measure)?.unit ?? 'min';
    const measure = (pair: Pair | undefined, confidence: number) =>
      pair == null
        ? null
        : {
            measure: weighed.measure,
            scope: weighed.scope,
            unit,
            mean: pair[0],
            halfWidth: pair[1],
            confidence,
            n: 200,
          };
    const difference = measure(differences?.[k], 0.99);
    return {
      weighed,
      figure: measure(figures[k], 0.95),
      difference,
      isReal: difference !== null && Math.abs(difference.mean) > difference.halfWidth,
    };
  });
}

const judged = (text: string, verdict: Verdict): Judgement => ({
  target: { text, measure: 'wait.mean', scope: {}, relation: '<=', limit: 8, unit: 'min' },
  mean: 9,
  halfWidth: 0.5,
  n: 200,
  verdict,
});

const BASE: readonly Pair[] = [
  [9, 0.7],
  [28, 2],
  [0.79, 0.02],
  [0.039, 0.007],
  [1410, 140],
  [8.2, 0.8],
  [0.62, 0.02],
];
const CHANGES: readonly (readonly Pair[])[] = [
  [
    [-0.12, 0.15],
    [-0.3, 0.6],
    [0.005, 0.006],
    [-0.0003, 0.0014],
    [-210, 70],
    [-0.2, 0.24],
    [0.002, 0.004],
  ],
  [
    [-2.1, 0.5],
    [-6.4, 1.8],
    [0.063, 0.017],
    [-0.013, 0.007],
    [-84, 79],
    [-1.8, 0.6],
    [-0.152, 0.013],
  ],
  [[2.4, 0.6], [1, 3], [-0.04, 0.02], [0.02, 0.01], [0, 90], null, [0.1, 0.02]],
];

/** The base and up to seven others, by the changes above in turn. */
export function comparedDesigns(count = 3, name = 'Pori'): DesignsReport {
  const designs = Array.from({ length: count }, (_, k): DesignEntry => {
    const changes = k === 0 ? null : CHANGES[(k - 1) % CHANGES.length];
    const figures = BASE.map((pair, index): Pair => {
      const change = changes?.[index];
      if (changes !== null && change === null) return null;
      return pair === null ? null : [pair[0] + (change?.[0] ?? 0), pair[1]];
    });
    return {
      letter: letterOf(k),
      name: `${name} ${k}`,
      file: `pori-${k}.yaml`,
      contrasted: contrasted(figures, changes),
      judgements: [judged('wait.mean <= 8 min', (['missed', 'missed', 'met', 'unknown'] as const)[k % 4])],
      differences: k === 0 ? [] : [{ path: ['roles', 'adviser', 'count'], from: 2, to: 2 + k }],
      visitorsApart: k === 3 ? ['arrivals'] : [],
    };
  });
  return {
    version: '0.1.0',
    seed: '1',
    replications: 200,
    isAdjusted: false,
    confidence: 0.95,
    comparisons: WEIGHED.length * (count - 1),
    confidenceOfEach: 1 - 0.05 / (WEIGHED.length * Math.max(1, count - 1)),
    asked: count,
    designs,
    names: new Map([['vero', name === 'Pori' ? 'Vero' : name]]),
  };
}

/** Advisers from 2 to 4, the first being the base; a fifth that could not be run. */
export function sweptDesigns(path = 'roles.adviser.count'): SweepReport {
  const { designs, ...rest } = comparedDesigns(3);
  return {
    ...rest,
    scenario: 'Pori',
    variables: [{ path, values: ['2', '3', '4', '-1'] }],
    points: designs.map(
      ({ contrasted, judgements }, k): SweepPoint => ({
        values: [String(k + 2)],
        isBase: k === 0,
        contrasted,
        judgements,
        standing:
          k === 0
            ? { isOnFrontier: false, beatenBy: 1, isSure: true }
            : { isOnFrontier: true, beatenBy: null, isSure: false },
      }),
    ),
    skipped: [{ values: ['-1'], reasons: ['roles.adviser.count must be at least 0, is -1'] }],
    visitorsApart: [],
    hasFrontier: true,
  };
}
