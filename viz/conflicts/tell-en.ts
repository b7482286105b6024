/** Conflicts told in English; the same facts as the command line tells. */
import type { NamedSpot } from '../../engine/report/conflicts/facts.ts';
import { capital, type Teller, type Told } from './told.ts';

export const english: Teller = {
  happened(told) {
    const { text, isByLoop, persons, missingParts } = told;
    switch (told.kind) {
      case 'talk':
        return [
          `Visitor ${text.visitor} talks with ${clerk(told)} about ${subject(told)} at ${place(told)}.`,
          `${capital(witnesses(told))} could listen ${when(told)}, ${fromWhere(told)}.`,
          isByLoop
            ? 'A hearing loop carries every word to who has a hearing aid there.'
            : `The speech transmission index (STI) there is ${text.sti ?? `a little over ${text.allowed}`}: ${text.understood} of the sentences are understood.`,
          `The matter is ${text.sensitivity}, which allows ${text.allowed}, for ${text.allowedTime}.`,
        ];
      case 'screen':
      case 'papers':
        return [
          `Visitor ${text.visitor} ${text.clerk === null ? 'does' : `is with ${text.clerk} about`} ${subject(told)} at ${place(told)}.`,
          `${capital(witnesses(told))} could read ${told.kind === 'screen' ? 'the screen' : 'the papers on the desk'} ${when(told)}, ${fromWhere(told)}.`,
          `The matter is ${text.sensitivity}, which allows that for ${text.allowedTime}.`,
        ];
      case 'telling-place':
        return [
          `Visitor ${text.visitor} is about ${subject(told)} at ${place(told)}, a place that tells what for.`,
          `${capital(witnesses(told))} could recognise its face ${when(told)}, ${fromWhere(told)}.`,
          `With a probability of ${text.probability} one of them knows the visitor. The matter is ${text.sensitivity}, which allows that for ${text.allowedTime}.`,
        ];
      case 'recognised':
        return [
          `Visitor ${text.visitor} must not be found here: it is under non-disclosure, or its matter asks for it.${text.matter === null ? '' : ` It came about ${subject(told)}.`}`,
          `${capital(witnesses(told))} could recognise its face ${when(told)}, ${fromWhere(told)}${withWhom(told)}.`,
          `With a probability of ${text.probability} one of them knows the visitor, or is whom it must avoid.`,
        ];
      case 'opponents':
        return [
          `Visitors ${text.visitor} and ${text.witness} are opponents in one dispute.${text.matter === null ? '' : ` Visitor ${text.visitor} came about ${subject(told)}.`}`,
          `At least one of them could recognise the other ${when(told)}, visitor ${text.witness} ${fromWhere(told)}${withWhom(told)}.`,
        ];
      case 'name':
        return [
          `At ${text.from} visitor ${text.visitor} is called by name to ${place(told)}, for ${subject(told)}.`,
          `${persons === 1 ? 'One person hears' : `${text.persons} people hear`} who is here, and where it is to go.`,
        ];
      case 'no-mandate': {
        const parts = missingParts.length === 0 ? 'a part' : `a part (${missingParts.join(', ')})`;
        return [
          `${capital(clerk(told))} does ${parts} of ${subject(told)} for visitor ${text.visitor} at ${place(told)}, ${when(told)}, without a mandate for it.`,
        ];
      }
      case 'two-agencies':
        return [
          `${capital(clerk(told))} has ${subject(told)} of ${text.agency} open for visitor ${text.visitor} at ${place(told)}, ${when(told)}, and had a matter of another agency open for it before.`,
          `With a probability of ${text.probability} the visitor does not consent to that.`,
        ];
      case 'left-open':
        return [
          `At ${text.from} ${witnesses(told)} ${persons > 1 ? 'sit' : 'sits'} down with ${clerk(told)} at ${place(told)}.`,
          `The case of visitor ${text.visitor}, about ${subject(told)}, is still open there, for ${text.lasting}.`,
        ];
      case 'left-paper': {
        const isVisitor = text.witness !== '';
        const finder = isVisitor ? witnesses(told) : `${clerk(told)}, who has no mandate for it,`;
        return [
          `With a probability of ${text.probability} visitor ${text.visitor} has left a paper about ${subject(told)} ${isVisitor ? `at ${place(told)}` : 'in the printer'}.`,
          `${capital(finder)} ${persons > 1 ? 'are' : 'is'} there next, ${when(told)}.`,
        ];
      }
      case 'bystander':
        return [
          `Visitor ${text.visitor} talks with ${clerk(told)} about ${subject(told)} at ${place(told)}.`,
          `${text.interpreter === null ? along(told) : `${capital(text.interpreter)} interprets`} ${when(told)}. With a probability of ${text.probability} the visitor does not consent to that.`,
        ];
    }
  },

  why: {
    layout: {
      screen:
        'Nothing stands between the screen and who looks from there: a higher screen wall, a filter (screenFilter), or the place turned round would hide it.',
      papers:
        'Nothing stands between the desk and who looks from there: a higher screen wall, or waiting and ways elsewhere, would hide the papers.',
      'telling-place':
        'Who is seen there is known to have come for such a matter (tells), and the place is in sight: a neutral sign or a wall would help.',
      recognised:
        'They are in one hall and in sight of each other: a waiting area of its own (protectedWaiting) and a way out of its own (protectedExit) would part them.',
      opponents:
        'They are in one hall and in sight of each other: waiting areas out of sight of each other, or times apart, would part them.',
    },
    letsThrough: ({ text }, role) =>
      `${text.place ?? 'The way'} is ${role}, and lets it through even when all other places are free.`,
    roles: {
      greeting: 'where visitors are greeted',
      kiosk: 'where visitors serve themselves',
      proper: 'a proper place for it',
      served: 'where such visitors are served',
    },
    noneThen: ({ text }) =>
      `It belongs in ${oneOf(text.proper)}. There was none at that time, so after a wait of ${text.waited} this place had to do.`,
    allBusy: ({ text }) =>
      `It belongs in ${oneOf(text.proper)}. None was free (${text.busy} was busy for the longest, since ${text.busySince}), so after a wait of ${text.waited} this place had to do. One more such place would help, or a longer limit (fallback).`,
    freeBut: ({ text }, because) =>
      `It belongs in ${oneOf(text.proper)}, and one was free; but ${because}, so after a wait of ${text.waited} this place had to do (fallback).`,
    kept: {
      role: ({ text }) => `${text.clerk} does not work in such places (spaces of ${text.role})`,
      hold: () => 'it was kept for somebody who had waited longer (policy: hold)',
      other: ({ text }) => `it was not for ${text.clerk ?? 'this service'}`,
    },
    callOut: 'Visitors are called by name (policy: calls); a number would tell nobody who is here.',
    noMandate:
      "Nobody with the mandate was free, and the house lets others go on (policy: mandates: 'pragmatic').",
    twoAgencies: (nextMatter) =>
      `The same clerk went on with the visitor's next matter (policy: nextMatter: '${nextMatter}'); another clerk, or consent asked for first, would keep them apart.`,
    leftOpen: ({ text }) =>
      `Closing a case takes ${text.closeDown} (policy: closeDown), and the next visitor sat down before.`,
    leftPaper: ({ text }) => `After ${text.leaves} of the stays there a paper is left (leaves).`,
    leftInPrinter:
      'Papers are left in the printer (leaves); one that prints only when its owner is there would not.',
    consent:
      'Not all visitors agree that somebody else is there (consent of the profile); it counts by the share of those who do not.',
  },
};

const subject = ({ text }: Told): string => (text.matter === null ? 'something private' : `“${text.matter}”`);
const clerk = ({ text }: Told): string => text.clerk ?? 'a clerk';
const place = ({ text }: Told): string => text.place ?? 'the way';
const oneOf = (types: readonly string[]): string => types.join(' or ');
const when = ({ isWhole, text }: Told): string =>
  isWhole
    ? `from ${text.from} on for ${text.lasting}`
    : `for ${text.lasting} between ${text.from} and ${text.to}`;

function witnesses({ text, companions }: Told): string {
  return companions < 1
    ? `visitor ${text.witness}`
    : `visitor ${text.witness} and ${text.companions} who came along`;
}

const along = ({ text, companions }: Told): string =>
  companions === 0 ? 'One who came along is there' : `${text.persons} who came along are there`;

function fromWhere({ seenFrom, text }: Told): string {
  if (seenFrom === null || text.vantage === null) return 'from nearby';
  return `longest from ${spot(seenFrom, text.vantage)}, ${text.metres} away`;
}

/** Where who is seen was then. */
function withWhom({ seenAt, text }: Told): string {
  if (seenAt === null || text.seenAt === null) return '';
  return `, with visitor ${text.visitor} ${seenAt.isOnWay ? 'on' : 'at'} ${spot(seenAt, text.seenAt)}`;
}

function spot({ isOnWay, seat }: NamedSpot, name: string): string {
  if (isOnWay) return name === '' ? 'the way' : `the way past ${name}`;
  return seat > 0 ? `${name}, seat ${seat}` : name;
}
