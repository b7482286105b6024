/**
 * A sweep as files: JSON, and one CSV of tidy rows, one for each design and measure with the values that were varied in
 * columns of their own, as R, pandas and spreadsheets want them.
 */
import type { Field } from './csv.ts';
import { SCOPE_COLUMNS, table } from './csv.ts';
import { CONTRAST_COLUMNS, contrastFields, contrastRow } from './designs-files.ts';
import { stoppedEarly } from './designs-report.ts';
import { adjustedMember, list, member, object } from './json.ts';
import { targetRow } from './rows.ts';
import type { SweepPoint, SweepReport } from './sweep-report.ts';

/** Numbers as numbers, everything else as it is written. */
const typed = (text: string): string | number =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text;

const designOf = ({ values, isBase, standing }: SweepPoint, index: number, { variables }: SweepReport) => ({
  design: index + 1,
  values: Object.fromEntries(
    variables.flatMap(({ path }, k) => (values[k] === undefined ? [] : [[path, typed(values[k])]])),
  ),
  base: isBase,
  frontier: standing?.isOnFrontier ?? null,
  beatenBy: standing === null || standing.beatenBy === null ? null : standing.beatenBy + 1,
  beatenSurely: standing?.isSure ?? null,
});

export function sweepJson(report: SweepReport): string {
  const {
    version,
    scenario,
    seed,
    replications,
    confidence,
    comparisons,
    variables,
    asked,
    points,
    skipped,
  } = report;
  const stopped = stoppedEarly(points.length, asked);
  return object([
    member('aula', version),
    member('scenario', scenario),
    member('seed', seed),
    member('replications', replications),
    ...adjustedMember(report.isAdjusted),
    member('confidence', confidence),
    member('comparisons', comparisons),
    ...(stopped === null ? [] : [member('stopped', stopped)]),
    list('variables', variables),
    list(
      'designs',
      points.map((point, k) => designOf(point, k, report)),
    ),
    list('skipped', skipped),
    list(
      'measures',
      points.flatMap(({ contrasted }, k) =>
        contrasted.flatMap((contrast) => {
          const row = contrastRow(contrast);
          return row === null ? [] : [{ design: k + 1, ...row }];
        }),
      ),
    ),
    list(
      'targets',
      points.flatMap(({ judgements }, k) => judgements.map((one) => ({ design: k + 1, ...targetRow(one) }))),
    ),
  ]);
}

export function sweepCsv({ variables, points }: SweepReport): string {
  return table(
    [
      'design',
      ...variables.map(({ path }) => path),
      'base',
      'frontier',
      'measure',
      ...SCOPE_COLUMNS,
      ...CONTRAST_COLUMNS,
    ],
    points.flatMap(({ values, isBase, standing, contrasted }, k) => {
      const own = variables.map(
        (_, index): Field => (values[index] === undefined ? null : typed(values[index])),
      );
      const frontier = standing === null ? null : String(standing.isOnFrontier);
      return contrasted.flatMap((contrast) => {
        const row = contrastRow(contrast);
        return row === null ? [] : [[k + 1, ...own, String(isBase), frontier, ...contrastFields(row)]];
      });
    }),
  );
}
