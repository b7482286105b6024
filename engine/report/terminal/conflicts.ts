/** The conflicts of one day as a list, the gravest first. */
import type { Model } from '../../model/model.ts';
import type { Conflict } from '../../privacy/conflict.ts';
import { columns } from '../../scenario/visible.ts';
import { CAUSES, KIND_IDS } from '../../statistics/scopes.ts';
import { clock, percentOf, vantageInShort } from './conflict-words.ts';
import { groupedBy } from './grouped.ts';
import { left, leftWithSuffix, right, WIDTH, wrap } from './layout.ts';
import { meanAlone } from './numbers.ts';
import { styleFor } from './style.ts';

/** Most conflicts that are listed; any can be told. */
const LISTED = 20;

const NUMBER = 2;
const CLOCK = 5;
const KIND = 13;
const AT = 9;
const FROM = 15;
const LASTING = 5;
const CAUSE = 8;
const MATTER = WIDTH - (NUMBER + CLOCK + KIND + AT + FROM + LASTING + CAUSE + 7);
const PEOPLE = '×';
const PROBABILITY = '%';

/** The gravest first: by how long, for how many, how probably, and of talk by how much is understood. */
export function byGravity(conflicts: readonly Conflict[]): Conflict[] {
  return [...conflicts].sort((a, b) => gravity(b) - gravity(a) || a.from - b.from || a.visitor - b.visitor);
}

/** By which conflicts are put in order. */
export const gravity = ({ kind, seconds, persons, probability, understood }: Conflict): number =>
  seconds * persons * probability * (KIND_IDS[kind] === 'talk' ? understood : 1);

/** Lines of at most 80 columns: how many of each kind there are, and the gravest. */
export function conflictList(conflicts: readonly Conflict[], model: Model, colour: boolean): string[] {
  const style = styleFor(colour);
  if (conflicts.length === 0) return [style.title('No conflicts')];
  const listed = conflicts.slice(0, LISTED);
  // Days may be longer than a hundred hours.
  const clockWidth = Math.max(CLOCK, ...listed.map(({ from }) => clock(from).length));
  const people = weightColumn(PEOPLE, listed.map(peopleIn));
  const probability = weightColumn(PROBABILITY, listed.map(probabilityIn));
  // What these leave is for the matter, as the last.
  const kindWidth = fitting(
    'kind',
    listed.map(({ kind }) => KIND_IDS[kind]),
    KIND,
  );
  const atWidth = fitting(
    'at',
    listed.map(({ space }) => model.ids.spaces[space] ?? ''),
    AT,
  );
  const taken = clockWidth - CLOCK + kindWidth - KIND + atWidth - AT + people.width + probability.width;
  const cells = (texts: readonly string[], weights: readonly string[]) =>
    [
      right(texts[0], NUMBER),
      texts[1].padEnd(clockWidth),
      left(texts[2], kindWidth),
      left(texts[3], atWidth),
      placeOf(texts[4], FROM),
      right(texts[5], LASTING) + weights.join(''),
      left(texts[6], CAUSE),
      left(texts[7], MATTER - taken),
    ]
      .join(' ')
      .trimEnd();
  const more = conflicts.length - LISTED;
  return [
    style.title(`${countText(conflicts)}, the gravest first`),
    ...[
      tally('By kind', conflicts, ({ kind }) => KIND_IDS[kind]),
      tally('By cause', conflicts, ({ cause }) => CAUSES[cause]),
    ].flatMap((text) => wrap(text, WIDTH).map(style.faint)),
    '',
    style.faint(
      cells(
        ['', 'from', 'kind', 'at', 'perceived by', 'min', 'cause', 'matter'],
        [people.heading, probability.heading],
      ),
    ),
    ...listed.map((conflict, k) => {
      const { kind, from, seconds, space, cause, matter } = conflict;
      const at = model.ids.spaces[space] ?? '–';
      const about = model.ids.matters[matter] ?? '–';
      return cells(
        [
          String(k + 1),
          clock(from),
          KIND_IDS[kind],
          at,
          perceivedBy(conflict, model),
          minutes(seconds),
          CAUSES[cause],
          about,
        ],
        [people.cells[k], probability.cells[k]],
      );
    }),
    ...(more > 0 ? [style.faint(`${' '.repeat(NUMBER + 1)}and ${more} more`)] : []),
    ...legend(people.width > 0, probability.width > 0).map(style.faint),
  ];
}

/** What a run counts is the sum of probabilities; the list has a line for each. */
function countText(conflicts: readonly Conflict[]): string {
  const { length } = conflicts;
  const expected = conflicts.reduce((sum, { probability }) => sum + probability, 0);
  if (length - expected < 1e-9) return counted(length, 'conflict', 'conflicts');
  const room = { before: 8, after: 0 };
  const mean = meanAlone({ mean: expected, halfWidth: null }, room);
  return `${counted(length, 'possible conflict', 'possible conflicts')}, ${mean} to be expected`;
}

const peopleIn = ({ persons }: Conflict): string => (persons < 1.5 ? '' : String(Math.round(persons)));
const probabilityIn = ({ probability }: Conflict): string =>
  probability === 1 ? '' : percentOf(probability);

/** The columns that the longest of these takes, and at most so many. */
const fitting = (heading: string, texts: readonly string[], most: number): number =>
  Math.min(most, Math.max(heading.length, ...texts.map(columns)));

/** A narrow column, with the blank before it; of no width where nothing is in it. */
function weightColumn(heading: string, texts: readonly string[]) {
  const longest = Math.max(...texts.map((text) => text.length));
  const width = longest === 0 ? 0 : longest + 1;
  const cell = (text: string) => (width === 0 ? '' : text.padStart(width));
  return { width, heading: cell(heading), cells: texts.map(cell) };
}

function legend(hasPeople: boolean, hasProbability: boolean): string[] {
  const texts = [
    ...(hasPeople ? [`${PEOPLE}: how many people, where more than one`] : []),
    ...(hasProbability
      ? [`${PROBABILITY}: how probable, where not certain; a run counts each conflict by it`]
      : []),
  ];
  return texts.length === 0 ? [] : ['', ...wrap(`${texts.join('. ')}.`, WIDTH)];
}

/** From where; or who, where that is not a matter of places. */
function perceivedBy(
  { kind, vantage, witness, persons, clerk, interpreter }: Conflict,
  model: Model,
): string {
  if (vantage >= 0) return vantageInShort(vantage, model);
  if (KIND_IDS[kind] === 'name') return `${Math.round(persons)} inside`;
  if (KIND_IDS[kind] === 'bystander') return model.ids.clerks[interpreter] ?? 'who is along';
  return witness >= 0 ? `visitor ${witness}` : (model.ids.clerks[clerk] ?? '–');
}

/** `By kind, …: 12 talk (1), 3 screen (9).`: the most frequent first. */
function tally(by: string, conflicts: readonly Conflict[], of: (conflict: Conflict) => string): string {
  const counts = [...groupedBy(conflicts, of)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([name, those]) => `${those.length} ${name} (${conflicts.indexOf(those[0]) + 1})`);
  return `${by}, with the number of the gravest: ${counts.join(', ')}.`;
}

/** With two decimals where it is short. */
function minutes(seconds: number): string {
  const text = (seconds / 60).toFixed(seconds < 6 ? 2 : 1);
  const room = { before: LASTING, after: 0 };
  return text.length <= LASTING ? text : meanAlone({ mean: seconds / 60, halfWidth: null }, room);
}

/** Keeps what follows the name of a place: `waiting-ar…:12`. */
function placeOf(text: string, width: number): string {
  const seat = text.match(/:\d+$/)?.[0] ?? '';
  return leftWithSuffix(text.slice(0, text.length - seat.length), seat, width);
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
