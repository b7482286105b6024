/** The part of an audit that says where talk is understood, and what would keep it in. */
import type { Scenario } from '../../../scenario/schema.ts';
import { type Heard, type HeardPlace, PRIVACY_STI, TRIED, UNDERSTOOD_FROM } from '../../audit/heard.ts';
import type { Audit, AuditedPlace } from '../../audit.ts';
import { left, right, WIDTH, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { type Cell, labelWidth, matrixText, placeLabel } from './matrix.ts';
import { listed, metres, wayText, whereText } from './words.ts';

type Talking = AuditedPlace & { readonly heard: HeardPlace };

/** Most places that are told in words. */
const TOLD = 5;
/** Stands for an STI at which talk is private. */
const PRIVATE = '·';

export function hearingText(audit: Audit, scenario: Scenario, style: Style): string[] {
  const places = audit.places
    .filter((place): place is Talking => place.heard !== null)
    .sort((a, b) => (b.heard.worst?.sti ?? 0) - (a.heard.worst?.sti ?? 0));
  if (audit.hall === null || places.length === 0) return [];
  const open = places.filter(({ heard }) => heard.privacy !== 'private' || isHeard(heard.way, audit));
  return [
    style.title('Who could understand what is said'),
    ...wrap(`${hallText(audit.hall, scenario)} ${countText(places)}`, WIDTH).map(style.faint),
    ...(open.length === 0 ? [] : ['', ...matrix(audit, open, style), '', ...worst(open, scenario, style)]),
    '',
    ...partitions(audit, places, style),
    ...loops(places),
    '',
    ...wrap(note(audit), WIDTH).map(style.faint),
  ];
}

const isHeard = (heard: Heard | null, { privateBelow }: Audit): boolean =>
  heard !== null && heard.sti >= privateBelow;

function hallText(hall: NonNullable<Audit['hall']>, { acoustics }: Scenario): string {
  const { noise, masking, finish, reverberation, voice } = acoustics;
  const added = masking === undefined ? '' : ` and ${masking} dB(A) of sound masking`;
  const blurred = reverberation === undefined ? '' : `, reverberation ${reverberation} s`;
  return (
    `Noise ${noise} dB(A)${added}, ${typeof finish === 'string' ? finish : 'measured'} finish${blurred}, ${voice} ` +
    `voice: in the open hall speech ${distractedText(hall.distraction)} and is ${privateText(hall.privacy)}.`
  );
}

function distractedText(distance: number): string {
  if (distance === 0) return 'distracts nobody';
  return distance === Number.POSITIVE_INFINITY
    ? 'distracts everybody'
    : `distracts up to ${metres(distance)}`;
}

function privateText(distance: number): string {
  if (distance === 0) return 'private everywhere';
  return distance === Number.POSITIVE_INFINITY
    ? 'private nowhere'
    : `private beyond ${distance.toFixed(0)} m`;
}

function countText(places: readonly Talking[]): string {
  const named = (privacy: HeardPlace['privacy']) =>
    places.filter(({ heard }) => heard.privacy === privacy).map(({ space }) => space);
  const [understood, partly, hidden] = [named('understood'), named('partly'), named('private')];
  return (
    `Of ${places.length} places the talk is understood elsewhere at ${understood.length}, in part at ` +
    `${partly.length}, and private at ${hidden.length}${hidden.length === 0 ? '' : `: ${listed(hidden)}`}.`
  );
}

function matrix(audit: Audit, places: readonly Talking[], style: Style): string[] {
  const column = (heading: string, of: (heard: HeardPlace) => Heard | null) => ({
    heading,
    cells: places.map(({ heard }) => cell(of(heard), audit, style)),
  });
  return [
    style.faint(
      `STI at the worst spot there; ${PRIVATE} below ${audit.privateBelow.toFixed(2)}, where talk is private`,
    ),
    ...matrixText(
      {
        corner: 'Said at',
        rows: places.map(({ space }) => space),
        columns: [
          ...audit.spots.areas.map(({ id }, k) => column(id, ({ areas }) => areas[k])),
          column('on ways', ({ way }) => way),
        ],
        last: {
          heading: 'neighbour',
          cells: places.map(({ heard: { neighbour } }) => {
            const one = cell(neighbour, audit, style);
            if (neighbour === null || !isHeard(neighbour, audit)) return one;
            return { ...one, name: neighbour.at.id ?? '' };
          }),
        },
      },
      style,
    ),
  ];
}

function cell(heard: Heard | null, { privateBelow }: Audit, style: Style): Cell {
  if (heard === null) return { text: '' };
  if (heard.sti < privateBelow) return { text: PRIVATE, style: style.faint };
  return { text: heard.sti.toFixed(2), style: heard.sti < UNDERSTOOD_FROM ? style.open : style.bad };
}

function worst(places: readonly Talking[], scenario: Scenario, style: Style): string[] {
  const width = labelWidth(places.map(({ space }) => space));
  return [
    style.title('Worst places'),
    ...places.slice(0, TOLD).flatMap(({ space, heard }) => {
      const { worst: at, understood } = heard;
      if (at === null) return [];
      const text =
        `${at.sti.toFixed(2)} at ${whereText(at.at)}, ${metres(at.distance)} away: ` +
        `${Math.round(100 * understood)} % of sentences understood${mannerText(at, scenario)}${wayOf(heard)}`;
      const [first, ...more] = wrap(text, WIDTH - width);
      return [placeLabel(space, width) + first, ...more.map((line) => left('', width) + line)];
    }),
  ];
}

/** Where it is not how one talks in the hall, with a clerk who is there. */
function mannerText({ manner }: Heard, { acoustics }: Scenario): string {
  if (manner.clerk === 'loudspeaker') return `, through a loudspeaker (${acoustics.loudspeaker} voice)`;
  return manner.voice === acoustics.voice ? '' : `, by a ${manner.voice} voice`;
}

/** The worst way, where it is worse than all spots where others stay. */
function wayOf({ way, worst: stay }: HeardPlace): string {
  // As far as the digits that are shown tell.
  if (way === null || Math.round(100 * way.sti) <= Math.round(100 * (stay?.sti ?? 0))) return '';
  return `; in passing ${way.sti.toFixed(2)}, ${wayText(way.at)}, ${metres(way.distance)} away`;
}

const BOUNDED = 26;
const REDUCTION = 7;
const CLASS = 7;
const STI = 7;
const NAMES: Readonly<Record<string, string>> = {
  'semi-closed booth': 'booth',
  'full room': 'room',
};

function partitions({ privateBelow }: Audit, places: readonly Talking[], style: Style): string[] {
  const stiText = (sti: number) => (sti < privateBelow ? PRIVATE : sti.toFixed(2));
  const label = labelWidth(['Said at', ...places.map(({ space }) => space)]);
  const tried = TRIED.map((name) => right(NAMES[name] ?? name, STI)).join('');
  const bounded = Math.min(BOUNDED, WIDTH - label - REDUCTION - CLASS - (1 + TRIED.length) * STI);
  return [
    style.title('What keeps it in, and the STI where others stay with another partition'),
    style.title(
      left('Said at', label) +
        left('bounded by', bounded) +
        right('DS,A', REDUCTION) +
        right('class', CLASS) +
        right('now', STI) +
        tried,
    ),
    ...places.map(({ space, bounds, heard }) => {
      const reduction = bounds.reduction === null ? '–' : `${bounds.reduction.toFixed(0)} dB`;
      const better = heard.better.map((sti) =>
        sti === null || heard.privacy === 'private' ? '' : stiText(sti),
      );
      return (
        placeLabel(space, label) +
        left(bounds.name, bounded) +
        right(reduction, REDUCTION) +
        right(bounds.class ?? 'none', CLASS) +
        right(stiText(heard.worst?.sti ?? 0), STI) +
        better.map((text) => right(text, STI)).join('')
      ).trimEnd();
    }),
  ];
}

/** Who hears by a hearing loop what is not for them. */
function loops(places: readonly Talking[]): string[] {
  const reached = places.flatMap(({ space, heard: { inLoop } }) => {
    const ids = [...new Set(inLoop.filter(({ seat }) => seat === null).map(({ id }) => `${id}`))];
    const seats = inLoop.filter(({ seat }) => seat !== null).length;
    const all = [...ids, ...(seats === 0 ? [] : [`${seats} ${seats === 1 ? 'seat' : 'seats'}`])];
    return all.length === 0 ? [] : [`that of ${space} reaches ${listed(all)}`];
  });
  if (reached.length === 0) return [];
  return ['', ...wrap(`Hearing aids pick up all that is said within a loop: ${reached.join('; ')}.`, WIDTH)];
}

const note = ({ privateBelow }: Audit): string =>
  `STI by IEC 60268-16: private below ${privateBelow.toFixed(2)}, understood from 0.50 on ` +
  (privateBelow < PRIVACY_STI
    ? '(the strictest limit of the file, and the distraction distance of ISO 3382-3); '
    : '(the privacy and distraction distances of ISO 3382-3); ') +
  'sentences after ISO 9921. Said by visitor and clerk, face to face; heard in each seat, wherever visitors ' +
  'are served or stand, and every 2 m on their ways; metres are from the middle of the place. Sound goes through ' +
  'walls, round their free ends, and by doors that stand open. DS,A is by how much what ' +
  'encloses the place reduces the level of speech, and the class that of a pod with this DS,A (ISO 23351-1, A+ to D): ' +
  'a screen shades, but reduces nothing, and a room, in which sound builds up, less than it is rated. Tried: a semi-closed booth (DS,A 10 dB), a pod of class B (25 dB), and walls ' +
  'to the ceiling (DnT,w 40 dB).';
