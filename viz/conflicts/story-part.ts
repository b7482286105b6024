/** One conflict as a short story, with ways to whom and what it is about. */
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import { clerkName, spaceName } from '../floor/names.ts';
import { button, link } from '../follow/parts.ts';
import { conflictAt } from '../replay/conflict-table.ts';
import type { DayPrivacy } from '../replay/day-privacy.ts';
import { rowOf } from '../replay/doing.ts';
import { knownVantages } from '../replay/vantage-columns.ts';
import { Format } from '../words/format.ts';
import { TELLERS } from './tellers.ts';
import { toldOf } from './told.ts';
import { whyOf } from './why-of.ts';
import { words } from './words.ts';

export function storyPart({ store, day, house }: Context, privacy: DayPrivacy, index: number): HTMLElement {
  const { language } = store.state;
  const said = words(language);
  const { conflicts, vantages } = privacy;
  const conflict = conflictAt(conflicts, index);
  const known = vantages === null ? null : knownVantages(vantages, conflict);
  const told = toldOf(conflict, known, house, new Format(language));
  const teller = TELLERS[language];
  const people = [...new Set([conflict.visitor, conflict.witness])].flatMap((serial) => {
    const row = rowOf(day, serial);
    return row < 0 ? [] : [link(store, said.visitor(String(serial)), { kind: 'visitor', index: row })];
  });
  const { clerk, space } = conflict;
  const part = element('div', { class: 'story' });
  part.append(
    ...teller.happened(told).map((sentence) => element('p', {}, sentence)),
    element('p', {}, element('b', {}, `${said.why}: ${said.causes[told.cause]}. `), whyOf(told, teller.why)),
    element(
      'p',
      { class: 'story-links' },
      button(
        said.show,
        () =>
          store.set({
            selected: { kind: 'conflict', index },
            time: (conflict.from + Math.min(conflict.to, conflict.from + conflict.seconds)) / 2,
            isPlaying: false,
          }),
        { class: 'main-act', id: `show-${index}` },
      ),
      ...people,
      clerk < 0 ? null : link(store, clerkName(house, clerk), { kind: 'clerk', index: clerk }),
      space < 0 ? null : link(store, spaceName(house, space), { kind: 'space', index: space }),
    ),
  );
  return part;
}
