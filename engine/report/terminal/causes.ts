/**
 * Why there was exposure: its causes, the largest first, and under each what would change without it, as runs of that
 * design with the same visitors show.
 */
import type { Affected, RankedCause } from '../../experiment/counterfactual.ts';
import type { Cause } from '../../statistics/scopes.ts';
import type { Page } from './figures.ts';
import { left, right, WIDTH, wrap } from './layout.ts';
import { aligned, type Estimated, over, type Room, signed } from './numbers.ts';

const NAME = 28;
const SHARE = 6;
const LABEL = NAME + SHARE + 1;
const CELL: Room = { before: 6, after: 5 };

const NAMES: Readonly<Record<Cause, string>> = {
  layout: 'Layout',
  shortage: 'Shortage of proper places',
  rule: 'Rules of the house',
  people: 'What people do',
  'call-out': 'Names called aloud',
};

const HEADINGS = {
  'privacy.exposure': 'exposed, min',
  'privacy.conflicts': 'conflicts',
  'wait.mean': 'mean wait, min',
} as const satisfies Partial<Record<Affected, string>>;
type Shown = keyof typeof HEADINGS;
const SHOWN: readonly Shown[] = ['privacy.exposure', 'privacy.conflicts', 'wait.mean'];

export function causes({ style, write }: Page, ranked: readonly RankedCause[]): string[] {
  if (ranked.length === 0) return [];
  const wereRun = ranked.some(({ without }) => without !== null);
  const columns = SHOWN.filter((name) => wereRun || name !== 'wait.mean');
  const line = (label: string, cellOf: (name: Shown) => string) =>
    `${label}${columns.map((name) => aligned(cellOf(name), CELL)).join(' ')}`.trimEnd();
  return [
    style.title(left('Why, a day', NAME)) +
      style.faint(
        `${right('share', SHARE)} ${columns.map((name) => over(HEADINGS[name], CELL)).join(' ')}`.trimEnd(),
      ),
    ...ranked.flatMap((cause) => [
      line(labelled(cause), (name) => (name === 'wait.mean' ? '' : write(figureOf(cause, name), CELL))),
      ...changes(cause).map(({ brief, differences }) =>
        style.faint(line(left(`  ${brief}`, LABEL), (name) => signed(differences[name], write, CELL))),
      ),
    ]),
    ...(wereRun ? wrap(NOTE + fewerServices(ranked, write), WIDTH).map(style.faint) : []),
  ];
}

const NOTE =
  'Under each cause, what changes without it, the same visitors coming, as paired differences. What one cause no longer ' +
  'exposes may be exposed by another, so they do not add up.';

/** What is exposed no longer because it is not done any more. */
function fewerServices(ranked: readonly RankedCause[], write: Page['write']): string {
  const fewer = ranked.flatMap(changes).flatMap(({ brief, differences }) => {
    const { mean, halfWidth } = differences['service.count'];
    const isSure = mean !== null && mean + (halfWidth ?? 0) < 0;
    return isSure ? [`${write({ mean: -mean, halfWidth })} ${brief}`] : [];
  });
  if (fewer.length === 0) return '';
  return ` Fewer services a day are then begun: ${fewer.join('; ')}. What is not done is not exposed either.`;
}

const labelled = ({ cause, share }: RankedCause): string =>
  `${left(NAMES[cause], NAME)}${right(`${Math.round(100 * share)} %`, SHARE)} `;

/** What changes without the cause, where that was run. */
const changes = ({ without }: RankedCause) =>
  without === null ? [] : [{ brief: without.change.brief, differences: without.differences }];

/** A wait has no cause here. */
const figureOf = ({ exposure, conflicts }: RankedCause, name: Exclude<Shown, 'wait.mean'>): Estimated =>
  name === 'privacy.exposure' ? exposure : conflicts;
