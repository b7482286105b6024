/** One conflict told as a short story: who, where, when, who could perceive it from where and how strongly, and why. */
import type { Model } from '../../model/model.ts';
import type { Conflict } from '../../privacy/conflict.ts';
import { mandatedSpeed } from '../../scenario/mandates.ts';
import type { Part } from '../../scenario/schema.ts';
import { visible } from '../../scenario/visible.ts';
import { CAUSES, KIND_IDS } from '../../statistics/scopes.ts';
import { whyOf } from './conflict-why.ts';
import {
  clock,
  lasting,
  metresBetween,
  percentage,
  placeInWords,
  vantageInWords,
  when,
  witnesses,
} from './conflict-words.ts';
import { WIDTH, wrap } from './layout.ts';
import { styleFor } from './style.ts';

/** Lines of at most 80 columns. */
export function conflictStory(conflict: Conflict, model: Model, colour: boolean): string[] {
  const style = styleFor(colour);
  const { kind, from, space, cause } = conflict;
  const where = space < 0 ? '' : ` at ${model.ids.spaces[space]}`;
  return [
    style.title(`${clock(from)}, ${KIND_IDS[kind]}${where} (${CAUSES[cause]})`),
    ...happened(conflict, model).flatMap((sentence) => wrap(sentence, WIDTH)),
    ...wrap(`Why: ${whyOf(conflict, model)}`, WIDTH),
  ];
}

/** Sentences about what happened. */
function happened(conflict: Conflict, model: Model): string[] {
  switch (KIND_IDS[conflict.kind]) {
    case 'screen':
      return read('the screen', conflict, model);
    case 'papers':
      return read('the papers on the desk', conflict, model);
    case 'telling-place':
      return tellingPlace(conflict, model);
    case 'recognised':
      return recognised(conflict, model);
    case 'opponents':
      return opponents(conflict, model);
    case 'name':
      return named(conflict, model);
    case 'no-mandate':
      return noMandate(conflict, model);
    case 'two-agencies':
      return twoAgencies(conflict, model);
    case 'left-open':
      return leftOpen(conflict, model);
    case 'left-paper':
      return leftPaper(conflict, model);
    case 'bystander':
      return bystander(conflict, model);
    default:
      return talk(conflict, model);
  }
}

function talk(conflict: Conflict, model: Model): string[] {
  const { visitor, sti, understood } = conflict;
  const { speech } = sensitivityOf(conflict, model);
  const allowed = speech?.sti ?? 1;
  const limit = `which allows ${allowed.toFixed(2)}, for ${lasting(speech?.time ?? 0)}`;
  return [
    `Visitor ${visitor} talks with ${clerkOf(conflict, model)} about ${subject(conflict, model)} at ${placeOf(conflict, model)}.`,
    `${capital(witnesses(conflict))} could listen ${when(conflict)}, ${fromWhere(conflict, model)}.`,
    sti >= 1
      ? 'A hearing loop carries every word to who has a hearing aid there.'
      : `The speech transmission index there is ${over(sti, allowed)}: ${percentage(understood)} of the sentences are understood.`,
    `The matter is ${sensitivityName(conflict, model)}, ${limit}.`,
  ];
}

/** With the digits that it takes to see that it is over the limit. */
function over(sti: number, limit: number): string {
  const text = sti.toFixed(2);
  if (text !== limit.toFixed(2)) return text;
  const closer = sti.toFixed(3);
  return Number(closer) > limit ? closer : `a little over ${text}`;
}

function read(what: string, conflict: Conflict, model: Model): string[] {
  const { visitor, clerk } = conflict;
  const { sight } = sensitivityOf(conflict, model);
  const does = clerk < 0 ? 'does' : `is with ${clerkOf(conflict, model)} about`;
  return [
    `Visitor ${visitor} ${does} ${subject(conflict, model)} at ${placeOf(conflict, model)}.`,
    `${capital(witnesses(conflict))} could read ${what} ${when(conflict)}, ${fromWhere(conflict, model)}.`,
    `The matter is ${sensitivityName(conflict, model)}, which allows that for ${lasting(sight?.time ?? 0)}.`,
  ];
}

function tellingPlace(conflict: Conflict, model: Model): string[] {
  const { visitor, probability } = conflict;
  const { seen } = sensitivityOf(conflict, model);
  return [
    `Visitor ${visitor} is about ${subject(conflict, model)} at ${placeOf(conflict, model)}, a place that tells what for.`,
    `${capital(witnesses(conflict))} could recognise its face ${when(conflict)}, ${fromWhere(conflict, model)}.`,
    `With a probability of ${percentage(probability)} one of them knows the visitor. The matter is ` +
      `${sensitivityName(conflict, model)}, which allows that for ${lasting(seen?.time ?? 0)}.`,
  ];
}

function recognised(conflict: Conflict, model: Model): string[] {
  const { visitor, probability, matter } = conflict;
  const about = matter < 0 ? '' : ` It came about ${subject(conflict, model)}.`;
  return [
    `Visitor ${visitor} must not be found here: it is under non-disclosure, or its matter asks for it.${about}`,
    `${capital(witnesses(conflict))} could recognise its face ${when(conflict)}, ${fromWhere(conflict, model)}.`,
    `With a probability of ${percentage(probability)} one of them knows the visitor, or is whom it must avoid.`,
  ];
}

function opponents(conflict: Conflict, model: Model): string[] {
  const { visitor, witness } = conflict;
  return [
    `Visitors ${visitor} and ${witness} are opponents in one dispute, about ${subject(conflict, model)}.`,
    `Visitor ${witness} could see the other and be seen ${when(conflict)}, ${fromWhere(conflict, model)}.`,
  ];
}

function named(conflict: Conflict, model: Model): string[] {
  const { visitor, persons, from: time } = conflict;
  const who = persons === 1 ? 'one person hears' : `${Math.round(persons)} people hear`;
  return [
    `At ${clock(time)} visitor ${visitor} is called by name to ${placeOf(conflict, model)}, for ${subject(conflict, model)}.`,
    `${capital(who)} who is here, and where it is to go.`,
  ];
}

function noMandate(conflict: Conflict, model: Model): string[] {
  const missing = missingParts(conflict, model);
  const parts = missing.length === 0 ? 'a part' : `a part (${missing.join(', ')})`;
  return [
    `${capital(clerkOf(conflict, model))} does ${parts} of ${subject(conflict, model)} for visitor ${conflict.visitor} at ` +
      `${placeOf(conflict, model)}, ${when(conflict)}, without a mandate for it.`,
  ];
}

function twoAgencies(conflict: Conflict, model: Model): string[] {
  const { agencies, matters } = model.scenario;
  const agency = agencies[matters[model.ids.matters[conflict.matter]].agency];
  return [
    `${capital(clerkOf(conflict, model))} has ${subject(conflict, model)} of ${visible(agency.name)} open for visitor ` +
      `${conflict.visitor} at ${placeOf(conflict, model)}, ${when(conflict)}, and had a matter of another agency open ` +
      `for it before.`,
    `With a probability of ${percentage(conflict.probability)} the visitor does not consent to that.`,
  ];
}

function leftOpen(conflict: Conflict, model: Model): string[] {
  const { visitor, from: time } = conflict;
  return [
    `At ${clock(time)} ${witnesses(conflict)} ${verb(conflict, 'sits', 'sit')} down with ${clerkOf(conflict, model)} at ${placeOf(conflict, model)}.`,
    `The case of visitor ${visitor}, about ${subject(conflict, model)}, is still open there, for ${lasting(conflict.seconds)}.`,
  ];
}

function leftPaper(conflict: Conflict, model: Model): string[] {
  const { visitor, witness, probability } = conflict;
  const finder =
    witness < 0 ? `${clerkOf(conflict, model)}, who has no mandate for it,` : witnesses(conflict);
  const where = witness < 0 ? 'in the printer' : `at ${placeOf(conflict, model)}`;
  return [
    `With a probability of ${percentage(probability)} visitor ${visitor} has left a paper about ${subject(conflict, model)} ${where}.`,
    `${capital(finder)} ${verb(conflict, 'is', 'are')} there next, ${when(conflict)}.`,
  ];
}

function bystander(conflict: Conflict, model: Model): string[] {
  const { visitor, persons, probability } = conflict;
  const who =
    persons === 1 ? 'one who came along, or an interpreter, is' : `${Math.round(persons)} who came along are`;
  return [
    `Visitor ${visitor} talks with ${clerkOf(conflict, model)} about ${subject(conflict, model)} at ${placeOf(conflict, model)}.`,
    `${capital(who)} there ${when(conflict)}. With a probability of ${percentage(probability)} the visitor does not consent to that.`,
  ];
}

/** Parts of the matter, or else of its hand-over, for which the clerk's role has no mandate. */
function missingParts({ matter, clerk }: Conflict, { scenario, ids, clerks }: Model): readonly Part[] {
  const id = ids.matters[matter];
  const about = scenario.matters[id];
  const role = scenario.roles[ids.roles[clerks[clerk]?.role ?? -1]];
  if (about === undefined || role === undefined) return [];
  const missing = (parts: readonly Part[]) =>
    parts.filter((part) => mandatedSpeed(role, id, about, [part]) === 0);
  const ofService = missing(about.parts);
  return ofService.length > 0 ? ofService : missing(about.handOver?.parts ?? []);
}

/** `best from waiting, seat 12, 5.3 m away`. */
function fromWhere({ space, vantage }: Conflict, model: Model): string {
  if (vantage < 0) return 'from nearby';
  const metres = metresBetween(space, vantage, model);
  const away = metres === null ? '' : `, ${metres.toFixed(1)} m away`;
  return `best from ${vantageInWords(vantage, model)}${away}`;
}

const subject = ({ matter }: Conflict, { scenario, ids }: Model): string => {
  const about = scenario.matters[ids.matters[matter]];
  return about === undefined ? 'something private' : `'${visible(about.name)}'`;
};

const clerkOf = ({ clerk }: Conflict, { ids }: Model): string => ids.clerks[clerk] ?? 'a clerk';

const placeOf = ({ space, from: time }: Conflict, model: Model): string => placeInWords(space, time, model);

function sensitivityOf({ matter }: Conflict, { scenario, ids }: Model) {
  return scenario.sensitivities[scenario.matters[ids.matters[matter]].sensitivity];
}

const sensitivityName = (conflict: Conflict, model: Model): string =>
  visible(sensitivityOf(conflict, model).name);

const verb = ({ persons }: Conflict, one: string, many: string): string => (persons > 1 ? many : one);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
