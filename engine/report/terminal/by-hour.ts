/**
 * The day by the hour: how long those wait whose wait begins then, and how many are inside.
 */
import { openHours, type Page } from './figures.ts';
import { left, right, WIDTH } from './layout.ts';
import { type Estimated, halfWidthAlone, meanAlone } from './numbers.ts';

const LABEL = 15;
const WIDEST = 7;
const NARROWEST = 5;

/** Left out where the hours don't fit, or where there is but one. */
export function byHour({ figures, scenario, style, write }: Page): string[] {
  const hours = openHours(scenario);
  const column = Math.min(WIDEST, Math.floor((WIDTH - LABEL) / hours.length));
  if (hours.length < 2 || column < NARROWEST) return [];
  const cells = (texts: readonly string[]) => texts.map((text) => right(text, column)).join('');
  // A blank is left between hours.
  const room = { before: column - 1, after: column - 1 };
  const hasIntervals = write !== meanAlone;
  const rows = (label: string, measure: string) => {
    const estimates: Estimated[] = hours.map((hour) => figures.of(measure, { hour }));
    return [
      left(label, LABEL) + cells(estimates.map((figure) => meanAlone(figure, room))),
      ...(hasIntervals
        ? [style.faint(right('± ', LABEL) + cells(estimates.map((figure) => halfWidthAlone(figure, room))))]
        : []),
    ];
  };
  return [
    style.title(left('By hour', LABEL)) + style.faint(cells(hours.map(String))),
    ...rows('Mean wait, min', 'wait.mean'),
    ...rows('Inside', 'house.visitors'),
  ];
}
