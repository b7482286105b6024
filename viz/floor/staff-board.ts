/** All of the staff by role, below the plan: one sees who is free, and selects any of them. */
import { CLERK } from '../../engine/simulation/observer.ts';
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import { clerkDoing, newDoing } from '../replay/doing.ts';
import { clerkWord, FactsOf } from './facts.ts';
import { clerkName, roleName, spaceName } from './names.ts';
import { words } from './words.ts';

/** Of a larger staff only numbers are shown. */
const SINGLE_MAX = 80;
/** In milliseconds. */
const COUNTED_EVERY = 250;
const STATES = Object.keys(CLERK) as (keyof typeof CLERK)[];

export function staffBoard(context: Context) {
  const { house, store } = context;
  const said = words(store.state.language);
  const board = house.clerks.length <= SINGLE_MAX ? single(context) : counted(context);
  return {
    element: element(
      'section',
      { class: 'staff', 'aria-label': said.staff },
      element('h2', {}, said.staff),
      board.element,
    ),
    update: board.update,
  };
}

/** By role: the clerks in it. */
function byRole({ house }: Context): readonly (readonly number[])[] {
  const roles: number[][] = house.ids.roles.map(() => []);
  for (const [clerk, { role }] of house.clerks.entries()) roles[role]?.push(clerk);
  return roles;
}

function single(context: Context) {
  const { house, store, day } = context;
  const { said } = new FactsOf(context);
  const doing = newDoing();
  const chips = house.clerks.map((_, clerk) => {
    const chip = element('button', { type: 'button', class: 'chip' });
    chip.addEventListener('click', () => store.set({ selected: { kind: 'clerk', index: clerk } }));
    return chip;
  });
  const groups = byRole(context).flatMap((clerks, role) =>
    clerks.length === 0
      ? []
      : [
          element(
            'li',
            {},
            element('span', { class: 'role', title: roleName(house, role) }, roleName(house, role)),
            ...clerks.map((clerk) => chips[clerk]),
          ),
        ],
  );
  const shownState = new Int16Array(house.clerks.length).fill(-1);
  const shownSpace = new Int32Array(house.clerks.length).fill(-1);
  let selected = -1;
  return {
    element: element('ul', { class: 'roles' }, ...groups),
    update(time: number) {
      for (let clerk = 0; clerk < chips.length; clerk++) {
        const { state, space } = clerkDoing(day, clerk, time, doing);
        if (state === shownState[clerk] && space === shownSpace[clerk]) continue;
        shownState[clerk] = state;
        shownSpace[clerk] = space;
        const where = space < 0 ? '' : `, ${spaceName(house, space)}`;
        const text = `${clerkName(house, clerk)}: ${clerkWord(said, state)}${where}`;
        chips[clerk].setAttribute('aria-label', text);
        chips[clerk].title = text;
        chips[clerk].dataset.state = STATES[state];
      }
      const now = store.state.selected?.kind === 'clerk' ? store.state.selected.index : -1;
      if (now === selected) return;
      chips[selected]?.removeAttribute('aria-pressed');
      chips[now]?.setAttribute('aria-pressed', 'true');
      selected = now;
    },
  };
}

function counted(context: Context) {
  const { house, day } = context;
  const doing = newDoing();
  const { said, format } = new FactsOf(context);
  const roles = byRole(context);
  const texts = roles.map(() => element('span'));
  const counts = new Int32Array(STATES.length);
  const shown: string[] = roles.map(() => '');
  let waits = 0;
  const count = () => {
    const { time } = context.store.state;
    waits = 0;
    roles.forEach((clerks, role) => {
      counts.fill(0);
      for (const clerk of clerks) counts[clerkDoing(day, clerk, time, doing).state]++;
      const text = STATES.flatMap((name, state) =>
        counts[state] > 0 ? [`${said.clerk[name]} ${format.number(counts[state])}`] : [],
      ).join(' · ');
      if (text === shown[role]) return;
      shown[role] = text;
      texts[role].textContent = text;
    });
  };
  return {
    element: element(
      'ul',
      { class: 'roles' },
      ...roles.flatMap((clerks, role) =>
        clerks.length === 0
          ? []
          : [element('li', {}, element('span', { class: 'role' }, roleName(house, role)), texts[role])],
      ),
    ),
    update() {
      // Hundreds of clerks are not counted at each frame.
      if (waits === 0) waits = window.setTimeout(count, COUNTED_EVERY);
    },
  };
}
