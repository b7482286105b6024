import { inLanguages } from '../words/translated.ts';

export const words = inLanguages({
  en: {
    opening: 'Simulating the day …',
    failed: 'This scenario cannot be shown.',
    broken: 'The viewer has failed: this is an error of its own, not of your scenario.',
    floor: 'Floor',
    charts: 'The day in figures',
    side: 'Details',
    skip: 'Skip to the floor',
  },
  fi: {
    opening: 'Simuloidaan päivää …',
    failed: 'Tätä skenaariota ei voi näyttää.',
    broken: 'Katselin on kaatunut: vika on sen oma, ei skenaarion.',
    floor: 'Pohja',
    charts: 'Päivä lukuina',
    side: 'Tiedot',
    skip: 'Siirry pohjaan',
  },
  sv: {
    opening: 'Dagen simuleras …',
    failed: 'Det här scenariot kan inte visas.',
    broken: 'Visaren har kraschat: felet är dess eget, inte scenariots.',
    floor: 'Plan',
    charts: 'Dagen i siffror',
    side: 'Detaljer',
    skip: 'Hoppa till planen',
  },
});
