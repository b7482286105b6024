/** Each language tells the same facts as the terminal: the same numbers, names and times, and nothing that is not there. */
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import type { Model } from '../../../engine/model/model.ts';
import type { Conflict } from '../../../engine/privacy/conflict.ts';
import { conflictStory } from '../../../engine/report/terminal/conflict-story.ts';
import { KIND_IDS } from '../../../engine/statistics/scopes.ts';
import { LANGUAGES, type Language } from '../../../viz/app/state.ts';
import { TELLERS } from '../../../viz/conflicts/tellers.ts';
import { toldOf } from '../../../viz/conflicts/told.ts';
import { whyOf } from '../../../viz/conflicts/why-of.ts';
import { type House, houseOf } from '../../../viz/engine/house.ts';
import { knownVantages, vantageColumns } from '../../../viz/replay/vantage-columns.ts';
import { Format } from '../../../viz/words/format.ts';
import { model, STORIES } from '../../report/terminal/conflict-examples.ts';
import { conflictsOf, dayOf, designIn } from '../a-day.ts';

const HOUSES = new Map<Model, House>();

function tell(conflict: Conflict, of: Model, language: Language): string {
  const house = HOUSES.get(of) ?? houseOf(of, '');
  HOUSES.set(of, house);
  const vantages = of.vantages === null ? null : knownVantages(vantageColumns(of.vantages), conflict);
  const told = toldOf(conflict, vantages, house, new Format(language));
  const teller = TELLERS[language];
  return [...teller.happened(told), whyOf(told, teller.why)].join(' ');
}

/** Runs of digits as numbers, whatever stands between them in a language, and before those of a time. */
const digits = (text: string): number[] =>
  [...new Set(text.match(/\d+/g)?.map(Number))].sort((a, b) => a - b);

describe.each(LANGUAGES)('the story of each kind and cause of conflict in %s', (language) => {
  it.each(STORIES.map((conflict, k) => [`${k + 1} ${KIND_IDS[conflict.kind]}`, conflict] as const))(
    'has the numbers that the terminal has: %s',
    (_, conflict) => {
      const text = tell(conflict, model, language);
      expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object| {2}/);
      const [, ...terminal] = conflictStory(conflict, model, false);
      // The page calls the only one of a role by the role alone.
      const numbered = terminal.join(' ').replace(/\b(clerk|expert|interpreter) 1\b/gi, '$1');
      expect(digits(text)).toEqual(digits(numbered));
    },
  );
});

describe('the stories of a day of Pori', () => {
  const design = designIn('scenarios/pori.yaml');
  const pori = modelOf(design);
  const conflicts = conflictsOf(dayOf(design));

  it('are told of all conflicts in all languages', () => {
    expect(conflicts.length).toBeGreaterThan(10);
    for (const conflict of conflicts)
      for (const language of LANGUAGES)
        expect(tell(conflict, pori, language)).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
  });

  it('are in the words of the terminal, in English', () => {
    const talk = conflicts.find(({ kind }) => KIND_IDS[kind] === 'talk');
    if (talk === undefined) throw new Error('nothing was overheard');
    const text = tell(talk, pori, 'en');
    const terminal = conflictStory(talk, pori, false).join(' ');
    const listening = /could listen .*?, longest from/;
    expect(listening.exec(text)?.[0]).toBe(listening.exec(terminal)?.[0]);
  });
});
