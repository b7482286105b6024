/** Draws what stands still: places, seats, walls, doors and names. */
import type { Context } from '../app/context.ts';
import { colourOf } from './colours.ts';
import type { Projection } from './projection.ts';

export function drawPlan(pen: CanvasRenderingContext2D, to: Projection, { house, store }: Context): void {
  const { plan, scenario, ids } = house;
  const types = Object.values(scenario.spaceTypes);
  plan.spaces.forEach(({ x, y, width, depth, seats }, space) => {
    const { use } = types[house.spaceTypes[space]];
    pen.fillStyle = colourOf(`--use-${use}`);
    pen.fillRect(to.x(x), to.y(y + depth), width * to.scale, depth * to.scale);
    pen.strokeStyle = colourOf('--space-line');
    pen.lineWidth = 1;
    pen.strokeRect(to.x(x), to.y(y + depth), width * to.scale, depth * to.scale);
    pen.fillStyle = colourOf('--seat');
    for (let seat = 0; seat < seats.length; seat += 2) {
      pen.beginPath();
      pen.arc(to.x(seats[seat]), to.y(seats[seat + 1]), 0.2 * to.scale, 0, 2 * Math.PI);
      pen.fill();
    }
  });
  for (const { from, to: end, kind, height } of plan.walls) {
    pen.beginPath();
    pen.moveTo(to.x(from[0]), to.y(from[1]));
    pen.lineTo(to.x(end[0]), to.y(end[1]));
    pen.strokeStyle = colourOf(kind === 'glass' || kind === 'frosted' ? '--glass' : '--wall');
    pen.lineWidth = (height === null ? 0.14 : 0.07) * to.scale;
    pen.stroke();
  }
  if (!store.state.layers.includes('labels')) return;
  pen.fillStyle = colourOf('--label');
  pen.font = `${Math.max(10, 0.42 * to.scale)}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  plan.spaces.forEach(({ x, y, width, depth }, space) => {
    const name = Object.values(scenario.spaces)[space].name ?? ids.spaces[space];
    pen.fillText(name, to.x(x + width / 2), to.y(y + depth) + 0.55 * to.scale, width * to.scale);
  });
}
