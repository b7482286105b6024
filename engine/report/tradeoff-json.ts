/** Waiting against exposure as JSON, described in docs/reference/json.md: one row a fall-back limit, one line a row. */
import type { TradeoffPoint } from '../experiment/tradeoff.ts';
import { list, member, object } from './json.ts';
import { measureRow } from './rows.ts';
import type { TradeoffReport } from './tradeoff-report.ts';

export function tradeoffJson(report: TradeoffReport): string {
  const { version, scenario, seed, replications, asked, points } = report;
  const isStopped = points.length < asked;
  return object([
    member('aula', version),
    member('scenario', scenario),
    member('seed', seed),
    member('replications', replications),
    ...(isStopped ? [member('stopped', { by: 'interrupt', asked })] : []),
    list('points', points.map(pointRow)),
  ]);
}

const pointRow = ({ limit, figures, differences }: TradeoffPoint) => ({
  fallback: Number.isFinite(limit) ? limit / 60 : 'never',
  measures: Object.values(figures).map(measureRow),
  differences: differences === null ? null : Object.values(differences).map(measureRow),
});
