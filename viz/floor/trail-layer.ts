/** The way of the selected visitor through the house: what is behind in full, what is ahead dotted, and where it stayed. */
import type { Context } from '../app/context.ts';
import { colourOf } from './colours.ts';
import type { Projection } from './projection.ts';

/** In seconds: a stay is a place on the way from this on. */
const STAY = 20;

export function drawTrail(
  pen: CanvasRenderingContext2D,
  to: Projection,
  { day, store }: Context,
  time: number,
): void {
  const { selected, layers } = store.state;
  if (!layers.includes('trails') || selected?.kind !== 'visitor' || selected.index >= day.visitors.length)
    return;
  const { starts, time: times, x, y } = day.motion;
  const [first, end] = [starts[selected.index], starts[selected.index + 1]];
  pen.save();
  pen.strokeStyle = pen.fillStyle = colourOf('--accent');
  pen.lineJoin = pen.lineCap = 'round';
  for (let knot = first; knot + 1 < end; knot++) {
    if (Number.isNaN(x[knot]) || Number.isNaN(x[knot + 1])) continue;
    const isBehind = times[knot + 1] <= time;
    pen.globalAlpha = isBehind ? 0.85 : 0.5;
    pen.lineWidth = (isBehind ? 2.2 : 1.8) * to.ratio;
    pen.setLineDash(isBehind ? [] : [1, 5 * to.ratio]);
    pen.beginPath();
    pen.moveTo(to.x(x[knot]), to.y(y[knot]));
    pen.lineTo(to.x(x[knot + 1]), to.y(y[knot + 1]));
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 0.85;
  for (let knot = first; knot < end; knot++) {
    const until = knot + 1 < end ? times[knot + 1] : day.departure[selected.index];
    const isStay = knot + 1 >= end || (x[knot] === x[knot + 1] && y[knot] === y[knot + 1]);
    if (!isStay || until - times[knot] < STAY) continue;
    pen.beginPath();
    pen.arc(to.x(x[knot]), to.y(y[knot]), 3.5 * to.ratio, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.restore();
}
