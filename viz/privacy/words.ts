import { inLanguages } from '../words/translated.ts';

export const words = inLanguages({
  en: {
    title: 'Privacy of this day',
    working: 'Privacy is still being worked out.',
    workingAbout:
      'Conflicts and exposure of so large a day take longer than the rest, and are shown as soon as all of them are known.',
    until: (time: string) => `gone through until ${time}`,
    stop: 'Stop',
    offered: 'Privacy has not been worked out.',
    offeredAbout: (visitors: string) =>
      `With ${visitors} visitors that can take many minutes and gigabytes of memory.`,
    begin: 'Work it out',
    failed: 'Privacy could not be worked out.',
    again: 'Try again',
    notYet: 'not known yet',
    cut: (all: string, kept: string) =>
      `This day has ${all} conflicts. The ${kept} gravest are listed here; all of them are in the figures and charts.`,
    wholeDay: 'Of the whole day: it has too many conflicts to tell those of a stretch apart.',
  },
  fi: {
    title: 'Näytettävän päivän yksityisyys',
    working: 'Yksityisyyttä lasketaan vielä.',
    workingAbout:
      'Näin suuren päivän ristiriitojen ja altistuksen laskeminen kestää muuta kauemmin. Ne näytetään, kun kaikki tiedetään.',
    until: (time: string) => `käyty läpi klo ${time} asti`,
    stop: 'Keskeytä',
    offered: 'Yksityisyyttä ei ole laskettu.',
    offeredAbout: (visitors: string) =>
      `Kun asiakkaita on ${visitors}, se voi kestää monta minuuttia ja viedä gigatavuja muistia.`,
    begin: 'Laske',
    failed: 'Yksityisyyttä ei voitu laskea.',
    again: 'Yritä uudelleen',
    notYet: 'ei vielä tiedossa',
    cut: (all: string, kept: string) =>
      `Päivänä on ${all} ristiriitaa. Tässä luetellaan ${kept} vakavinta; luvuissa ja kaavioissa ovat kaikki.`,
    wholeDay: 'Koko päivältä: ristiriitoja on liikaa, jotta jakson omat voisi erottaa.',
  },
  sv: {
    title: 'Den här dagens integritet',
    working: 'Integriteten beräknas fortfarande.',
    workingAbout:
      'Konflikterna och exponeringen för en så stor dag tar längre tid än resten, och visas när alla är kända.',
    until: (time: string) => `genomgånget till kl. ${time}`,
    stop: 'Avbryt',
    offered: 'Integriteten har inte beräknats.',
    offeredAbout: (visitors: string) =>
      `Med ${visitors} besökare kan det ta många minuter och flera gigabyte minne.`,
    begin: 'Beräkna',
    failed: 'Integriteten kunde inte beräknas.',
    again: 'Försök igen',
    notYet: 'inte känt ännu',
    cut: (all: string, kept: string) =>
      `Dagen har ${all} konflikter. Här listas de ${kept} allvarligaste; i siffrorna och diagrammen är alla med.`,
    wholeDay: 'För hela dagen: konflikterna är för många för att en del ska kunna skiljas ut.',
  },
});
