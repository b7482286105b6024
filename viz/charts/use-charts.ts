/** How busy clerks are, by role, and how full spaces are, by type. */
import type { Context } from '../app/context.ts';
import { Format } from '../words/format.ts';
import { tableBins } from './bins.ts';
import type { ChartKey, ChartSpec } from './chart.ts';
import { seriesOf } from './day-series.ts';
import { roleKeys, spaceTypeKeys } from './keys.ts';
import { drawLanes, LANE, type Lane, laneAt, markLanes, nameLanes } from './lanes.ts';
import type { Steps } from './steps.ts';
import type { StretchFigures } from './stretch-figures.ts';
import { words } from './words.ts';

export function rolesChart(context: Context): ChartSpec {
  const { house, day } = context;
  const { busy, onDuty } = seriesOf(day, house);
  return useChart(context, 'roles', roleKeys(house), busy, onDuty, (figures, role) => figures.roleUse(role));
}

export function spacesChart(context: Context): ChartSpec {
  const { house, day } = context;
  const { occupied, usable } = seriesOf(day, house);
  return useChart(context, 'spaces', spaceTypeKeys(house), occupied, usable, (figures, type) =>
    figures.spaceUse(type),
  );
}

function useChart(
  { store, day }: Context,
  id: 'roles' | 'spaces',
  keys: readonly ChartKey[],
  parts: readonly Steps[],
  wholes: readonly Steps[],
  figureOf: (figures: StretchFigures, index: number) => number | null,
): ChartSpec {
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const share = (index: number, from: number, to: number): number | null => {
    const whole = wholes[index]?.integral(from, to) ?? 0;
    return whole > 0 ? (parts[index]?.integral(from, to) ?? 0) / whole : null;
  };
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value));
  /** Who is never on duty, or where nobody is ever served, has no lane. */
  const used = keys.flatMap((key, index) => (wholes[index]?.times.length ? [{ key, index }] : []));
  const lanes: Lane[] = used.map(({ key, index }) => ({
    key,
    share: (from, to) => share(index, from, to),
  }));
  const indexOf = (key: ChartKey) => key.of?.index ?? 0;
  let rows: ReturnType<typeof drawLanes> | null = null;
  return {
    id,
    title: said[id].title,
    explanation: said[id].explanation,
    height: lanes.length * LANE,
    keys: lanes.map(({ key }) => key),
    momentTitle: '',
    figureTitle: said[id].figure,
    empty: lanes.length === 0 ? said.noVisitors : null,
    draw(group, labels, scale, width) {
      rows = drawLanes(group, lanes, scale, width);
      nameLanes(labels, lanes, width);
    },
    highlight: (highlighted) => markLanes(rows, id === 'roles' ? 'role' : 'spaceType', highlighted),
    keyAt: (_, y) => laneAt(lanes, y),
    moment(key, time) {
      const whole = wholes[indexOf(key)]?.at(time) ?? 0;
      return whole === 0
        ? '–'
        : `${format.number(parts[indexOf(key)]?.at(time) ?? 0)} / ${format.number(whole)}`;
    },
    figure: (key, figures) => percent(figureOf(figures, indexOf(key))),
    table: () => ({
      caption: `${said[id].title}. ${said[id].explanation} (%)`,
      columns: [
        { title: said.from, isTime: true },
        { title: said.to, isTime: true },
        ...lanes.map(({ key }) => ({ title: key.name, decimals: 0 })),
      ],
      rows: tableBins(day).map(([from, to]) => [
        from,
        to,
        ...used.map(({ index }) => {
          const value = share(index, from, to);
          return value === null ? null : 100 * value;
        }),
      ]),
    }),
  };
}
