/** Draws clerks where they are on the plan: a rounded figure with two letters of the kind of role, and a fill by what they do. */
import { CLERK } from '../../engine/simulation/observer.ts';
import type { Context } from '../app/context.ts';
import { colourOf } from './colours.ts';
import { CROWD, CrowdPicture } from './crowd-picture.ts';
import type { Moment } from './moment.ts';
import { markRadius, ring } from './people.ts';
import type { Projection } from './projection.ts';
import { type DrawStamp, StampSheet } from './stamp-sheet.ts';
import { words } from './words.ts';

const CLERK_STATES = Object.keys(CLERK).length;

export class StaffLayer {
  private readonly context: Context;
  /** By clerk: what stands on its mark. */
  private readonly letters: readonly string[];
  private readonly stamps = new StampSheet();
  private readonly crowd = new CrowdPicture();
  private stamped = 0;

  constructor(context: Context) {
    this.context = context;
    const { house, store } = context;
    const { kinds } = words(store.state.language);
    this.letters = house.clerks.map(
      ({ role }) => kinds[house.scenario.roles[house.ids.roles[role]]?.kind ?? ''] ?? '',
    );
  }

  /** The theme has changed. */
  dress(): void {
    this.stamped = 0;
  }

  draw(pen: CanvasRenderingContext2D, to: Projection, moment: Moment): void {
    const { selected, hovered, highlighted } = this.context.store.state;
    const radius = markRadius(to) * 1.05;
    const isLettered = radius >= 6 * to.ratio;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    const { width, height } = pen.canvas;
    if (!isLettered && radius !== this.stamped) {
      this.stamps.renew(CLERK_STATES, Math.ceil(3 * radius) + 2);
      this.stamped = radius;
    }
    const isCrowd = !isLettered && moment.clerkState.length > CROWD && highlighted === null;
    if (isCrowd) this.crowd.begin(width, height);
    const font = `600 ${radius * 1.05}px system-ui, sans-serif`;
    for (let clerk = 0; clerk < moment.clerkState.length; clerk++) {
      if (Number.isNaN(moment.clerkX[clerk])) continue;
      const x = to.x(moment.clerkX[clerk]);
      const y = to.y(moment.clerkY[clerk]);
      if (x < -2 * radius || y < -2 * radius || x > width + 2 * radius || y > height + 2 * radius) continue;
      const state = moment.clerkState[clerk];
      const isPale =
        highlighted?.kind === 'role' && highlighted.index !== this.context.house.clerks[clerk].role;
      if (isPale) pen.globalAlpha = 0.25;
      if (!isLettered) {
        const draw: DrawStamp = (on, middleX, middleY) => drawClerk(on, middleX, middleY, radius, state);
        const points = isCrowd ? this.stamps.points(state, draw) : null;
        if (points === null) this.stamps.stamp(pen, state, x, y, draw);
        else this.crowd.add(points, x, y);
      } else {
        drawClerk(pen, x, y, radius, state);
        pen.font = font;
        pen.fillStyle = isFilled(state) ? colourOf('--card') : colourOf('--ink');
        pen.fillText(this.letters[clerk], x, y + radius * 0.1);
      }
      if (isPale) pen.globalAlpha = 1;
      const isSelected = selected?.kind === 'clerk' && selected.index === clerk;
      if (isSelected || (hovered?.kind === 'clerk' && hovered.index === clerk))
        ring(pen, x, y, radius, isSelected);
    }
    if (isCrowd) this.crowd.draw(pen);
  }
}

const isFilled = (state: number): boolean =>
  state === CLERK.serving || state === CLERK.assisting || state === CLERK.preparing;

/** With a visitor: full; preparing: grey; free: a thick line; after-work and back office: a thin one; on a break: dashed. */
export function drawClerk(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  state: number,
): void {
  pen.beginPath();
  pen.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, [radius, radius, radius * 0.3, radius * 0.3]);
  const isBusy = state === CLERK.serving || state === CLERK.assisting;
  pen.fillStyle = colourOf(isBusy ? '--ink' : state === CLERK.preparing ? '--muted' : '--card');
  pen.fill();
  pen.strokeStyle = colourOf(isFilled(state) ? '--card' : state === CLERK.free ? '--accent' : '--muted');
  pen.lineWidth = radius * (state === CLERK.free ? 0.34 : 0.16);
  if (state === CLERK.onBreak || state === CLERK.backOffice) pen.setLineDash([radius * 0.5, radius * 0.3]);
  pen.stroke();
  pen.setLineDash([]);
}
