/**
 * Small results with fixed figures, for reports that can be read and checked by eye: two agencies, three roles, two
 * space types, names with Finnish letters.
 */

import { measureNamed } from '../../engine/experiment/measures.ts';
import type { Measure } from '../../engine/experiment/results.ts';
import { judgeTargets } from '../../engine/report/judgement.ts';
import type { Report } from '../../engine/report/rows.ts';
import { type Scenario, scenarioSchema } from '../../engine/scenario/schema.ts';
import type { Scope } from '../../engine/statistics/scopes.ts';

export function reportedScenario(change: Record<string, unknown> = {}): Scenario {
  return scenarioSchema.parse({
    aula: 1,
    name: 'Porin yhteispalvelupiste, Yrjönkatu',
    day: { doors: { open: '09:00', close: '16:00' } },
    agencies: {
      vero: { name: 'Verohallinto', short: 'Vero', serviceLevel: '10 min' },
      dvv: { name: 'Digi- ja väestötietovirasto', short: 'DVV' },
    },
    matters: {
      tax: { agency: 'vero', name: 'Verokortti', service: 10, spaces: ['desk'] },
      name: { agency: 'dvv', name: 'Nimenmuutos', service: 5, spaces: ['desk'] },
    },
    spaceTypes: {
      desk: { name: 'Avoin palvelupiste', use: 'service' },
      room: { name: 'Äänieristetty huone', use: 'service' },
      lobby: { name: 'Odotustila', use: 'waiting' },
    },
    spaces: { d1: { type: 'desk' }, d2: { type: 'desk' }, r1: { type: 'room' }, l1: { type: 'lobby' } },
    roles: {
      adviser: { name: 'Palveluneuvoja', kind: 'adviser', count: 2 },
      expert: { name: 'Väestökirja-asiantuntija etäyhteydellä Helsingistä', kind: 'remote-expert' },
      guard: { name: 'Vartija', kind: 'guard' },
    },
    profiles: { all: { name: 'All' } },
    policy: { serviceLevel: '15 min' },
    targets: [
      'wait.p90 of vero <= 40 min',
      'wait.mean ≤ 5 min',
      'left.share < 5 %',
      'role.utilisation of adviser at 10:00 < 90 %',
    ],
    ...change,
  });
}

type Figure = readonly [measure: string, scope: Scope, mean: number | null, halfWidth: number | null];

const hourly = (
  measure: string,
  scope: Scope,
  means: readonly (number | null)[],
  halfWidth: number,
): Figure[] =>
  means.flatMap((mean, k) =>
    mean === null ? [] : [[measure, { ...scope, hour: 9 + k }, mean, halfWidth] as const],
  );

const FIGURES: readonly Figure[] = [
  ['wait.mean', {}, 11.24, 1.13],
  ['wait.mean', { agency: 'vero' }, 13.061, 1.52],
  ['wait.mean', { agency: 'dvv' }, 8.4, 0.72],
  ...hourly('wait.mean', {}, [3.21, 9.8, 15.4, 14.2, 12.9, 8.1, 4.4], 1.31),
  ['wait.median', {}, 7.9, 0.8],
  ['wait.median', { agency: 'vero' }, 9.2, 1.1],
  ['wait.median', { agency: 'dvv' }, 5.1, 0.6],
  ['wait.p90', {}, 28.4, 3.3],
  ['wait.p90', { agency: 'vero' }, 31.2, 4.6],
  ['wait.p90', { agency: 'dvv' }, 22.9, null],
  ['wait.withinTarget', {}, 0.713, 0.024],
  ['wait.withinTarget', { agency: 'vero' }, 0.661, 0.031],
  ['wait.withinTarget', { agency: 'dvv' }, 0.802, 0.0187],
  ['queue.length', {}, 3.4, 0.4],
  ['queue.max', {}, 11.8, 0.9],
  ['standing.share', {}, 0.021, 0.012],
  ['arrived.count', {}, 151.2, 4.1],
  ['served.count', {}, 144.1, 3.8],
  ['left.count', {}, 7.1, 1.9],
  ['left.share', {}, 0.047, 0.011],
  ['reneged.count', {}, 5.2, 1.5],
  ['balked.count', {}, 1.9, 0.8],
  ['sentHome.count', {}, 0, 0],
  ['noShow.count', {}, 2.3, 0.4],
  ['unfinished.count', {}, 0, 0],
  ['house.mean', {}, 24.9, 1.2],
  ['house.p90', {}, 48.2, 3.9],
  ['house.visitors', {}, 8.6, 0.5],
  ...hourly('house.visitors', {}, [4.1, 9.6, 12.3, 11.8, 9.7, 7.2, 3.9], 0.6),
  ['house.max', {}, 19.4, 1.2],
  ['matters.perVisit', {}, 1.124, 0.013],
  ['matters.oneVisit', {}, 0.948, 0.012],
  ['service.count', {}, 161.3, 4.6],
  ['service.count', { agency: 'vero' }, 99.9, 3.4],
  ['service.count', { agency: 'dvv' }, 61.4, 2.2],
  ['service.mean', {}, 11.3, 0.21],
  ['handOver.count', {}, 8.2, 0.7],
  ['fallback.count', {}, 3.1, 0.6],
  ['fallback.share', {}, 0.018, 0.0036],
  ['expert.share', {}, 0.83, 0.021],
  ['role.onDuty', { role: 'adviser' }, 840, 0],
  ['role.onDuty', { role: 'expert' }, 400, 12],
  ['role.onDuty', { role: 'guard' }, 0, 0],
  ['role.utilisation', { role: 'adviser' }, 0.784, 0.021],
  ['role.utilisation', { role: 'expert' }, 0.3625, 0.0164],
  ...hourly('role.utilisation', { role: 'adviser' }, [0.52, 0.85, 0.97, 0.95, 0.88, 0.74, 0.41], 0.03),
  ...hourly('role.utilisation', { role: 'expert' }, [0.2, 0.4, 0.5, null, 0.45, 0.3, 0.05], 0.05),
  ['role.overtime', { role: 'adviser' }, 22.4, 5.1],
  ['role.overtime', { role: 'expert' }, 0, 0],
  ['space.occupancy', { spaceType: 'desk' }, 0.611, 0.019],
  ['space.occupancy', { spaceType: 'room' }, 0.1375, 0.021],
  ['space.occupancy', { spaceType: 'lobby' }, null, null],
  ...hourly('space.occupancy', { spaceType: 'desk' }, [0.4, 0.7, 0.8, 0.8, 0.7, 0.6, 0.3], 0.02),
  ...hourly('space.occupancy', { spaceType: 'room' }, [0, 0.1, 0.2, 0.3, 0.2, 0.1, 0], 0.02),
];

function measureOf([measure, scope, mean, halfWidth]: Figure, replications: number): Measure {
  const unit = measureNamed(measure)?.unit;
  if (unit === undefined) throw new Error(`there is no measure ${measure}`);
  const known = replications === 1 ? null : halfWidth;
  return {
    measure,
    scope,
    unit,
    mean,
    halfWidth: known,
    confidence: 0.95,
    n: mean === null ? 0 : replications,
  };
}

export function smallReport(scenario = reportedScenario(), replications = 30): Report {
  const measures = FIGURES.map((figure) => measureOf(figure, replications));
  return {
    version: '0.1.0',
    scenario: scenario.name,
    routing: 'first-come-first-served',
    seed: 'pori',
    replications,
    measures,
    judgements: judgeTargets(scenario, measures),
    comparisons: [],
  };
}

/** The same with a second routing beside it. */
export function comparedReport(): Report {
  const report = smallReport();
  const compared = (measure: string, by: number, halfWidth: number) => {
    const base = report.measures.find(
      (row) => row.measure === measure && Object.keys(row.scope).length === 0,
    );
    if (base === undefined) throw new Error(`there is no ${measure}`);
    const figure = { ...base, mean: (base.mean ?? 0) + by };
    return { base, figure, difference: { ...base, mean: by, halfWidth } };
  };
  const rows = [
    compared('wait.mean', 2.81, 0.42),
    compared('wait.p90', -1.2, 1.6),
    compared('left.share', 0.011, 0.004),
    compared('house.mean', 0, 0),
  ];
  return {
    ...report,
    comparisons: [
      { routing: report.routing, measures: rows.map(({ base }) => ({ figure: base, difference: null })) },
      { routing: 'dedicated', measures: rows.map(({ figure, difference }) => ({ figure, difference })) },
    ],
  };
}
