/** Below the floor: the display board, all of the staff, and what marks mean. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { calledBoard } from './called-board.ts';
import { legend } from './legend.ts';
import { staffBoard } from './staff-board.ts';

export function hallView(context: Context): View {
  const board = calledBoard(context);
  const staff = staffBoard(context);
  const key = legend(context);
  return {
    element: element(
      'div',
      { class: 'hall' },
      element('div', { class: 'floor-foot' }, board.element, staff.element),
      key.element,
    ),
    update(changed) {
      if (changed.has('theme')) key.draw();
      if (!changed.has('time') && !changed.has('selected')) return;
      board.update(context.store.state.time);
      staff.update(context.store.state.time);
    },
  };
}
