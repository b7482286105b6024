/** The conflicts of one day: a list of them, and one told as a story. */
import type { Model } from '../../model/model.ts';
import type { Conflict } from '../../privacy/conflict.ts';
import { visible } from '../../scenario/visible.ts';
import { CAUSES } from '../../statistics/scopes.ts';
import { left, right, WIDTH, wrap } from './layout.ts';
import { styleFor } from './style.ts';

/** Most conflicts that are listed; any can be told. */
const LISTED = 20;

/** The gravest first: by how long and how well it was understood, in person-seconds. */
export function byGravity(conflicts: readonly Conflict[]): Conflict[] {
  return [...conflicts].sort((a, b) => gravity(b) - gravity(a) || a.from - b.from || a.listener - b.listener);
}

const gravity = ({ from, to, understood, listeners }: Conflict): number =>
  (to - from) * understood * listeners;

export function conflictList(conflicts: readonly Conflict[], model: Model, colour: boolean): string[] {
  const style = styleFor(colour);
  const heading = `${right('', 4)}  ${left('from', 6)}${left('to', 6)}${left('said at', 10)}${left('heard in', 22)}`;
  return [
    style.title(conflicts.length === 0 ? 'No conflicts' : `${conflicts.length} conflicts, the gravest first`),
    style.faint(`${heading}${right('STI', 5)}${right('min', 6)}  matter`),
    ...conflicts.slice(0, LISTED).map((conflict, k) => {
      const { from, to, space, place, sti, matter } = conflict;
      const where = `${left(model.ids.spaces[space], 10)}${left(heardIn(place, model), 22)}`;
      const how = `${right(sti.toFixed(2), 5)}${right(minutes(to - from), 6)}`;
      return `${right(String(k + 1), 4)}  ${left(clock(from), 6)}${left(clock(to), 6)}${where}${how}  ${left(model.ids.matters[matter], 17)}`.trimEnd();
    }),
    ...(conflicts.length > LISTED ? [style.faint(`      and ${conflicts.length - LISTED} more`)] : []),
  ];
}

/** One conflict in sentences, with times and places, and why. */
export function conflictStory(conflict: Conflict, model: Model, colour: boolean): string[] {
  const style = styleFor(colour);
  const { scenario, ids } = model;
  const { from, to, talker, listener, matter, space, place, clerk, sti, understood, listeners } = conflict;
  const about = scenario.matters[ids.matters[matter]];
  const { name, speech } = scenario.sensitivities[about.sensitivity];
  const type = scenario.spaceTypes[model.scenario.spaces[ids.spaces[space]].type];
  const many =
    listeners === 1 ? `Visitor ${listener}` : `Visitor ${listener} and ${listeners - 1} who came along`;
  const sentences = [
    `Visitor ${talker} talks with ${ids.clerks[clerk]} about '${visible(about.name)}' at ${ids.spaces[space]}, ${visible(type.name)}.`,
    `${many} could listen in ${heardIn(place, model)}, ${distance(space, place, model).toFixed(1)} m away, from ` +
      `${clock(from)} to ${clock(to)}: ${inWords(to - from)}.`,
    `The speech transmission index there is ${sti.toFixed(2)}: ${Math.round(100 * understood)} % of the sentences are ` +
      `understood. The matter is ${visible(name)}, which allows ${(speech?.sti ?? 1).toFixed(2)}, for ${inWords(speech?.time ?? 0)}.`,
    why(conflict, model),
  ];
  return [
    style.title(`${clock(from)}, ${ids.spaces[space]}`),
    ...sentences.flatMap((sentence) => wrap(sentence, WIDTH)),
  ];
}

function why({ cause, matter, space, waited }: Conflict, model: Model): string {
  const { matters, spaceTypes } = model.scenario;
  const proper = matters[model.ids.matters[matter]].spaces
    .map((id) => visible(spaceTypes[id].name))
    .join(' or ');
  return CAUSES[cause] === 'fallback'
    ? `Why: a fall-back. It belongs into ${proper}; none was free after ${inWords(waited)} of waiting.`
    : `Why: the layout. ${model.ids.spaces[space]} is a proper place for it, and lets it through even with all others free.`;
}

function heardIn(place: number, model: Model): string {
  const space = model.hearing?.places[place].space ?? place;
  const first = model.hearing?.firstSeat[space] ?? -1;
  const seat = first >= 0 && place >= first ? `, seat ${place - first + 1}` : '';
  return `${model.ids.spaces[space]}${seat}`;
}

function distance(space: number, place: number, { hearing }: Model): number {
  if (hearing === null) return 0;
  const a = hearing.places[space];
  const b = hearing.places[place];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

const minutes = (seconds: number): string => (seconds / 60).toFixed(1);

const inWords = (seconds: number): string =>
  seconds < 60 ? `${Math.round(seconds)} s` : `${minutes(seconds)} min`;

function clock(seconds: number): string {
  const minute = Math.floor(seconds / 60);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
