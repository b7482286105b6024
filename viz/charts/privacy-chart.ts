/** Exposure over the day as bars, and conflicts as strokes, by channel. */
import { CHANNELS, KIND_IDS } from '../../engine/statistics/scopes.ts';
import type { Context } from '../app/context.ts';
import { notKnown } from '../privacy/not-known.ts';
import { beginsOf, channelOf, countOf, goingOnAt } from '../replay/conflict-totals.ts';
import { isMeasured } from '../replay/day-privacy.ts';
import { ticksPath } from '../timeline/ticks.ts';
import { Format } from '../words/format.ts';
import { binsOf, tableBins } from './bins.ts';
import type { ChartKey, ChartSpec } from './chart.ts';
import { seriesOf } from './day-series.ts';
import { allKey, channelKeys } from './keys.ts';
import { drawLanes, type Lane, laneAt, markLanes, nameLanes } from './lanes.ts';
import { StretchFigures } from './stretch-figures.ts';
import { words } from './words.ts';

const MINUTE = 60;
/** Bars on a day of usual length; longer ones on a longer day. */
const MOST_BARS = 90;
const BAR = 10 * MINUTE;
const STROKE = 6;
/** A lane here, in pixels. */
const TALL = 52;
const NOTHING = { first: 0, minutes: 0, byKind: new Float64Array(0) };

export function privacyChart(context: Context): ChartSpec {
  const { store, day, house } = context;
  const { language } = store.state;
  const said = words(language);
  const format = new Format(language);
  const series = seriesOf(day, house);
  const { first, minutes, byKind } = day.privacy?.exposure ?? NOTHING;
  const totals = day.privacy?.totals ?? null;
  /** By channel and minute, in person-seconds. */
  const exposure = CHANNELS.map((_, channel) => {
    const sum = new Float64Array(minutes);
    KIND_IDS.forEach((_kind, kind) => {
      if (channelOf(kind) !== channel) return;
      for (let minute = 0; minute < minutes; minute++) sum[minute] += byKind[kind * minutes + minute];
    });
    return sum;
  });
  const between = (channel: number, from: number, to: number): number => {
    let sum = 0;
    for (let minute = Math.round(from / MINUTE); minute < Math.round(to / MINUTE); minute++)
      sum += exposure[channel]?.[minute - first] ?? 0;
    return sum;
  };
  const length = Math.max(1, Math.ceil((day.to - day.from) / MOST_BARS / BAR)) * BAR;
  const bars = binsOf(day, length);
  const present = channelKeys(language).filter(
    (_, channel) =>
      (totals !== null && countOf(totals, channel) > 0) || exposure[channel]?.some((value) => value > 0),
  );
  const most = Math.max(
    MINUTE,
    ...present.flatMap(({ of }) => bars.map(([from, to]) => between(of?.index ?? 0, from, to))),
  );
  const lanes: Lane[] = present.map((key) => ({
    key: { ...key, name: `${key.name} ${said.privacy.most(format.number(most / MINUTE))}` },
    share: (from, to) => between(key.of?.index ?? 0, from, to) / most,
  }));
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
    empty: notKnown(context) ?? (isMeasured(house, day) || present.length > 0 ? null : said.noPrivacy),
    draw(group, labels, scale, width) {
      rows = drawLanes(group, lanes, scale, width, bars, TALL);
      nameLanes(labels, lanes, width, TALL);
      rows
        .append('path')
        .attr('class', 'conflict-ticks')
        .attr('d', ({ key }) =>
          ticksPath(
            totals === null ? [] : beginsOf(totals, key.of?.index ?? 0),
            scale,
            TALL - 1 - STROKE,
            STROKE,
          ),
        );
    },
    highlight: (highlighted) => markLanes(rows, 'channel', highlighted),
    keyAt: (_, y) => laneAt(lanes, y, TALL),
    moment(key, time) {
      return totals === null ? '' : format.number(goingOnAt(totals, of(key), time));
    },
    figure(key, figures) {
      const known = figures.privacy(of(key));
      return known === null ? '' : `${round(known.exposure / MINUTE)} | ${round(known.conflicts)}`;
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
            const known = figures.privacy(of(key));
            return known === null ? [null, null] : [known.exposure / MINUTE, known.conflicts];
          }),
        ];
      }),
    }),
  };
}
