/** One conflict told as a short story: who, where, when, who could perceive it from where and how strongly, and why. */
import type { Conflict } from '../../privacy/conflict.ts';
import { type ConflictFacts, factsOf, indexOver } from '../conflicts/facts.ts';
import type { Known } from '../conflicts/whereabouts.ts';
import { whyOf } from './conflict-why.ts';
import {
  clock,
  lasting,
  percentage,
  placeInWords,
  vantageInWords,
  when,
  witnesses,
} from './conflict-words.ts';
import { WIDTH, wrap } from './layout.ts';
import { styleFor } from './style.ts';

/** Lines of at most 80 columns. */
export function conflictStory(conflict: Conflict, known: Known, colour: boolean): string[] {
  const style = styleFor(colour);
  const facts = factsOf(conflict, known);
  const { kind, from, place, cause } = facts;
  const where = place === null ? '' : ` at ${place.id}`;
  return [
    ...wrap(`${clock(from)}, ${kind}${where} (${cause})`, WIDTH).map(style.title),
    ...happened(facts).flatMap((sentence) => wrap(sentence, WIDTH)),
    ...wrap(`Why: ${whyOf(facts.reason)}`, WIDTH),
  ];
}

/** Sentences about what happened. */
function happened(facts: ConflictFacts): string[] {
  switch (facts.kind) {
    case 'screen':
      return read('the screen', facts);
    case 'papers':
      return read('the papers on the desk', facts);
    case 'telling-place':
      return tellingPlace(facts);
    case 'recognised':
      return recognised(facts);
    case 'opponents':
      return opponents(facts);
    case 'name':
      return named(facts);
    case 'no-mandate':
      return noMandate(facts);
    case 'two-agencies':
      return twoAgencies(facts);
    case 'left-open':
      return leftOpen(facts);
    case 'left-paper':
      return leftPaper(facts);
    case 'bystander':
      return bystander(facts);
    case 'talk':
      return talk(facts);
  }
}

function talk(facts: ConflictFacts): string[] {
  const { visitor, sti, understood, limit, isByLoop } = facts;
  const allowed = limit?.sti ?? 1;
  return [
    `Visitor ${visitor} talks with ${clerkOf(facts)} about ${subject(facts)} at ${placeInWords(facts.place)}.`,
    `${capital(witnesses(facts))} could listen ${when(facts)}, ${fromWhere(facts)}.`,
    isByLoop
      ? 'A hearing loop carries every word to who has a hearing aid there.'
      : `The speech transmission index there is ${over(sti, allowed)}: ${percentage(understood)} of the sentences are understood.`,
    `The matter is ${limit?.sensitivity}, which allows ${allowed.toFixed(2)}, for ${lasting(limit?.seconds ?? 0)}.`,
  ];
}

/** With the digits that it takes to see that it is over the limit. */
function over(sti: number, limit: number): string {
  const index = indexOver(sti, limit);
  return index === null ? `a little over ${limit.toFixed(2)}` : index.value.toFixed(index.digits);
}

function read(what: string, facts: ConflictFacts): string[] {
  const { visitor, clerk } = facts;
  const does = clerk === null ? 'does' : `is with ${clerk} about`;
  return [
    `Visitor ${visitor} ${does} ${subject(facts)} at ${placeInWords(facts.place)}.`,
    `${capital(witnesses(facts))} could read ${what} ${when(facts)}, ${fromWhere(facts)}.`,
    `The matter is ${allowing(facts)}.`,
  ];
}

function tellingPlace(facts: ConflictFacts): string[] {
  const { visitor, probability } = facts;
  return [
    `Visitor ${visitor} is about ${subject(facts)} at ${placeInWords(facts.place)}, a place that tells what for.`,
    `${capital(witnesses(facts))} could recognise its face ${when(facts)}, ${fromWhere(facts)}.`,
    `With a probability of ${percentage(probability)} one of them knows the visitor. The matter is ${allowing(facts)}.`,
  ];
}

function recognised(facts: ConflictFacts): string[] {
  const { visitor, probability, matter } = facts;
  const about = matter === null ? '' : ` It came about ${subject(facts)}.`;
  return [
    `Visitor ${visitor} must not be found here: it is under non-disclosure, or its matter asks for it.${about}`,
    `${capital(witnesses(facts))} could recognise its face ${when(facts)}, ${fromWhere(facts)}${withWhom(facts)}.`,
    `With a probability of ${percentage(probability)} one of them knows the visitor, or is whom it must avoid.`,
  ];
}

function opponents(facts: ConflictFacts): string[] {
  const { visitor, witness, matter } = facts;
  const about = matter === null ? '' : ` Visitor ${visitor} came about ${subject(facts)}.`;
  return [
    `Visitors ${visitor} and ${witness} are opponents in one dispute.${about}`,
    `At least one of them could recognise the other ${when(facts)}, visitor ${witness} ${fromWhere(facts)}${withWhom(facts)}.`,
  ];
}

function named(facts: ConflictFacts): string[] {
  const { visitor, persons, from, place } = facts;
  const who = persons === 1 ? 'one person hears' : `${persons} people hear`;
  return [
    `At ${clock(from)} visitor ${visitor} is called by name to ${placeInWords(place)}, for ${subject(facts)}.`,
    `${capital(who)} who is here, and where it is to go.`,
  ];
}

function noMandate(facts: ConflictFacts): string[] {
  const { missingParts, visitor, place } = facts;
  const parts = missingParts.length === 0 ? 'a part' : `a part (${missingParts.join(', ')})`;
  return [
    `${capital(clerkOf(facts))} does ${parts} of ${subject(facts)} for visitor ${visitor} at ${placeInWords(place)}, ` +
      `${when(facts)}, without a mandate for it.`,
  ];
}

function twoAgencies(facts: ConflictFacts): string[] {
  const { visitor, matter, place, probability } = facts;
  return [
    `${capital(clerkOf(facts))} has ${subject(facts)} of ${matter?.agency} open for visitor ${visitor} at ` +
      `${placeInWords(place)}, ${when(facts)}, and had a matter of another agency open for it before.`,
    `With a probability of ${percentage(probability)} the visitor does not consent to that.`,
  ];
}

function leftOpen(facts: ConflictFacts): string[] {
  const { visitor, from, seconds, place } = facts;
  return [
    `At ${clock(from)} ${witnesses(facts)} ${verb(facts, 'sits', 'sit')} down with ${clerkOf(facts)} at ${placeInWords(place)}.`,
    `The case of visitor ${visitor}, about ${subject(facts)}, is still open there, for ${lasting(seconds)}.`,
  ];
}

function leftPaper(facts: ConflictFacts): string[] {
  const { visitor, witness, probability, place } = facts;
  const finder = witness < 0 ? `${clerkOf(facts)}, who has no mandate for it,` : witnesses(facts);
  const where = witness < 0 ? 'in the printer' : `at ${placeInWords(place)}`;
  return [
    `With a probability of ${percentage(probability)} visitor ${visitor} has left a paper about ${subject(facts)} ${where}.`,
    `${capital(finder)} ${verb(facts, 'is', 'are')} there next, ${when(facts)}.`,
  ];
}

function bystander(facts: ConflictFacts): string[] {
  const { visitor, persons, probability, place, interpreter } = facts;
  const along = `${persons === 1 ? 'one' : persons} who came along ${verb(facts, 'is', 'are')} there`;
  const who = interpreter === null ? along : `${interpreter} interprets`;
  return [
    `Visitor ${visitor} talks with ${clerkOf(facts)} about ${subject(facts)} at ${placeInWords(place)}.`,
    `${capital(who)} ${when(facts)}. With a probability of ${percentage(probability)} the visitor does not consent to that.`,
  ];
}

/** `longest from waiting, seat 12, 5.3 m away`. */
function fromWhere({ seenFrom }: ConflictFacts): string {
  if (seenFrom === null) return 'from nearby';
  return `longest from ${vantageInWords(seenFrom)}, ${seenFrom.metres.toFixed(1)} m away`;
}

/** `, with visitor 12 at waiting, seat 11`: where who is seen was then. */
function withWhom({ seenAt, visitor }: ConflictFacts): string {
  if (seenAt === null) return '';
  return `, with visitor ${visitor} ${seenAt.isOnWay ? 'on' : 'at'} ${vantageInWords(seenAt)}`;
}

const subject = ({ matter }: ConflictFacts): string =>
  matter === null ? 'something private' : `'${matter.name}'`;

const clerkOf = ({ clerk }: ConflictFacts): string => clerk ?? 'a clerk';

const allowing = ({ limit }: ConflictFacts): string =>
  `${limit?.sensitivity}, which allows that for ${lasting(limit?.seconds ?? 0)}`;

const verb = ({ persons }: ConflictFacts, one: string, many: string): string => (persons > 1 ? many : one);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
