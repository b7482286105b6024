/** The part of an audit that says what of each place can be made out, and from where. */

import { type SeenThing, SIGHTS, type SightKind } from '../../audit/seen.ts';
import type { Audit, AuditedPlace } from '../../audit.ts';
import { left, leftWithSuffix, right, WIDTH, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { type Cell, labelWidth, matrixText, placeLabel } from './matrix.ts';
import { listed, metres, wayText, whereIn } from './words.ts';

type Shown = AuditedPlace & { readonly seen: readonly SeenThing[] };

const LETTERS: Readonly<Record<SightKind, string>> = { screen: 'S', paper: 'P', face: 'F' };
const NAMES: Readonly<Record<SightKind, string>> = { screen: 'screen', paper: 'papers', face: 'face' };
const NOTHING = '·';

export function sightText(audit: Audit, style: Style): string[] {
  const all = audit.places.filter((place): place is Shown => place.seen !== null);
  if (all.length === 0) return [];
  const shown = all.filter(({ seen }) => rank(seen) < NOT_SEEN).sort((a, b) => rank(a.seen) - rank(b.seen));
  const hidden = all.filter((place) => !shown.includes(place)).map(({ space }) => space);
  return [
    style.title('Who could see what'),
    ...wrap(countText(all, hidden), WIDTH).map(style.faint),
    ...(shown.length === 0 ? [] : ['', ...matrix(audit, shown, style), '', ...details(audit, shown, style)]),
    ...filters(all).flatMap((text) => ['', ...wrap(text, WIDTH)]),
    '',
    ...wrap(NOTE, WIDTH).map(style.faint),
  ];
}

const thingOf = (seen: readonly SeenThing[], what: SightKind) => seen.find((thing) => thing.what === what);
const isSeenFromStays = (seen: readonly SeenThing[], what: SightKind) =>
  (thingOf(seen, what)?.nearest ?? null) !== null;
const isSeenOnWays = (seen: readonly SeenThing[], what: SightKind) =>
  (thingOf(seen, what)?.way ?? null) !== null;
const isSeen = (seen: readonly SeenThing[], what: SightKind) =>
  isSeenFromStays(seen, what) || isSeenOnWays(seen, what);

const NOT_SEEN = 2 * SIGHTS.length;

/** By the most telling thing that is made out where others stay, then by that on ways. */
function rank(seen: readonly SeenThing[]): number {
  const stays = SIGHTS.findIndex((what) => isSeenFromStays(seen, what));
  if (stays >= 0) return stays;
  const ways = SIGHTS.findIndex((what) => isSeenOnWays(seen, what));
  return ways < 0 ? NOT_SEEN : SIGHTS.length + ways;
}

function countText(places: readonly Shown[], hidden: readonly string[]): string {
  const many = (what: SightKind) => {
    const stays = places.filter(({ seen }) => isSeenFromStays(seen, what)).length;
    const ways = places.filter(({ seen }) => isSeen(seen, what)).length - stays;
    return `${stays}${ways === 0 ? '' : ` (in passing at ${ways} more)`}`;
  };
  return (
    `Of ${places.length} places the screen can be read from elsewhere at ${many('screen')}, papers at ` +
    `${many('paper')}, and the visitor's face be recognised at ${many('face')}.` +
    (hidden.length === 0 ? '' : ` Nothing is made out of ${listed(hidden)}.`)
  );
}

function matrix({ spots }: Audit, places: readonly Shown[], style: Style): string[] {
  const column = (heading: string, of: (thing: SeenThing) => boolean | null) => ({
    heading,
    cells: places.map(({ seen }) => cell(seen, of, style)),
  });
  return [
    style.faint('S screen read, P papers read, F face recognised'),
    ...matrixText(
      {
        corner: 'Seen at',
        rows: places.map(({ space }) => space),
        columns: [
          ...spots.areas.map(({ id }, k) => column(id, ({ areas }) => areas[k])),
          column('on ways', ({ way }) => way !== null),
        ],
        last: {
          heading: 'neighbour',
          cells: places.map(({ seen }) => {
            const one = cell(seen, ({ neighbour }) => neighbour !== null, style);
            const most = SIGHTS.flatMap((what) => thingOf(seen, what)?.neighbour ?? []).at(0);
            return most === undefined ? one : { ...one, name: most.at.id ?? '' };
          }),
        },
      },
      style,
    ),
  ];
}

function cell(seen: readonly SeenThing[], of: (thing: SeenThing) => boolean | null, style: Style): Cell {
  if (seen.every((thing) => of(thing) === null)) return { text: '' };
  const letters = seen
    .filter((thing) => of(thing) === true)
    .map(({ what }) => LETTERS[what])
    .join('');
  if (letters === '') return { text: NOTHING, style: style.faint };
  return { text: letters, style: letters === LETTERS.face ? style.open : style.bad };
}

const WHAT = 8;
const NEAREST = 28;
/** At least. */
const SEATS = 9;

function details({ spots }: Audit, places: readonly Shown[], style: Style): string[] {
  const label = labelWidth(['Seen at', ...places.map(({ space }) => space)]);
  const seats = spots.areas.reduce((sum, area) => sum + area.seats, 0);
  const seatsWidth = Math.max(SEATS, `${seats} of ${seats}`.length + 1);
  const tells = places.filter(({ tells: isTold, seen }) => isTold && isSeen(seen, 'face'));
  return [
    style.title(
      left('Seen at', label) +
        left('what', WHAT) +
        left('nearest', NEAREST) +
        right('seats', seatsWidth) +
        '  nearer on a way',
    ),
    ...places.flatMap((place) =>
      place.seen
        .filter(({ what }) => isSeen(place.seen, what))
        .map((thing, k) => {
          const { nearest, way } = thing;
          const from =
            nearest === null ? left(NOTHING, NEAREST) : whereIn(nearest.at, nearest.distance, NEAREST);
          const isNearer = way !== null && (nearest === null || way.distance < nearest.distance);
          const rest = WIDTH - label - WHAT - NEAREST - seatsWidth;
          const passing = isNearer
            ? leftWithSuffix(`  ${wayText(way.at)}`, `, ${metres(way.distance)}`, rest)
            : '';
          const name = `${NAMES[thing.what]}${place.tells && thing.what === 'face' ? ' *' : ''}`;
          return (
            placeLabel(k === 0 ? place.space : '', label) +
            left(name, WHAT) +
            from +
            right(thing.seats === 0 ? NOTHING : `${thing.seats} of ${seats}`, seatsWidth) +
            passing
          ).trimEnd();
        }),
    ),
    ...(tells.length === 0 ? [] : [style.faint('* at a place that tells what the visitor came for')]),
  ];
}

/** What filters on the screens would change. */
function filters(places: readonly Shown[]): string[] {
  const read = places.flatMap(({ space, seen }) => {
    const screen = thingOf(seen, 'screen');
    return screen === undefined || !isSeen(seen, 'screen')
      ? []
      : [{ space, isStillRead: screen.filtered !== null }];
  });
  const still = read.filter(({ isStillRead }) => isStillRead).map(({ space }) => space);
  const better = read.filter(({ isStillRead }) => !isStillRead).map(({ space }) => space);
  if (read.length === 0) return [];
  return [
    'With a filter on every screen ' +
      [
        ...(better.length === 0 ? [] : [`${listed(better)} could not be read any more`]),
        ...(still.length === 0 ? [] : [`${listed(still)} still could be read, from near the front`]),
      ].join('; ') +
      '.',
  ];
}

const NOTE =
  'Assumed: clerks look as the file says (faces), or to the door of a room, or with their back to the nearest wall; their screen stands between ' +
  'them and the visitor; print is read by good eyes, at 4.1 m on a screen and 2.7 m on paper, not beyond 70° (30° with ' +
  'a filter); a face is recognised within 15 m, not from behind. Doors of closed rooms are shut while somebody is ' +
  'served, all others open. Screens hide only where the floor draws them, people never.';
