/** The plan with people at a moment as SVG, in centimetres: whole, however the floor is enlarged on the page. */
import { CLERK, SPACE } from '../../engine/simulation/observer.ts';
import type { Context } from '../app/context.ts';
import { add, SVG, set } from '../export/framed.ts';
import { DOING } from '../replay/doing.ts';
import { colourOf } from './colours.ts';
import { agencyColour } from './inks.ts';
import { fitted } from './labels.ts';
import type { Moment } from './moment.ts';
import { agencyName, isServing, spaceName, useOf } from './names.ts';
import { isOnUprightWall, useColour } from './plan.ts';
import { words } from './words.ts';

/** Units a metre. */
const SCALE = 100;
/** In metres. */
const MARK = 0.26;
/** In units. */
const LETTERS = 38;

/** What is no line and no mark, as pictures of the whole plan. */
export interface Fields {
  readonly underWalls: HTMLCanvasElement;
  readonly overPlaces: HTMLCanvasElement;
  readonly underPeople: HTMLCanvasElement;
}

export function floorSvg(context: Context, moment: Moment, fields: Fields): SVGSVGElement {
  const { house } = context;
  const { bounds } = house.plan;
  const svg = document.createElementNS(SVG, 'svg');
  const size = { width: bounds.width * SCALE, height: bounds.depth * SCALE };
  set(svg, { viewBox: `0 0 ${size.width} ${size.height}`, ...size });
  const draw = new FloorDrawing(svg, context, moment);
  const field = (canvas: HTMLCanvasElement) =>
    add(svg, 'image', { href: canvas.toDataURL('image/png'), ...size });
  draw.lanes();
  draw.spaces();
  field(fields.underWalls);
  draw.walls();
  draw.doors();
  field(fields.overPlaces);
  if (context.store.state.layers.includes('labels')) draw.names();
  field(fields.underPeople);
  draw.clerks();
  draw.visitors();
  return svg;
}

class FloorDrawing {
  private readonly svg: SVGSVGElement;
  private readonly context: Context;
  private readonly moment: Moment;

  constructor(svg: SVGSVGElement, context: Context, moment: Moment) {
    this.svg = svg;
    this.context = context;
    this.moment = moment;
  }

  /** Where lines are, of a house without a floor. */
  lanes(): void {
    const { plan, ids } = this.context.house;
    if (plan.lanes === null) return;
    const { x, y, width, depth } = plan.lanes;
    const group = add(this.svg, 'g', { id: 'lines', 'font-size': LETTERS });
    const at = { x: this.x(x), y: this.y(y + depth), width: width * SCALE, height: depth * SCALE };
    add(group, 'rect', { ...at, rx: 10, fill: colourOf('--use-waiting') });
    ids.agencies.forEach((_, agency) => {
      const top = at.y + (agency * at.height) / ids.agencies.length + LETTERS;
      const name = agencyName(this.context.house, agency);
      add(group, 'text', { x: at.x + 14, y: top, fill: colourOf('--label') }, name);
    });
  }

  spaces(): void {
    const { house } = this.context;
    const { moment } = this;
    const group = add(this.svg, 'g', { id: 'spaces' });
    house.plan.spaces.forEach(({ x, y, width, depth, seats }, space) => {
      const at = { x: this.x(x), y: this.y(y + depth), width: width * SCALE, height: depth * SCALE };
      const type = moment.spaceType[space];
      const one = add(group, 'g', {});
      add(one, 'title', {}, spaceName(house, space));
      add(one, 'rect', {
        ...at,
        fill: colourOf(useColour(useOf(house, type))),
        stroke: colourOf('--space-line'),
        'stroke-width': 3,
      });
      if (isServing(house, type) && moment.spaceState[space] === SPACE.occupied) {
        const agency = moment.spaceAgency[space];
        const colour = colourOf(agency < 0 ? '--label' : agencyColour(agency));
        add(one, 'rect', { ...at, fill: colour, 'fill-opacity': 0.16, stroke: colour, 'stroke-width': 7 });
      }
      for (let seat = 0; seat < seats.length; seat += 2)
        add(one, 'circle', {
          cx: this.x(seats[seat]),
          cy: this.y(seats[seat + 1]),
          r: 21,
          fill: colourOf('--seat'),
        });
    });
  }

  names(): void {
    const { house } = this.context;
    const group = add(this.svg, 'g', { id: 'names', 'font-size': LETTERS, fill: colourOf('--label') });
    const pen = document.createElement('canvas').getContext('2d');
    if (pen === null) return;
    pen.font = `${LETTERS}px ${getComputedStyle(document.body).fontFamily}`;
    house.plan.spaces.forEach(({ x, y, width, depth, seats }, space) => {
      const room = width * SCALE - 28;
      const text = fitted(
        [spaceName(house, space), house.ids.spaces[space]],
        room,
        (one) => pen.measureText(one).width,
      );
      const top = this.y(y + depth) + (seats.length > 0 ? -12 : 44);
      if (text !== null) add(group, 'text', { x: this.x(x) + 14, y: top }, text);
    });
  }

  doors(): void {
    const { plan } = this.context.house;
    const group = add(this.svg, 'g', { id: 'doors' });
    for (const { at, width, use } of plan.doors) {
      const isWayIn = use !== 'staff' && use !== 'inner';
      const half = (width * SCALE) / 2;
      const isUpright = isOnUprightWall(at, plan.walls);
      const [x, y] = [this.x(at[0]), this.y(at[1])];
      add(group, 'line', {
        x1: isUpright ? x : x - half,
        y1: isUpright ? y - half : y,
        x2: isUpright ? x : x + half,
        y2: isUpright ? y + half : y,
        stroke: colourOf(isWayIn ? '--accent' : '--space-line'),
        'stroke-width': isWayIn ? 9 : 3,
        ...(use === 'staff' && { 'stroke-dasharray': '9 6' }),
      });
    }
  }

  walls(): void {
    const group = add(this.svg, 'g', { id: 'walls' });
    for (const { from, to, kind, height } of this.context.house.plan.walls) {
      const isGlass = kind === 'glass' || kind === 'frosted';
      add(group, 'line', {
        x1: this.x(from[0]),
        y1: this.y(from[1]),
        x2: this.x(to[0]),
        y2: this.y(to[1]),
        stroke: colourOf(isGlass ? '--glass' : '--wall'),
        'stroke-width': height === null && kind !== 'screen' ? 14 : 8,
        'stroke-linecap': 'square',
      });
    }
  }

  clerks(): void {
    const { moment } = this;
    const { house, store } = this.context;
    const { kinds } = words(store.state.language);
    const group = add(this.svg, 'g', { id: 'staff' });
    const half = MARK * SCALE;
    moment.clerkState.forEach((state, clerk) => {
      if (Number.isNaN(moment.clerkX[clerk])) return;
      const isBusy = state === CLERK.serving || state === CLERK.assisting;
      add(group, 'rect', {
        x: this.x(moment.clerkX[clerk]) - half,
        y: this.y(moment.clerkY[clerk]) - half,
        width: 2 * half,
        height: 2 * half,
        rx: half * 0.7,
        fill: colourOf(isBusy ? '--ink' : '--card'),
        stroke: colourOf(state === CLERK.free ? '--accent' : '--muted'),
        'stroke-width': 6,
      });
      const { role } = house.clerks[clerk];
      const kind = kinds[house.scenario.roles[house.ids.roles[role]]?.kind ?? ''] ?? '';
      add(
        group,
        'text',
        {
          x: this.x(moment.clerkX[clerk]),
          y: this.y(moment.clerkY[clerk]) + half * 0.38,
          'font-size': half * 1.05,
          'font-weight': 600,
          'text-anchor': 'middle',
          fill: colourOf(isBusy ? '--card' : '--ink'),
        },
        kind,
      );
    });
  }

  visitors(): void {
    const { moment } = this;
    const group = add(this.svg, 'g', { id: 'visitors' });
    for (let k = 0; k < moment.count; k++) {
      const agency = moment.agency[k];
      const looks = {
        fill: colourOf(agency < 0 ? '--label' : agencyColour(agency)),
        stroke: colourOf('--card'),
        'stroke-width': 4,
      };
      const [x, y] = [this.x(moment.x[k]), this.y(moment.y[k])];
      const corners = cornersOf(moment.state[k]);
      const radius = MARK * SCALE;
      if (corners === 0) add(group, 'circle', { cx: x, cy: y, r: radius, ...looks });
      else {
        // Who is served is a square on its side, who is called one on its corner.
        const turn = moment.state[k] === DOING.served ? Math.PI / 4 : -moment.angle[k];
        add(group, 'polygon', { points: polygon(x, y, radius * 1.2, corners, turn), ...looks });
      }
    }
  }

  private x(metres: number): number {
    return Math.round((metres - this.context.house.plan.bounds.x) * SCALE * 10) / 10;
  }

  private y(metres: number): number {
    const { y, depth } = this.context.house.plan.bounds;
    return Math.round((y + depth - metres) * SCALE * 10) / 10;
  }
}

/** Of the shape that stands for a state; 0 for a circle. */
export function cornersOf(state: number): number {
  if (state === DOING.walking || state === DOING.leaving) return 3;
  if (state === DOING.called || state === DOING.served) return 4;
  return state === DOING.greeted || state === DOING.atKiosk ? 6 : 0;
}

export function polygon(x: number, y: number, radius: number, corners: number, turn: number): string {
  return Array.from({ length: corners }, (_, k) => {
    const angle = turn + (2 * Math.PI * k) / corners;
    return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');
}
