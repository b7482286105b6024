/** The marks that stand for people: shape by what they do, a ring or dot for what is particular about them. */
import { FLAG } from '../../engine/simulation/visitors.ts';
import { DOING } from '../replay/doing.ts';

/** Bits of what is drawn round a visitor's mark. */
export const BADGE = { accessible: 1, protected: 2, companions: 4 } as const;

export const badgeOf = (flags: number, companions: number): number =>
  ((flags & FLAG.accessible) !== 0 ? BADGE.accessible : 0) |
  ((flags & FLAG.protected) !== 0 ? BADGE.protected : 0) |
  (companions > 0 ? BADGE.companions : 0);

export interface Inks {
  /** Of the matter's agency. */
  readonly fill: string;
  /** Between marks that touch. */
  readonly edge: string;
  readonly ink: string;
  /** Of what must not be seen. */
  readonly alarm: string;
}

/** How far a mark with all that is round it reaches from its middle, in its radius. */
export const REACH = 1.75;

/** Draws one at a point in pixels; the angle is as in the plan. */
export function drawMark(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  state: number,
  angle: number,
  badge: number,
  inks: Inks,
): void {
  const line = Math.max(1, radius * 0.16);
  pen.beginPath();
  outline(pen, x, y, radius, state, angle);
  pen.lineJoin = 'round';
  if (state === DOING.leaving) {
    pen.fillStyle = inks.edge;
    pen.fill();
    pen.strokeStyle = inks.fill;
    pen.lineWidth = Math.max(1.2, radius * 0.32);
    pen.stroke();
  } else {
    pen.fillStyle = inks.fill;
    pen.fill();
    pen.strokeStyle = inks.edge;
    pen.lineWidth = line;
    pen.stroke();
  }
  if ((badge & BADGE.accessible) !== 0) {
    pen.beginPath();
    pen.arc(x, y, radius * 1.42, 0, 2 * Math.PI);
    pen.strokeStyle = inks.ink;
    pen.lineWidth = Math.max(1, radius * 0.16);
    pen.stroke();
  }
  if ((badge & BADGE.protected) !== 0) {
    pen.beginPath();
    pen.rect(x - radius * 1.4, y - radius * 1.4, radius * 2.8, radius * 2.8);
    pen.strokeStyle = inks.alarm;
    pen.lineWidth = Math.max(1.2, radius * 0.22);
    pen.stroke();
  }
  if ((badge & BADGE.companions) !== 0) {
    pen.beginPath();
    pen.arc(x + radius * 1.05, y - radius * 1.05, radius * 0.45, 0, 2 * Math.PI);
    pen.fillStyle = inks.ink;
    pen.fill();
    pen.strokeStyle = inks.edge;
    pen.lineWidth = line;
    pen.stroke();
  }
}

/** Beside the mark of who fares otherwise in the other of two designs: up where it waits longer here, down where less. */
export function drawFare(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fare: number,
  { ink, alarm, edge }: Inks,
): void {
  pen.beginPath();
  polygon(pen, x - radius * 1.3, y - radius * 1.3, radius * 0.9, 3, fare > 0 ? -Math.PI / 2 : Math.PI / 2);
  pen.fillStyle = fare > 0 ? alarm : ink;
  pen.fill();
  pen.strokeStyle = edge;
  pen.lineWidth = Math.max(1, radius * 0.16);
  pen.stroke();
}

function outline(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  state: number,
  angle: number,
): void {
  switch (state) {
    case DOING.walking:
    case DOING.leaving:
      polygon(pen, x, y, radius * 1.25, 3, -angle);
      break;
    case DOING.called:
      polygon(pen, x, y, radius * 1.3, 4, 0);
      break;
    case DOING.served:
      pen.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
      break;
    case DOING.greeted:
    case DOING.atKiosk:
      polygon(pen, x, y, radius * 1.15, 6, 0);
      break;
    default:
      pen.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

function polygon(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  corners: number,
  turn: number,
): void {
  for (let k = 0; k < corners; k++) {
    const angle = turn + (2 * Math.PI * k) / corners;
    const [cornerX, cornerY] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    if (k === 0) pen.moveTo(cornerX, cornerY);
    else pen.lineTo(cornerX, cornerY);
  }
  pen.closePath();
}
