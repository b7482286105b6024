/**
 * Privacy: how much private talk others could understand, where it was said, and why it could be heard.
 */
import type { Page } from './figures.ts';
import { type Entry, pairs } from './pairs.ts';

/** Most space types that are shown. */
const PLACES_MAX = 4;

/** Nothing where no limit is set, or it cannot be known who hears whom. */
export function privacy(page: Page): string[] {
  const { figures, scenario } = page;
  const hasLimit = Object.values(scenario.sensitivities).some(({ speech }) => speech !== undefined);
  if (!hasLimit || scenario.floor === undefined) return [];
  const heard: Entry[] = [
    { label: 'Person-minutes a day', figure: figures.of('privacy.exposure') },
    { label: '  understood of them', figure: figures.of('privacy.understood') },
    { label: '  for each visit', figure: figures.of('privacy.perVisit') },
    { label: 'Conflicts a day', figure: figures.of('privacy.conflicts') },
    ...cause(page, '  place as designed', 'layout'),
    ...cause(page, '  after a fall-back', 'fallback'),
  ];
  return pairs(
    page,
    { title: 'Private talk overheard', entries: heard },
    { title: 'Said at, person-minutes', entries: places(page) },
  );
}

const cause = ({ figures }: Page, label: string, id: string): Entry[] =>
  figures.occurs('privacy.conflicts', { cause: id })
    ? [{ label, figure: figures.of('privacy.conflicts', { cause: id }) }]
    : [];

/** The space types where most of it is said. */
function places({ figures, scenario }: Page): Entry[] {
  return (
    Object.entries(scenario.spaceTypes)
      // Without a gloss in brackets, for which there is no room.
      .map(([spaceType, { name }]) => ({
        label: name.split(' (')[0],
        figure: figures.of('privacy.exposure', { spaceType }),
      }))
      .filter(({ figure }) => (figure.mean ?? 0) > 0)
      .sort((a, b) => (b.figure.mean ?? 0) - (a.figure.mean ?? 0))
      .slice(0, PLACES_MAX)
  );
}
