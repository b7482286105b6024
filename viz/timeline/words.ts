import { inLanguages } from '../words/translated.ts';

export const words = inLanguages({
  en: {
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed',
    time: 'Time of day',
    inside: 'Visitors inside, and conflicts',
  },
  fi: {
    play: 'Toista',
    pause: 'Tauko',
    speed: 'Nopeus',
    time: 'Kellonaika',
    inside: 'Asiakkaita sisällä, ja ristiriidat',
  },
  sv: {
    play: 'Spela',
    pause: 'Paus',
    speed: 'Fart',
    time: 'Klockslag',
    inside: 'Besökare inne, och konflikter',
  },
});
