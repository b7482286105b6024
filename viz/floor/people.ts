/** Draws the visitors who are inside, where they are at the moment. */
import type { Context } from '../app/context.ts';
import { locate, newPosition, visitInside } from '../replay/whereabouts.ts';
import { colourOf } from './colours.ts';
import type { Projection } from './projection.ts';

/** In metres: shoulders. */
const RADIUS = 0.24;

const at = newPosition();

export function drawPeople(
  pen: CanvasRenderingContext2D,
  to: Projection,
  { day, store, house }: Context,
): void {
  const { time } = store.state;
  const { agencies } = house.ids;
  const colours = agencies.map((_, agency) => colourOf(`--agency-${agency % 10}`));
  visitInside(day, time, (row) => {
    const { x, y } = locate(day, row, time, at);
    if (Number.isNaN(x)) return;
    const matter = day.visitors.firstMatter[row];
    pen.fillStyle = matter < 0 ? colourOf('--label') : colours[house.matterAgency[matter]];
    pen.beginPath();
    pen.arc(to.x(x), to.y(y), RADIUS * to.scale, 0, 2 * Math.PI);
    pen.fill();
  });
}
