import { inLanguages } from '../words/translated.ts';

export const words = inLanguages({
  en: {
    opening: 'Simulating the day …',
    failed: 'This scenario cannot be shown.',
    wrong: 'As saved now, the scenario is wrong; this is as it was before.',
    unfit:
      'What this link tries does not fit this scenario, or does not any more. This is the unchanged design.',
    close: 'Close',
    broken: 'The viewer has failed: this is an error of its own, not of your scenario.',
    floor: 'Floor',
    charts: 'The day in figures',
    side: 'Details',
    skip: 'Skip to the floor',
  },
  fi: {
    opening: 'Simuloidaan päivää …',
    failed: 'Tätä skenaariota ei voi näyttää.',
    wrong: 'Tallennetussa skenaariossa on virhe; tässä näkyy edellinen.',
    unfit:
      'Linkin muutos ei sovi tähän skenaarioon tai ei enää sovi siihen. Tässä näkyy muuttamaton vaihtoehto.',
    close: 'Sulje',
    broken: 'Katselin on kaatunut: vika on sen oma, ei skenaarion.',
    floor: 'Pohja',
    charts: 'Päivä lukuina',
    side: 'Tiedot',
    skip: 'Siirry pohjaan',
  },
  sv: {
    opening: 'Dagen simuleras …',
    failed: 'Det här scenariot kan inte visas.',
    wrong: 'Scenariot som sparades är felaktigt; här visas det tidigare.',
    unfit:
      'Ändringen i länken passar inte det här scenariot, eller gör det inte längre. Här visas det oförändrade alternativet.',
    close: 'Stäng',
    broken: 'Visaren har kraschat: felet är dess eget, inte scenariots.',
    floor: 'Plan',
    charts: 'Dagen i siffror',
    side: 'Detaljer',
    skip: 'Hoppa till planen',
  },
});
