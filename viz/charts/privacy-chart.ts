/** Exposure over the day as bars, and conflicts as strokes, by channel. */
import { CHANNELS, KIND_IDS } from '../../engine/statistics/scopes.ts';
import type { Context } from '../app/context.ts';
import { ticksPath } from '../timeline/ticks.ts';
import { Format } from '../words/format.ts';
import { binsOf, tableBins } from './bins.ts';
import type { ChartKey, ChartSpec } from './chart.ts';
import { seriesOf } from './day-series.ts';
import { allKey, channelKeys } from './keys.ts';
import { drawLanes, type Lane, laneAt, markLanes, nameLanes } from './lanes.ts';
import { channelOf, StretchFigures } from './stretch-figures.ts';
import { words } from './words.ts';

const MINUTE = 60;
/** Bars on a day of usual length; longer ones on a longer day. */
const MOST_BARS = 90;
const BAR = 10 * MINUTE;
const STROKE = 6;
/** A lane here, in pixels. */
const TALL = 52;

export function privacyChart({ store, day, house }: Context): ChartSpec {
  const { language } = store.state;
  const said = words(language);
  const format = new Format(language);
  const series = seriesOf(day, house);
  const { first, minutes, byKind } = day.measures.exposure;
  /** By channel and minute, in person-seconds. */
  const exposure = CHANNELS.map((_, channel) => {
    const sum = new Float64Array(minutes);
    KIND_IDS.forEach((_kind, kind) => {
      if (channelOf(kind) !== channel) return;
      for (let minute = 0; minute < minutes; minute++) sum[minute] += byKind[kind * minutes + minute];
    });
    return sum;
  });
  const begins = CHANNELS.map((_, channel) =>
    day.conflicts.filter(({ kind }) => channelOf(kind) === channel).map(({ from }) => from),
  );
  const between = (channel: number, from: number, to: number): number => {
    let sum = 0;
    for (let minute = Math.round(from / MINUTE); minute < Math.round(to / MINUTE); minute++)
      sum += exposure[channel]?.[minute - first] ?? 0;
    return sum;
  };
  const length = Math.max(1, Math.ceil((day.to - day.from) / MOST_BARS / BAR)) * BAR;
  const bars = binsOf(day, length);
  const present = channelKeys(language).filter(
    (_, channel) => (begins[channel]?.length ?? 0) > 0 || exposure[channel]?.some((value) => value > 0),
  );
  const most = Math.max(
    MINUTE,
    ...present.flatMap(({ of }) => bars.map(([from, to]) => between(of?.index ?? 0, from, to))),
  );
  const lanes: Lane[] = present.map((key) => ({
    key: { ...key, name: `${key.name} ${said.privacy.most(format.number(most / MINUTE))}` },
    share: (from, to) => between(key.of?.index ?? 0, from, to) / most,
  }));
  const isMeasured = house.hears || house.sees || present.length > 0;
  const round = (value: number) => format.number(value, value < 100 ? 1 : 0);
  const of = (key: ChartKey) => key.of?.index ?? null;
  let rows: ReturnType<typeof drawLanes> | null = null;
  return {
    id: 'privacy',
    title: said.privacy.title,
    explanation: said.privacy.explanation,
    height: Math.max(1, lanes.length) * TALL,
    keys: [...present, allKey(language)],
    momentTitle: '',
    figureTitle: said.privacy.figure,
    empty: isMeasured ? null : said.noPrivacy,
    draw(group, labels, scale, width) {
      rows = drawLanes(group, lanes, scale, width, bars, TALL);
      nameLanes(labels, lanes, TALL);
      rows
        .append('path')
        .attr('class', 'conflict-ticks')
        .attr('d', ({ key }) =>
          ticksPath(begins[key.of?.index ?? 0] ?? [], scale, TALL - 1 - STROKE, STROKE),
        );
    },
    highlight: (highlighted) => markLanes(rows, 'channel', highlighted),
    keyAt: (_, y) => laneAt(lanes, y, TALL),
    moment(key, time) {
      const channel = of(key);
      const now = day.conflicts.filter(
        ({ from, to, kind }) =>
          from <= time && time < to && (channel === null || channelOf(kind) === channel),
      );
      return format.number(now.length);
    },
    figure(key, figures) {
      const { exposure: seconds, conflicts } = figures.privacy(of(key));
      return `${round(seconds / MINUTE)} | ${round(conflicts)}`;
    },
    table: () => ({
      caption: `${said.privacy.title}. ${said.privacy.explanation}`,
      columns: [
        { title: said.from, isTime: true },
        { title: said.to, isTime: true },
        ...present.flatMap(({ name }) => [
          { title: said.privacy.exposureOf(name), decimals: 1 },
          { title: said.privacy.conflictsOf(name), decimals: 1 },
        ]),
      ],
      rows: tableBins(day).map(([from, to]) => {
        const figures = new StretchFigures(day, house, series, [from, to]);
        return [
          from,
          to,
          ...present.flatMap((key) => {
            const { exposure: seconds, conflicts } = figures.privacy(of(key));
            return [seconds / MINUTE, conflicts];
          }),
        ];
      }),
    }),
  };
}
