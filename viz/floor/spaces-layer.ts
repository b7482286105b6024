/** Draws what spaces are at the moment: occupied, closed, of which type; and which one is selected. */
import { SPACE } from '../../engine/simulation/observer.ts';
import type { Context } from '../app/context.ts';
import type { Selected } from '../app/state.ts';
import { colourOf } from './colours.ts';
import { agencyColour } from './inks.ts';
import { fitted } from './labels.ts';
import type { Moment } from './moment.ts';
import { isServing, typeName, useOf } from './names.ts';
import { useColour } from './plan.ts';
import type { Projection } from './projection.ts';

const TINT = 0.16;
/** In CSS pixels. */
const HATCH = 7;

export class SpacesLayer {
  private readonly context: Context;
  private readonly isConvertible: readonly boolean[];

  private readonly last: { spaces: Int32Array; selected: Selected | null; hovered: Selected | null };

  constructor(context: Context) {
    this.context = context;
    this.last = {
      spaces: new Int32Array(context.house.plan.spaces.length).fill(-1),
      selected: null,
      hovered: null,
    };
    const { scenario, ids } = context.house;
    this.isConvertible = ids.spaces.map((id) => (scenario.spaces[id]?.timetable.length ?? 0) > 0);
  }

  /** Whether anything that is drawn has changed since it was last asked. */
  hasChanged({ spaceState, spaceType, spaceAgency }: Moment): boolean {
    const { selected, hovered } = this.context.store.state;
    const { last } = this;
    let hasChanged = last.selected !== selected || last.hovered !== hovered;
    last.selected = selected;
    last.hovered = hovered;
    for (let space = 0; space < spaceState.length; space++) {
      const now =
        (spaceState[space] << 24) | ((spaceType[space] & 0xfff) << 12) | (spaceAgency[space] & 0xfff);
      if (now === last.spaces[space]) continue;
      last.spaces[space] = now;
      hasChanged = true;
    }
    return hasChanged;
  }

  draw(pen: CanvasRenderingContext2D, to: Projection, moment: Moment): void {
    const { house, store } = this.context;
    const { selected, hovered } = store.state;
    const line = Math.max(1.5 * to.ratio, 0.07 * to.scale);
    for (let space = 0; space < moment.spaceState.length; space++) {
      const { x, y, width, depth } = house.plan.spaces[space];
      const [left, top] = [to.x(x), to.y(y + depth)];
      const [wide, high] = [width * to.scale, depth * to.scale];
      if (left > pen.canvas.width || top > pen.canvas.height || left + wide < 0 || top + high < 0) continue;
      const type = moment.spaceType[space];
      if (this.isConvertible[space]) this.drawType(pen, to, space, type, left, top, wide, high);
      if (isServing(house, type)) {
        if (moment.spaceState[space] === SPACE.occupied) {
          const agency = moment.spaceAgency[space];
          const colour = colourOf(agency < 0 ? '--label' : agencyColour(agency));
          pen.fillStyle = pen.strokeStyle = colour;
          pen.globalAlpha = TINT;
          pen.fillRect(left, top, wide, high);
          pen.globalAlpha = 1;
          pen.lineWidth = line;
          const inset = line / 2 + 0.07 * to.scale;
          pen.strokeRect(left + inset, top + inset, wide - 2 * inset, high - 2 * inset);
        } else if (moment.spaceState[space] === SPACE.closed) {
          hatch(pen, to, left, top, wide, high);
        }
      }
      const isSelected = selected?.kind === 'space' && selected.index === space;
      if (!isSelected && !(hovered?.kind === 'space' && hovered.index === space)) continue;
      pen.strokeStyle = colourOf('--accent');
      pen.lineWidth = (isSelected ? 3 : 1.5) * to.ratio;
      pen.strokeRect(left, top, wide, high);
    }
  }

  /** The ground and the name of the type that a convertible space has at present. */
  private drawType(
    pen: CanvasRenderingContext2D,
    to: Projection,
    space: number,
    type: number,
    left: number,
    top: number,
    wide: number,
    high: number,
  ): void {
    const { house, store } = this.context;
    if (type !== house.spaceTypes[space]) {
      pen.fillStyle = colourOf(useColour(useOf(house, type)));
      pen.globalAlpha = 0.5;
      pen.fillRect(left, top, wide, high);
      pen.globalAlpha = 1;
    }
    if (!store.state.layers.includes('labels')) return;
    const size = 10 * to.ratio;
    const inset = 0.09 * to.scale + 2 * to.ratio;
    if (high < 3.5 * size) return;
    pen.font = `italic ${size}px system-ui, sans-serif`;
    const text = fitted([typeName(house, type)], wide - 2 * inset, (one) => pen.measureText(one).width);
    if (text === null) return;
    pen.fillStyle = colourOf('--label');
    pen.textAlign = 'left';
    pen.textBaseline = 'bottom';
    pen.fillText(text, left + inset, top + high - inset);
  }
}

/** Strokes from corner to corner, as plans show what is not in use. */
function hatch(
  pen: CanvasRenderingContext2D,
  to: Projection,
  left: number,
  top: number,
  wide: number,
  high: number,
): void {
  const step = HATCH * to.ratio;
  pen.strokeStyle = colourOf('--space-line');
  pen.lineWidth = to.ratio;
  pen.beginPath();
  for (let along = step; along < wide + high; along += step) {
    const down = Math.min(along, high);
    const right = Math.min(along, wide);
    pen.moveTo(left + along - down, top + down);
    pen.lineTo(left + right, top + along - right);
  }
  pen.stroke();
}
