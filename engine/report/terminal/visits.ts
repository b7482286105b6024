/**
 * Visits: who came and how it ended, how long they were in the house, and what got done. What never happened is
 * left out, but for the lines that a reader looks for.
 */
import type { Page } from './figures.ts';
import { percent } from './numbers.ts';
import { type Entry, pairs } from './pairs.ts';

export function visits(page: Page): string[] {
  return pairs(
    page,
    { title: 'Visits a day', entries: came(page) },
    { title: 'Left without service', entries: left(page) },
  );
}

export function house(page: Page): string[] {
  return pairs(
    page,
    { title: 'In the house', entries: inHouse(page) },
    { title: 'What got done', entries: done(page) },
  );
}

/** An entry for a measure, left out where it never occurred. */
function optional({ figures }: Page, label: string, measure: string): Entry[] {
  return figures.occurs(measure) ? [{ label, figure: figures.of(measure) }] : [];
}

function came(page: Page): Entry[] {
  const { figures } = page;
  return [
    { label: 'Came in', figure: figures.of('arrived.count') },
    { label: 'Served', figure: figures.of('served.count') },
    ...optional(page, 'Still inside at end', 'unfinished.count'),
    ...optional(page, 'Booked, did not come', 'noShow.count'),
    ...optional(page, 'Turned away, full', 'turnedAway.full'),
    ...optional(page, 'Turned away, closed', 'turnedAway.closed'),
  ];
}

function left(page: Page): Entry[] {
  const { figures } = page;
  return [
    { label: 'All', figure: figures.of('left.count') },
    { label: '  of who came in', figure: percent(figures.of('left.share')), unit: '%' },
    ...optional(page, 'Gave up waiting', 'reneged.count'),
    ...optional(page, 'Saw the queue', 'balked.count'),
    ...optional(page, 'Could not be served', 'sentHome.count'),
    ...optional(page, 'Will come back', 'returning.count'),
  ];
}

function inHouse({ figures }: Page): Entry[] {
  return [
    { label: 'Door to door', figure: figures.of('house.mean'), unit: 'min' },
    { label: '  nine in ten within', figure: figures.of('house.p90'), unit: 'min' },
    { label: 'Inside, on average', figure: figures.of('house.visitors') },
    { label: '  most at once', figure: figures.of('house.max') },
    { label: 'Waiting, on average', figure: figures.of('queue.length') },
    { label: '  most at once', figure: figures.of('queue.max') },
    { label: '  standing, of waits', figure: percent(figures.of('standing.share')), unit: '%' },
  ];
}

function done(page: Page): Entry[] {
  const { figures, scenario } = page;
  const hasExperts = Object.values(scenario.roles).some(({ kind }) => kind.endsWith('expert'));
  return [
    { label: 'Matters a visit', figure: figures.of('matters.perVisit') },
    { label: 'All in one visit', figure: percent(figures.of('matters.oneVisit')), unit: '%' },
    { label: 'Service time', figure: figures.of('service.mean'), unit: 'min' },
    ...optional(page, 'Hand-overs a day', 'handOver.count'),
    ...(figures.occurs('handOver.count')
      ? [{ label: '  wait before one', figure: figures.of('handOver.wait'), unit: 'min' }]
      : []),
    { label: 'Fall-backs a day', figure: figures.of('fallback.count') },
    { label: '  of services', figure: percent(figures.of('fallback.share')), unit: '%' },
    ...(hasExperts
      ? [{ label: "Experts' own work", figure: percent(figures.of('expert.share')), unit: '%' }]
      : []),
  ];
}
