/** The day in figures: a line of the most important ones, and the charts under one axis of time. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { everything } from '../app/remade.ts';
import { chartView } from './chart-view.ts';
import { seriesOf } from './day-series.ts';
import { headlineView } from './headline.ts';
import { privacyChart } from './privacy-chart.ts';
import { queueChart } from './queue-chart.ts';
import { StretchFigures, WHOLE_DAY } from './stretch-figures.ts';
import { rolesChart, spacesChart } from './use-charts.ts';
import { waitsChart } from './waits-chart.ts';
import { words } from './words.ts';

/** Of a day with more events than these, the charts come after the rest of the page. */
const MANY_EVENTS = 200_000;
/** In milliseconds: the floor is drawn by then. */
const AFTER_THE_REST = 100;

export function dayChartsView(context: Context): View {
  const { store, day } = context;
  const said = words(store.state.language);
  const made = element('div', { class: 'day-charts' });
  made.append(element('h2', { class: 'charts-title' }, said.title), element('p', { class: 'how' }, said.how));
  if (day.events.length <= MANY_EVENTS) return { element: made, update: filled(made, context) };
  let update: View['update'] | null = null;
  const coming = element('p', { class: 'nothing', role: 'status' }, said.coming);
  made.append(coming);
  setTimeout(() => {
    if (!made.isConnected) return;
    coming.remove();
    update = filled(made, context);
    update(everything(store.state));
  }, AFTER_THE_REST);
  return { element: made, update: (changed) => update?.(changed) };
}

/** Puts the charts in, and returns what is to be called after each change. */
function filled(made: HTMLElement, context: Context): View['update'] {
  const { store, day, house } = context;
  const series = seriesOf(day, house);
  const whole = new StretchFigures(day, house, series, WHOLE_DAY);
  const headline = headlineView(context);
  const charts = [queueChart, waitsChart, rolesChart, spacesChart, privacyChart].map((make) =>
    chartView(context, make(context)),
  );
  const remakePrivacy = () => {
    const last = charts.length - 1;
    const chart = chartView(context, privacyChart(context));
    charts[last].element.replaceWith(chart.element);
    charts[last] = chart;
    chart.update(everything(store.state));
  };
  made.append(headline.element, ...charts.map((chart) => chart.element));
  const showFigures = () => {
    const { stretch } = store.state;
    const figures = stretch === null ? null : new StretchFigures(day, house, series, stretch);
    headline.showFigures(figures, whole);
    for (const chart of charts) chart.showFigures(figures, whole);
  };
  const later = whenThereIsTime(showFigures);
  return (changed) => {
    for (const chart of charts) chart.update(changed);
    if (changed.has('privacy')) remakePrivacy();
    if (changed.has('day') || changed.has('privacy')) showFigures();
    else if (changed.has('stretch')) later();
  };
}

/** The act at the next frame; and where it takes long, not again before as much time has passed. */
function whenThereIsTime(act: () => void): () => void {
  let isDue = false;
  let rest = 0;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      requestAnimationFrame(() => {
        isDue = false;
        const start = performance.now();
        act();
        const took = performance.now() - start;
        rest = took > 8 ? 3 * took : 0;
      });
    }, rest);
  };
}
