/**
 * The audit as JSON, one line a place, so that two audits can be compared line by line. Lists by vantage are in the
 * order of `vantages`: first one for each space, then the seats.
 */
import type { Scenario } from '../../scenario/schema.ts';
import type { Audit, AuditedPlace } from '../audit.ts';
import { type Heard, TRIED } from './heard.ts';
import type { Seen, SeenThing } from './seen.ts';
import type { Spot } from './spots.ts';

export function auditJson({ spots, hall, privateBelow, places }: Audit, { name }: Scenario): string {
  const members = [
    member('scenario', name),
    member(
      'hall',
      hall === null ? null : { distraction: tidy(hall.distraction), privacy: tidy(hall.privacy) },
    ),
    member('privateBelow', privateBelow),
    list(
      'areas',
      spots.areas.map(({ id, seats }) => ({ id, seats })),
    ),
    list('vantages', spots.all.filter(({ id }) => id !== null).map(vantageRow)),
    list('places', places.map(placeRow)),
    list('heard', places.flatMap(heardRows)),
    list(
      'seen',
      places.flatMap(({ space, seen }) => (seen ?? []).map((thing) => ({ space, ...seenRow(thing) }))),
    ),
  ];
  return `{\n${members.join(',\n')}\n}\n`;
}

const member = (name: string, value: unknown) => `  "${name}": ${JSON.stringify(value)}`;

function list(name: string, rows: readonly object[]): string {
  if (rows.length === 0) return `  "${name}": []`;
  return `  "${name}": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}

/** To a millimetre, or a thousandth. */
const tidy = (value: number): number => Math.round(value * 1000) / 1000;

function vantageRow({ id, seat, x, y, posture }: Spot) {
  return { space: id, seat, x: tidy(x), y: tidy(y), posture };
}

function placeRow({ space, type, tells, bounds }: AuditedPlace) {
  const { name, reduction, class: podClass, rating } = bounds;
  return {
    space,
    type,
    tells,
    partition: name,
    reduction: reduction === null ? null : tidy(reduction),
    class: podClass,
    rating,
  };
}

function heardRows({ space, heard }: AuditedPlace): object[] {
  if (heard === null) return [];
  const { privacy, letter, understood, worst, areas, neighbour, way, better, inLoop, sti } = heard;
  return [
    {
      space,
      privacy,
      letter,
      understood: tidy(understood),
      worst: heardAt(worst),
      areas: areas.map(heardAt),
      neighbour: heardAt(neighbour),
      way: heardAt(way),
      better: Object.fromEntries(TRIED.map((name, k) => [name, better[k] === null ? null : tidy(better[k])])),
      inLoop: inLoop.map(where),
      sti: sti.map(tidy),
    },
  ];
}

function heardAt(heard: Heard | null) {
  return heard === null
    ? null
    : { sti: tidy(heard.sti), distance: tidy(heard.distance), ...where(heard.at), ...heard.manner };
}

function seenRow({ what, areas, neighbour, nearest, way, seats, filtered, from }: SeenThing) {
  return {
    what,
    seats,
    areas,
    nearest: seenAt(nearest),
    neighbour: seenAt(neighbour),
    way: seenAt(way),
    filtered: seenAt(filtered),
    from,
  };
}

function seenAt(seen: Seen | null) {
  return seen === null ? null : { distance: tidy(seen.distance), ...where(seen.at) };
}

function where({ id, seat, way, x, y }: Spot) {
  if (way !== null) return { way, x: tidy(x), y: tidy(y) };
  return seat === null ? { space: id } : { space: id, seat };
}
