/** Conflicts told in Finnish. Names are not inflected: a word before each takes the case. */

import type { NamedSpot } from '../../engine/report/conflicts/facts.ts';
import type { Part } from '../../engine/scenario/schema.ts';
import { capital, type Teller, type Told } from './told.ts';

const PARTS: Readonly<Record<Part, string>> = {
  identify: 'tunnistaminen',
  receive: 'vastaanotto',
  advise: 'neuvonta',
  'look-up': 'rekisterin katselu',
  decide: 'ratkaiseminen',
};

export const finnish: Teller = {
  happened(told) {
    const { text, isByLoop, persons, missingParts } = told;
    switch (told.kind) {
      case 'talk':
        return [
          `Asiakas ${text.visitor} puhuu asiasta ${subject(told)} ${place(told)}; palvelijana ${clerk(told)}.`,
          `${capital(witnesses(told))} saattoi kuunnella ${when(told)}, ${fromWhere(told)}.`,
          isByLoop
            ? 'Induktiosilmukka kuljettaa joka sanan sinne sille, jolla on kuulokoje.'
            : `Puheensiirtoindeksi (STI) on siellä ${text.sti ?? `hieman yli ${text.allowed}`}: lauseista ymmärretään ${text.understood}.`,
          `Asian arkaluonteisuus on ”${text.sensitivity}”; sallittua on ${text.allowed} ja ${text.allowedTime}.`,
        ];
      case 'screen':
      case 'papers':
        return [
          `Asiakas ${text.visitor} hoitaa asiaa ${subject(told)} ${place(told)}${text.clerk === null ? '' : `; palvelijana ${text.clerk}`}.`,
          `${capital(witnesses(told))} saattoi lukea ${told.kind === 'screen' ? 'näyttöä' : 'pöydällä olevia papereita'} ${when(told)}, ${fromWhere(told)}.`,
          `Asian arkaluonteisuus on ”${text.sensitivity}”; sallittua on ${text.allowedTime}.`,
        ];
      case 'telling-place':
        return [
          `Asiakas ${text.visitor} hoitaa asiaa ${subject(told)} ${place(told)}; paikka kertoo, mitä varten siellä ollaan.`,
          `${capital(witnesses(told))} saattoi tunnistaa kasvot ${when(told)}, ${fromWhere(told)}.`,
          `Todennäköisyydellä ${text.probability} joku heistä tuntee asiakkaan. Asian arkaluonteisuus on ”${text.sensitivity}”; sallittua on ${text.allowedTime}.`,
        ];
      case 'recognised':
        return [
          `Asiakkaan ${text.visitor} olinpaikka ei saa paljastua: hänellä on turvakielto, tai hänen asiansa vaatii sitä.${text.matter === null ? '' : ` Hän tuli asiassa ${subject(told)}.`}`,
          `${capital(witnesses(told))} saattoi tunnistaa kasvot ${when(told)}, ${fromWhere(told)}${withWhom(told)}.`,
          `Todennäköisyydellä ${text.probability} joku heistä tuntee asiakkaan tai on juuri se, jota hän välttää.`,
        ];
      case 'opponents':
        return [
          `Asiakkaat ${text.visitor} ja ${text.witness} ovat vastapuolia samassa riita-asiassa.${text.matter === null ? '' : ` Asiakas ${text.visitor} tuli asiassa ${subject(told)}.`}`,
          `Ainakin toinen heistä saattoi tunnistaa toisen ${when(told)}, asiakas ${text.witness} ${fromWhere(told)}${withWhom(told)}.`,
        ];
      case 'name':
        return [
          `Klo ${text.from} asiakas ${text.visitor} kutsutaan nimeltä: ${text.place ?? 'matkalla'}, asia ${subject(told)}.`,
          `${persons === 1 ? 'Yksi ihminen kuulee' : `${text.persons} ihmistä kuulee`}, kuka on paikalla ja minne hän menee.`,
        ];
      case 'no-mandate': {
        const parts = missingParts.map((part) => PARTS[part]).join(', ');
        return [
          `${capital(clerk(told))} tekee asiakkaan ${text.visitor} asiasta ${subject(told)} osan${parts === '' ? '' : ` (${parts})`} ${place(told)} ${when(told)} ilman valtuutta siihen.`,
        ];
      }
      case 'two-agencies':
        return [
          `${capital(clerk(told))} pitää asiakkaan ${text.visitor} asiaa ${subject(told)} (${text.agency}) avoinna ${place(told)} ${when(told)}, ja hänellä oli jo ollut avoinna toisen viraston asia samasta asiakkaasta.`,
          `Todennäköisyydellä ${text.probability} asiakas ei suostu siihen.`,
        ];
      case 'left-open':
        return [
          `Klo ${text.from} ${witnesses(told)} ${persons > 1 ? 'istuutuvat' : 'istuutuu'} ${place(told)}; palvelijana ${clerk(told)}.`,
          `Asiakkaan ${text.visitor} asia ${subject(told)} on siellä vielä auki, ${text.lasting}.`,
        ];
      case 'left-paper': {
        const isVisitor = text.witness !== '';
        const finder = isVisitor ? witnesses(told) : `${clerk(told)}, jolla ei ole siihen valtuutta,`;
        return [
          `Todennäköisyydellä ${text.probability} asiakas ${text.visitor} on unohtanut asian ${subject(told)} paperin ${isVisitor ? place(told) : 'tulostimeen'}.`,
          `${capital(finder)} ${persons > 1 ? 'ovat' : 'on'} siellä seuraavana, ${when(told)}.`,
        ];
      }
      case 'bystander':
        return [
          `Asiakas ${text.visitor} puhuu asiasta ${subject(told)} ${place(told)}; palvelijana ${clerk(told)}.`,
          `${text.interpreter === null ? along(told) : `${capital(text.interpreter)} tulkkaa`} ${when(told)}. Todennäköisyydellä ${text.probability} asiakas ei suostu siihen.`,
        ];
    }
  },

  why: {
    layout: {
      screen:
        'Näytön ja katsojan välissä ei ole mitään: korkeampi sermi, näyttösuoja (screenFilter) tai paikan kääntäminen peittäisi sen.',
      papers:
        'Pöydän ja katsojan välissä ei ole mitään: korkeampi sermi tai odotuksen ja kulkureittien siirto peittäisi paperit.',
      'telling-place':
        'Siellä nähdyn tiedetään tulleen juuri sellaisessa asiassa (tells), ja paikka on näkyvissä: neutraali opaste tai seinä auttaisi.',
      recognised:
        'He ovat samassa aulassa ja näköetäisyydellä: oma odotusalue (protectedWaiting) ja oma uloskäynti (protectedExit) pitäisivät heidät erillään.',
      opponents:
        'He ovat samassa aulassa ja näköetäisyydellä: odotusalueet, joista ei näe toisiinsa, tai eri ajat pitäisivät heidät erillään.',
    },
    letsThrough: ({ text }, role) =>
      `${text.place ?? 'Kulkureitti'} on ${role}, ja se päästää tämän läpi silloinkin, kun kaikki muut paikat ovat vapaina.`,
    roles: {
      greeting: 'paikka, jossa asiakkaat otetaan vastaan',
      kiosk: 'paikka, jossa asiakkaat asioivat itse',
      proper: 'asialle oikea paikka',
      served: 'paikka, jossa tällaisia asiakkaita palvellaan',
    },
    noneThen: ({ text }) =>
      `Asian paikka olisi ${oneOf(text.proper)}. Sellaista ei siihen aikaan ollut, joten odotuksen (${text.waited}) jälkeen tämän paikan oli kelvattava.`,
    allBusy: ({ text }) =>
      `Asian paikka olisi ${oneOf(text.proper)}. Yksikään ei ollut vapaa (pisimpään, klo ${text.busySince} alkaen, oli varattuna ${text.busy}), joten odotuksen (${text.waited}) jälkeen tämän paikan oli kelvattava. Yksi sellainen paikka lisää auttaisi, tai pidempi raja (fallback).`,
    freeBut: ({ text }, because) =>
      `Asian paikka olisi ${oneOf(text.proper)}, ja sellainen oli vapaana; mutta ${because}, joten odotuksen (${text.waited}) jälkeen tämän paikan oli kelvattava (fallback).`,
    kept: {
      role: ({ text }) => `${text.clerk} ei työskentele sellaisissa paikoissa (spaces, rooli ${text.role})`,
      hold: () => 'se pidettiin jollekulle pidempään odottaneelle (policy: hold)',
      other: ({ text }) =>
        `se ei ollut tarkoitettu tähän palveluun${text.clerk === null ? '' : ` (${text.clerk})`}`,
    },
    callOut: 'Asiakkaat kutsutaan nimeltä (policy: calls); numero ei kertoisi kenellekään, kuka on paikalla.',
    noMandate:
      "Kukaan valtuutettu ei ollut vapaana, ja talo antaa muiden jatkaa (policy: mandates: 'pragmatic').",
    twoAgencies: (nextMatter) =>
      `Sama henkilö jatkoi asiakkaan seuraavaan asiaan (policy: nextMatter: '${nextMatter}'); toinen palvelija tai etukäteen kysytty suostumus pitäisi asiat erillään.`,
    leftOpen: ({ text }) =>
      `Asian sulkeminen kestää ${text.closeDown} (policy: closeDown), ja seuraava asiakas istuutui sitä ennen.`,
    leftPaper: ({ text }) => `Siellä ${text.leaves} käynneistä jättää jälkeensä paperin (leaves).`,
    leftInPrinter:
      'Tulostimeen unohtuu papereita (leaves); tulostin, joka tulostaa vasta omistajan ollessa paikalla, estäisi sen.',
    consent:
      'Kaikki asiakkaat eivät suostu siihen, että joku muu on läsnä (profiilin consent); lasketaan niiden osuus, jotka eivät suostu.',
  },
};

const subject = ({ text }: Told): string => (text.matter === null ? '”yksityinen asia”' : `”${text.matter}”`);
const clerk = ({ text }: Told): string => text.clerk ?? 'joku henkilöstöstä';
const place = ({ text }: Told): string => (text.place === null ? 'matkalla' : `paikassa ${text.place}`);
const oneOf = (types: readonly string[]): string => types.join(' tai ');
const when = ({ isWhole, text }: Told): string =>
  isWhole
    ? `klo ${text.from} alkaen, ${text.lasting}`
    : `yhteensä ${text.lasting} klo ${text.from}–${text.to}`;

function witnesses({ text, companions }: Told): string {
  return companions < 1
    ? `asiakas ${text.witness}`
    : `asiakas ${text.witness} ja ${text.companions} mukana tullutta`;
}

const along = ({ text, companions }: Told): string =>
  companions === 0 ? 'Yksi mukana tullut on läsnä' : `${text.persons} mukana tullutta on läsnä`;

function fromWhere({ seenFrom, text }: Told): string {
  if (seenFrom === null || text.vantage === null) return 'läheltä';
  const { isOnWay } = seenFrom;
  const from = isOnWay ? `kulkureitiltä${past(text.vantage)}` : `paikasta ${seated(seenFrom, text.vantage)}`;
  return `pisimpään ${from}, ${text.metres} päästä`;
}

/** Where who is seen was then. */
function withWhom({ seenAt, text }: Told): string {
  if (seenAt === null || text.seenAt === null) return '';
  const at = seenAt.isOnWay ? `kulkureitillä${past(text.seenAt)}` : `paikassa ${seated(seenAt, text.seenAt)}`;
  return `; asiakas ${text.visitor} oli silloin ${at}`;
}

const past = (name: string): string => (name === '' ? '' : ` paikan ${name} ohi`);
const seated = ({ seat }: NamedSpot, name: string): string => (seat > 0 ? `${name}, istuin ${seat}` : name);
