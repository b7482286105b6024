/** The channels by which something private can be perceived, in one word each. */
import { inLanguages } from './translated.ts';

export const channelWords = inLanguages({
  en: { speech: 'speech', sight: 'sight', data: 'data', presence: 'presence' },
  fi: { speech: 'puhe', sight: 'näkö', data: 'tiedot', presence: 'läsnäolo' },
  sv: { speech: 'tal', sight: 'insyn', data: 'uppgifter', presence: 'närvaro' },
});
