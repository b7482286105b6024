/** The floor to scale, with everybody on it: still parts drawn once, moving ones at each frame, on canvas. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { drawPeople } from './people.ts';
import { drawPlan } from './plan.ts';
import { Projection } from './projection.ts';

export function floorView(context: Context): View {
  const { house } = context;
  const still = element('canvas', { class: 'still', 'aria-hidden': 'true' });
  const moving = element('canvas', { class: 'moving', 'aria-hidden': 'true' });
  const host = element('div', { class: 'floor' }, still, moving);
  let projection: Projection | null = null;

  const resize = () => {
    if (host.clientWidth === 0) return;
    projection = new Projection(house.plan.bounds, host.clientWidth, host.clientHeight, devicePixelRatio);
    for (const canvas of [still, moving]) {
      canvas.width = Math.round(host.clientWidth * devicePixelRatio);
      canvas.height = Math.round(host.clientHeight * devicePixelRatio);
    }
    drawStill();
    drawMoving();
  };
  const drawStill = () => {
    const pen = still.getContext('2d');
    if (projection === null || pen === null) return;
    pen.clearRect(0, 0, still.width, still.height);
    drawPlan(pen, projection, context);
  };
  const drawMoving = () => {
    const pen = moving.getContext('2d');
    if (projection === null || pen === null) return;
    pen.clearRect(0, 0, moving.width, moving.height);
    drawPeople(pen, projection, context);
  };
  new ResizeObserver(resize).observe(host);
  return {
    element: host,
    update(changed) {
      if (changed.has('layers') || changed.has('theme')) drawStill();
      if (changed.has('time') || changed.has('selected') || changed.has('theme')) drawMoving();
    },
  };
}
