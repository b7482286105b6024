/**
 * Small results with fixed figures, for reports that can be read and checked by eye: two agencies, three roles, two
 * space types, names with Finnish letters.
 */
import { CHANGES, type RankedCause } from '../../engine/experiment/counterfactual.ts';
import { measureNamed } from '../../engine/experiment/measures.ts';
import type { Measure } from '../../engine/experiment/results.ts';
import { judgeTargets } from '../../engine/report/judgement.ts';
import type { Report } from '../../engine/report/rows.ts';
import { type Scenario, scenarioSchema } from '../../engine/scenario/schema.ts';
import { type Cause, type Scope, sameScope } from '../../engine/statistics/scopes.ts';

export function reportedScenario(change: Record<string, unknown> = {}): Scenario {
  return scenarioSchema.parse({
    aula: 1,
    name: 'Porin yhteispalvelupiste, Yrjönkatu',
    day: { doors: { open: '09:00', close: '16:00' } },
    sensitivities: { secret: { name: 'Salassa pidettävä', rank: 2, speech: { sti: 0.2, time: '10 s' } } },
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
  ['privacy.exposure', {}, 61.7, 4.2],
  ['privacy.exposure', { channel: 'speech' }, 52.1, 3.9],
  ['privacy.exposure', { channel: 'sight' }, 9.12, 0.81],
  ['privacy.exposure', { channel: 'data' }, 0.48, 0.12],
  ['privacy.exposure', { channel: 'presence' }, 0, 0],
  ['privacy.exposure', { cause: 'layout' }, 12.34, 1.12],
  ['privacy.exposure', { cause: 'shortage' }, 48.88, 3.71],
  ['privacy.exposure', { cause: 'rule' }, 0, 0],
  ['privacy.exposure', { cause: 'people' }, 0.48, 0.12],
  ['privacy.exposure', { cause: 'call-out' }, 0, 0],
  ['privacy.exposure', { agency: 'vero' }, 22.2, 2.1],
  ['privacy.exposure', { agency: 'dvv' }, 39.5, 3.3],
  ['privacy.exposure', { matter: 'tax' }, 22.2, 2.1],
  ['privacy.exposure', { matter: 'name' }, 39.5, 3.3],
  ['privacy.exposure', { kind: 'talk' }, 52.1, 3.9],
  ['privacy.exposure', { space: 'd1' }, 33.1, 2.6],
  ['privacy.understood', {}, 31.3, 2.4],
  ['privacy.understood', { channel: 'speech' }, 31.3, 2.4],
  ['privacy.understood', { channel: 'sight' }, 0, 0],
  ['privacy.conflicts', {}, 14.3, 1.1],
  ['privacy.conflicts', { channel: 'speech' }, 10.2, 0.9],
  ['privacy.conflicts', { channel: 'sight' }, 3.9, 0.4],
  ['privacy.conflicts', { channel: 'data' }, 0.2, 0.06],
  ['privacy.conflicts', { channel: 'presence' }, 0, 0],
  ['privacy.conflicts', { cause: 'layout' }, 4.3, 0.5],
  ['privacy.conflicts', { cause: 'shortage' }, 9.8, 0.9],
  ['privacy.conflicts', { cause: 'people' }, 0.2, 0.06],
  ['privacy.conflicts', { agency: 'vero' }, 5.1, 0.6],
  ['privacy.conflicts', { agency: 'dvv' }, 9.2, 0.8],
  ['privacy.per100Visits', {}, 40.8, 2.9],
  ['privacy.per100Services', {}, 38.2, 2.7],
  ['privacy.per100Services', { agency: 'vero' }, 22.2, 2.2],
  ['privacy.per100Services', { agency: 'dvv' }, 64.3, 5.1],
  ['privacy.pairExposure', { pair: 'd1 > l1' }, 30.2, 2.5],
  ['privacy.pairExposure', { pair: 'd2 > d1' }, 0, 0],
  ['privacy.pairExposure', { pair: 'd2 > l1' }, 31, 2.9],
  ['safety.incidents', {}, 0.061, 0.003],
  ['safety.incidents', { spaceType: 'desk' }, 0.053, 0.003],
  ['safety.incidents', { spaceType: 'room' }, 0.008, 0.0011],
  ['safety.timeToHelp', {}, 0.31, 0.02],
];

/** By cause: what changes without it, of exposure, conflicts, the mean wait and services, each with its half-width. */
const WITHOUT = {
  shortage: [-47.1, 3.8, -9.1, 0.9, -1.24, 0.31, 0, 0],
  layout: [-13.9, 1.2, -4.4, 0.5, 0, 0, 0, 0],
  people: [-0.48, 0.12, -0.2, 0.06, 0.42, 0.25, -2.4, 0.7],
} as const satisfies Partial<Record<Cause, readonly number[]>>;

/** The causes of the figures above, ranked; `why` with what would be without each. */
export function smallCauses(measures: readonly Measure[], why = true): RankedCause[] {
  const of = (name: string, scope: Scope): Measure => {
    const found = measures.find(({ measure, scope: own }) => measure === name && sameScope(own, scope));
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  const total = of('privacy.exposure', {});
  return (Object.keys(WITHOUT) as (keyof typeof WITHOUT)[]).map((cause) => {
    const [exposed, exposedWidth, conflicts, conflictsWidth, wait, waitWidth, services, servicesWidth] =
      WITHOUT[cause];
    const exposure = of('privacy.exposure', { cause });
    const change = (name: string, mean: number, halfWidth: number): Measure => ({
      ...of(name, {}),
      mean,
      halfWidth: total.halfWidth === null ? null : halfWidth,
    });
    const differences = {
      'privacy.exposure': change('privacy.exposure', exposed, exposedWidth),
      'privacy.conflicts': change('privacy.conflicts', conflicts, conflictsWidth),
      'wait.mean': change('wait.mean', wait, waitWidth),
      'service.count': change('service.count', services, servicesWidth),
    };
    return {
      cause,
      share: (exposure.mean ?? 0) / (total.mean ?? 1),
      exposure,
      conflicts: of('privacy.conflicts', { cause }),
      without: why ? { change: CHANGES[cause], differences } : null,
    };
  });
}

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
    causes: smallCauses(measures),
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
