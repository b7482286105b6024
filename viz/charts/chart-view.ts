/** A chart of the day with all that charts have in common. */
import * as d3 from 'd3';
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { pictureTools } from '../export/picture-tools.ts';
import { shownDay, shownName } from '../header/shown-name.ts';
import { pointAtTimes } from '../timeline/pointing.ts';
import { AXIS, drawTimeAxis, fitTo, timeScale } from '../timeline/time-axis.ts';
import { TimeMarks } from '../timeline/time-marks.ts';
import { Format } from '../words/format.ts';
import type { ChartSpec, Group } from './chart.ts';
import { factsTable } from './facts-table.ts';
import type { StretchFigures } from './stretch-figures.ts';

export interface ChartView extends View {
  /** The figures of another stretch, beside those of the day. */
  showFigures(stretch: StretchFigures | null, day: StretchFigures): void;
}

export function chartView(context: Context, spec: ChartSpec): ChartView {
  const { store, day } = context;
  const { language } = store.state;
  const format = new Format(language);
  const scale = timeScale(day);
  const titleId = `chart-${spec.id}`;
  const title = element('h3', { id: titleId }, spec.title);
  const explanation = element('p', { class: 'explanation' }, spec.explanation);
  if (spec.empty !== null) {
    return {
      element: element(
        'section',
        { class: 'chart is-empty', 'aria-labelledby': titleId },
        element('div', { class: 'chart-plot' }, title, element('p', { class: 'nothing' }, spec.empty)),
      ),
      update() {},
      showFigures() {},
    };
  }

  const picture = d3
    .create('svg')
    .attr('class', 'time-picture')
    .attr('height', spec.height + AXIS.height)
    .attr('role', 'img')
    .attr('aria-label', `${spec.title}. ${spec.explanation}`);
  const drawn = picture.append('g') as Group;
  const axis = (picture.append('g') as Group).attr('transform', `translate(0,${spec.height})`);
  const marks = new TimeMarks(picture.append('g') as Group, store, scale);
  const labels = (picture.append('g') as Group).attr('class', 'over-marks');
  const svg = picture.node() as SVGSVGElement;
  pointAtTimes(svg, store, day, (pixels) => scale.invert(pixels));
  svg.addEventListener('pointermove', (event) => {
    const box = svg.getBoundingClientRect();
    const time = scale.invert(event.clientX - box.left);
    store.set({ highlighted: spec.keyAt(time, event.clientY - box.top) });
  });
  svg.addEventListener('pointerleave', () => store.set({ highlighted: null }));
  const host = element('div', { class: 'plot' }, svg);
  const facts = factsTable(context, spec);
  const tools = pictureTools(
    {
      name: [shownName(context), spec.id, `day ${day.replication}`],
      svg,
      host,
      frame: () => ({
        title: spec.title,
        note: `${shownDay(context)}\n${spec.explanation}`,
        keys: spec.keys.flatMap(({ name, colour, symbol }) =>
          colour === null ? [] : [{ name, colour: resolved(colour), symbol }],
        ),
      }),
      table: spec.table,
    },
    language,
  );

  new ResizeObserver(() => {
    if (host.clientWidth === 0) return;
    const width = fitTo(scale, host.clientWidth);
    picture.attr('width', width);
    labels.selectAll('*').remove();
    spec.draw(drawn, labels, scale, width);
    spec.highlight(store.state.highlighted);
    drawTimeAxis(axis, scale, format);
    marks.fit(spec.height);
  }).observe(host);

  return {
    element: element(
      'section',
      { class: 'chart', 'aria-labelledby': titleId },
      element('div', { class: 'chart-plot' }, title, explanation, host),
      element(
        'div',
        { class: 'chart-facts' },
        spec.beside === undefined ? null : spec.beside.element,
        facts.element,
        tools.element,
      ),
    ),
    update(changed) {
      marks.update(changed);
      facts.update(changed);
      if (changed.has('highlighted')) spec.highlight(store.state.highlighted);
    },
    showFigures(stretch, whole) {
      facts.showFigures(stretch, whole);
      spec.beside?.update(stretch ?? whole);
      tools.refresh();
    },
  };
}

/** A colour of the style sheet as it is in the present theme. */
function resolved(colour: string): string {
  const probe = element('span', { hidden: true });
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.color = colour;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
