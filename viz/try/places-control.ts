/** Spaces and walls: chosen on a plan or in a list; moved, changed in type, copied, taken away. */
import { element } from '../app/element.ts';
import type { Point } from './change.ts';
import { type Control, type ControlContext, settle } from './controls.ts';
import { type Draft, draftOf, freeSpot, idOfCopy } from './draft.ts';
import { button, group, labelled, numberField, Problem, selectField, sync } from './fields.ts';
import { type Chosen, PlanEditor } from './plan-editor.ts';

/** Which part is chosen, for as long as the page is there. */
let remembered: Chosen | null = null;

const millimetres = (metres: number): number => Math.round(metres * 1000) / 1000;
const sum = ([x, y]: Point, [dx, dy]: Point): Point => [millimetres(x + dx), millimetres(y + dy)];

export function placesControl(context: ControlContext): Control {
  const { desk, scenario, said, format } = context;
  let draft: Draft = draftOf(scenario, desk.changes);
  const hasFloor = scenario.floor !== undefined;
  const spaceOf = (id: string) => draft.spaces.find((space) => space.id === id);
  const nameOf = ({ kind, id }: Chosen) => (kind === 'wall' ? said.wall(id) : (spaceOf(id)?.name ?? id));
  const choose = (chosen: Chosen | null) => {
    remembered = chosen;
    show();
  };
  const wallOffset = (wall: string): Point => desk.find('moveWall', `moveWall ${wall}`)?.by ?? [0, 0];
  const moveTo = ({ kind, id }: Chosen, to: Point) => {
    if (kind === 'wall') settle(context, { kind: 'moveWall', wall: id, by: to });
    else settle(context, { kind: 'moveSpace', space: id, at: to });
  };
  const at = ({ kind, id }: Chosen): Point | null =>
    kind === 'wall' ? wallOffset(id) : (spaceOf(id)?.at ?? null);
  const plan = new PlanEditor({
    scenario,
    said,
    nameOf,
    onChoose: choose,
    onMove(chosen, by) {
      const from = at(chosen);
      if (from !== null) moveTo(chosen, sum(from, by));
    },
  });

  const list = element('select', { id: 'try-place' });
  list.addEventListener('change', () => {
    const [kind, ...id] = list.value.split(' ');
    choose(kind === 'space' || kind === 'wall' ? { kind, id: id.join(' ') } : null);
  });
  const types = Object.entries(scenario.spaceTypes).map(([id, { name }]) => [id, name] as const);
  const type = selectField('try-type', types, (to) => {
    if (remembered?.kind === 'space') settle(context, { kind: 'spaceType', space: remembered.id, type: to });
  });
  const field = (id: string, axis: 0 | 1) =>
    numberField(id, { step: 0.1, required: true }, (value) => {
      const from = remembered && at(remembered);
      if (remembered === null || from === null) return;
      moveTo(remembered, axis === 0 ? [value, from[1]] : [from[0], value]);
    });
  const x = field('try-x', 0);
  const y = field('try-y', 1);
  const add = button(said.add, () => {
    const original = remembered?.kind === 'space' ? spaceOf(remembered.id) : undefined;
    if (original === undefined) return;
    const id = idOfCopy(original.id, draft, scenario);
    // A copy of a copy is one of the original, which the scenario has.
    const of = desk.find('addSpace', `addSpace ${original.id}`)?.of ?? original.id;
    desk.set({ kind: 'addSpace', id, of, at: freeSpot(original, draft) });
    choose({ kind: 'space', id });
  });
  const remove = button(said.remove, () => {
    if (remembered === null) return;
    const { kind, id } = remembered;
    desk.set(kind === 'wall' ? { kind: 'removeWall', wall: id } : { kind: 'removeSpace', space: id });
    choose(null);
  });
  const problem = new Problem();
  const typeRow = labelled(said.type, type);
  const placeRow = element(
    'div',
    { class: 'field-pair' },
    labelled(said.fromLeft, x),
    labelled(said.fromBottom, y),
  );
  const acts = element('div', { class: 'try-buttons' }, add, remove);
  const hint = element('p', { class: 'try-hint' }, said.placesHint);
  const details = element('div', {}, typeRow, placeRow, acts, problem.element);

  function options(): HTMLOptionElement[] {
    const option = (value: string, text: string) => element('option', { value }, text);
    return [
      option('', said.choose),
      ...draft.spaces.map(({ id, name }) => option(`space ${id}`, name)),
      ...draft.walls.map(({ id }) => option(`wall ${id}`, said.wall(id))),
    ];
  }

  let listed = '';
  function show(): void {
    const isThere =
      remembered !== null &&
      (remembered.kind === 'wall' ? draft.walls : draft.spaces).some(({ id }) => id === remembered?.id);
    if (!isThere) remembered = null;
    const names = JSON.stringify([draft.spaces.map(({ id }) => id), draft.walls.map(({ id }) => id)]);
    if (names !== listed) list.replaceChildren(...options());
    listed = names;
    const chosen = remembered;
    sync(list, chosen === null ? '' : `${chosen.kind} ${chosen.id}`);
    if (hasFloor) plan.show(draft, chosen);
    details.hidden = chosen === null;
    hint.hidden = chosen !== null;
    if (chosen === null) return;
    const space = chosen.kind === 'space' ? spaceOf(chosen.id) : undefined;
    typeRow.hidden = space === undefined;
    add.hidden = space === undefined;
    if (space !== undefined) sync(type, space.type);
    const point = at(chosen);
    placeRow.hidden = point === null;
    if (point !== null) {
      sync(x, String(millimetres(point[0])));
      sync(y, String(millimetres(point[1])));
      placeRow.title =
        chosen.kind === 'wall' ? said.moved(format.number(point[0], 2), format.number(point[1], 2)) : '';
    }
    const keys = ['spaceType', 'moveSpace', 'addSpace', 'removeSpace', 'moveWall', 'removeWall'];
    const problems = keys.flatMap((key) => desk.problems[`${key} ${chosen.id}`] ?? []);
    problem.show(problems.length === 0 ? undefined : problems.join('\n'));
  }

  return {
    element: group(
      said.places,
      true,
      ...(hasFloor ? [plan.element] : []),
      labelled(said.chosen, list),
      hint,
      details,
    ),
    update(next) {
      draft = next;
      show();
    },
  };
}
