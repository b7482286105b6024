/** Conflicts told in Swedish, as in Finland. */

import type { NamedSpot } from '../../engine/report/conflicts/facts.ts';
import type { Part } from '../../engine/scenario/schema.ts';
import { capital, type Teller, type Told } from './told.ts';

const PARTS: Readonly<Record<Part, string>> = {
  identify: 'identifiering',
  receive: 'mottagande',
  advise: 'rådgivning',
  'look-up': 'sökning i register',
  decide: 'avgörande',
};

export const swedish: Teller = {
  happened(told) {
    const { text, isByLoop, persons, missingParts } = told;
    switch (told.kind) {
      case 'talk':
        return [
          `Besökare ${text.visitor} talar med ${clerk(told)} om ${subject(told)} ${place(told)}.`,
          `${capital(witnesses(told))} kunde lyssna ${when(told)}, ${fromWhere(told)}.`,
          isByLoop
            ? 'En hörslinga bär varje ord till den som har hörapparat där.'
            : `Talöverföringsindexet (STI) är där ${text.sti ?? `något över ${text.allowed}`}: ${text.understood} av meningarna uppfattas.`,
          `Ärendets känslighet är ”${text.sensitivity}”; tillåtet är ${text.allowed} i ${text.allowedTime}.`,
        ];
      case 'screen':
      case 'papers':
        return [
          `Besökare ${text.visitor} sköter ${subject(told)} ${place(told)}${text.clerk === null ? '' : ` med ${text.clerk}`}.`,
          `${capital(witnesses(told))} kunde läsa ${told.kind === 'screen' ? 'skärmen' : 'papperen på bordet'} ${when(told)}, ${fromWhere(told)}.`,
          `Ärendets känslighet är ”${text.sensitivity}”; tillåtet är ${text.allowedTime}.`,
        ];
      case 'telling-place':
        return [
          `Besökare ${text.visitor} sköter ${subject(told)} ${place(told)}, en plats som avslöjar vad det gäller.`,
          `${capital(witnesses(told))} kunde känna igen ansiktet ${when(told)}, ${fromWhere(told)}.`,
          `Med sannolikheten ${text.probability} känner någon av dem besökaren. Ärendets känslighet är ”${text.sensitivity}”; tillåtet är ${text.allowedTime}.`,
        ];
      case 'recognised':
        return [
          `Besökare ${text.visitor} får inte hittas här: personen har spärrmarkering, eller ärendet kräver det.${text.matter === null ? '' : ` Besöket gällde ${subject(told)}.`}`,
          `${capital(witnesses(told))} kunde känna igen ansiktet ${when(told)}, ${fromWhere(told)}${withWhom(told)}.`,
          `Med sannolikheten ${text.probability} känner någon av dem besökaren, eller är den som ska undvikas.`,
        ];
      case 'opponents':
        return [
          `Besökarna ${text.visitor} och ${text.witness} är motparter i samma tvist.${text.matter === null ? '' : ` Besökare ${text.visitor} kom i ärendet ${subject(told)}.`}`,
          `Minst en av dem kunde känna igen den andra ${when(told)}, besökare ${text.witness} ${fromWhere(told)}${withWhom(told)}.`,
        ];
      case 'name':
        return [
          `Kl. ${text.from} ropas besökare ${text.visitor} upp med namn: ${text.place ?? 'på väg'}, ärende ${subject(told)}.`,
          `${persons === 1 ? 'En person hör' : `${text.persons} personer hör`} vem som är här och vart personen ska.`,
        ];
      case 'no-mandate': {
        const parts = missingParts.map((part) => PARTS[part]).join(', ');
        return [
          `${capital(clerk(told))} gör en del${parts === '' ? '' : ` (${parts})`} av ${subject(told)} för besökare ${text.visitor} ${place(told)} ${when(told)}, utan behörighet till det.`,
        ];
      }
      case 'two-agencies':
        return [
          `${capital(clerk(told))} har ${subject(told)} (${text.agency}) öppet för besökare ${text.visitor} ${place(told)} ${when(told)}, och hade tidigare ett ärende hos en annan myndighet öppet för samma besökare.`,
          `Med sannolikheten ${text.probability} samtycker besökaren inte till det.`,
        ];
      case 'left-open':
        return [
          `Kl. ${text.from} sätter sig ${witnesses(told)} hos ${clerk(told)} ${place(told)}.`,
          `Ärendet ${subject(told)} för besökare ${text.visitor} är fortfarande öppet där, i ${text.lasting}.`,
        ];
      case 'left-paper': {
        const isVisitor = text.witness !== '';
        const finder = isVisitor ? witnesses(told) : `${clerk(told)}, som saknar behörighet till det,`;
        return [
          `Med sannolikheten ${text.probability} har besökare ${text.visitor} glömt ett papper om ${subject(told)} ${isVisitor ? place(told) : 'i skrivaren'}.`,
          `${capital(finder)} är där härnäst, ${when(told)}.`,
        ];
      }
      case 'bystander':
        return [
          `Besökare ${text.visitor} talar med ${clerk(told)} om ${subject(told)} ${place(told)}.`,
          `${text.interpreter === null ? along(told) : `${capital(text.interpreter)} tolkar`} ${when(told)}. Med sannolikheten ${text.probability} samtycker besökaren inte till det.`,
        ];
    }
  },

  why: {
    layout: {
      screen:
        'Inget finns mellan skärmen och den som ser dit: en högre skärmvägg, ett sekretessfilter (screenFilter) eller en vändning av platsen skulle dölja den.',
      papers:
        'Inget finns mellan bordet och den som ser dit: en högre skärmvägg, eller väntan och gångvägar på annat håll, skulle dölja papperen.',
      'telling-place':
        'Den som syns där vet man har kommit i ett sådant ärende (tells), och platsen är synlig: en neutral skylt eller en vägg skulle hjälpa.',
      recognised:
        'De är i samma hall och inom synhåll: ett eget väntområde (protectedWaiting) och en egen utgång (protectedExit) skulle hålla dem isär.',
      opponents:
        'De är i samma hall och inom synhåll: väntområden utom synhåll för varandra, eller olika tider, skulle hålla dem isär.',
    },
    letsThrough: ({ text }, role) =>
      `${text.place ?? 'Gångvägen'} är ${role}, och släpper igenom det även när alla andra platser är lediga.`,
    roles: {
      greeting: 'där besökare tas emot',
      kiosk: 'där besökare betjänar sig själva',
      proper: 'en riktig plats för det',
      served: 'där sådana besökare betjänas',
    },
    noneThen: ({ text }) =>
      `Ärendet hör hemma i ${oneOf(text.proper)}. Någon sådan fanns inte då, så efter ${text.waited} väntan fick den här platsen duga.`,
    allBusy: ({ text }) =>
      `Ärendet hör hemma i ${oneOf(text.proper)}. Ingen var ledig (längst upptagen var ${text.busy}, sedan kl. ${text.busySince}), så efter ${text.waited} väntan fick den här platsen duga. En sådan plats till skulle hjälpa, eller en längre gräns (fallback).`,
    freeBut: ({ text }, because) =>
      `Ärendet hör hemma i ${oneOf(text.proper)}, och en sådan var ledig; men ${because}, så efter ${text.waited} väntan fick den här platsen duga (fallback).`,
    kept: {
      role: ({ text }) => `${text.clerk} arbetar inte på sådana platser (spaces, roll ${text.role})`,
      hold: () => 'den hölls för någon som hade väntat längre (policy: hold)',
      other: ({ text }) => `den var inte avsedd för ${text.clerk ?? 'den här betjäningen'}`,
    },
    callOut:
      'Besökare ropas upp med namn (policy: calls); ett nummer skulle inte avslöja för någon vem som är här.',
    noMandate:
      "Ingen med behörighet var ledig, och huset låter andra fortsätta (policy: mandates: 'pragmatic').",
    twoAgencies: (nextMatter) =>
      `Samma person fortsatte med besökarens nästa ärende (policy: nextMatter: '${nextMatter}'); en annan person, eller samtycke som inhämtats först, skulle hålla dem isär.`,
    leftOpen: ({ text }) =>
      `Att stänga ett ärende tar ${text.closeDown} (policy: closeDown), och nästa besökare satte sig innan dess.`,
    leftPaper: ({ text }) => `Efter ${text.leaves} av besöken där blir ett papper kvar (leaves).`,
    leftInPrinter:
      'Papper blir kvar i skrivaren (leaves); en som skriver ut först när ägaren är på plats skulle hindra det.',
    consent:
      'Alla besökare samtycker inte till att någon annan är med (profilens consent); det räknas efter andelen som inte gör det.',
  },
};

const subject = ({ text }: Told): string => (text.matter === null ? 'något privat' : `”${text.matter}”`);
const clerk = ({ text }: Told): string => text.clerk ?? 'någon i personalen';
const place = ({ text }: Told): string => (text.place === null ? 'på vägen' : `vid ${text.place}`);
const oneOf = (types: readonly string[]): string => types.join(' eller ');
const when = ({ isWhole, text }: Told): string =>
  isWhole
    ? `från kl. ${text.from} i ${text.lasting}`
    : `i sammanlagt ${text.lasting} kl. ${text.from}–${text.to}`;

function witnesses({ text, companions }: Told): string {
  return companions < 1
    ? `besökare ${text.witness}`
    : `besökare ${text.witness} och ${text.companions} medföljande`;
}

const along = ({ text, companions }: Told): string =>
  companions === 0 ? 'En medföljande är där' : `${text.persons} medföljande är där`;

function fromWhere({ seenFrom, text }: Told): string {
  if (seenFrom === null || text.vantage === null) return 'från närheten';
  return `längsta stunden från ${spot(seenFrom, text.vantage)}, ${text.metres} bort`;
}

/** Where who is seen was then. */
function withWhom({ seenAt, text }: Told): string {
  if (seenAt === null || text.seenAt === null) return '';
  return `, då besökare ${text.visitor} var ${seenAt.isOnWay ? 'på' : 'vid'} ${spot(seenAt, text.seenAt)}`;
}

function spot({ isOnWay, seat }: NamedSpot, name: string): string {
  if (isOnWay) return name === '' ? 'gångvägen' : `gångvägen förbi ${name}`;
  return seat > 0 ? `${name}, sittplats ${seat}` : name;
}
