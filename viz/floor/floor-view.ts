/** The floor to scale, with everybody on it: still parts drawn once, moving ones at each frame, on canvas. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { PAPER } from '../app/printing.ts';
import type { Changed, Selected } from '../app/state.ts';
import { ConflictsLayer } from './conflicts-layer.ts';
import { FactsOf } from './facts.ts';
import { HeatLayer } from './heat-layer.ts';
import { Moment } from './moment.ts';
import { drawNames } from './names-layer.ts';
import { NowTable } from './now-table.ts';
import { PeopleLayer } from './people.ts';
import { nextFrom, placeOf, thingAt } from './pick.ts';
import { drawGround, drawWalls } from './plan.ts';
import { Projection } from './projection.ts';
import { type FloorLayers, floorPicture, saveFloorPng, saveFloorSvg } from './save-floor.ts';
import { SightLayer } from './sight-layer.ts';
import { SpacesLayer } from './spaces-layer.ts';
import { speechKey } from './speech-key.ts';
import { SpeechLayer } from './speech-layer.ts';
import { StaffLayer } from './staff-layer.ts';
import { toolbar } from './toolbar.ts';
import { Tooltip } from './tooltip.ts';
import { drawTrail } from './trail-layer.ts';
import { words } from './words.ts';
import { Zooming } from './zoom.ts';

export function floorView(context: Context): View {
  const floor = new Floor(context);
  return { element: floor.element, update: (changed) => floor.update(changed) };
}

/** In milliseconds: if spaces and speech take longer to draw, the picture of them rests for a while, at most so long. */
const STATES_LONG = 4;
const STATES_REST = 150;
/** In CSS pixels, of one press of a key. */
const MOVE = 60;
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

class Floor {
  readonly element: HTMLElement;
  private readonly context: Context;
  private readonly host: HTMLElement;
  private readonly still = element('canvas', { class: 'still', 'aria-hidden': 'true' });
  /** What spaces are, what is said in them; above it names, and then people. */
  private readonly states = element('canvas', { class: 'states', 'aria-hidden': 'true' });
  private readonly names = element('canvas', { class: 'names', 'aria-hidden': 'true' });
  private readonly moving = element('canvas', { class: 'moving', 'aria-hidden': 'true' });
  private readonly spoken = element('p', { class: 'unseen', 'aria-live': 'polite' });
  private readonly tip = new Tooltip();
  private readonly facts: FactsOf;
  private readonly moment: Moment;
  private readonly people: PeopleLayer;
  private readonly spaces: SpacesLayer;
  private readonly staff: StaffLayer;
  private readonly speech: SpeechLayer;
  private readonly sight: SightLayer;
  private readonly conflicts: ConflictsLayer;
  private readonly heat: HeatLayer;
  private readonly speechKey: HTMLElement;
  private readonly table: NowTable;
  private areStatesStale = true;
  /** Not to be drawn again before. */
  private statesDue = 0;
  private readonly zooming: Zooming;
  private readonly tools: ReturnType<typeof toolbar>;
  private projection: Projection | null = null;
  private pointer: readonly [number, number] | null = null;
  private isStillStale = true;
  private frame = 0;

  constructor(context: Context) {
    this.context = context;
    const said = words(context.store.state.language);
    this.facts = new FactsOf(context);
    this.moment = new Moment(context.house);
    this.people = new PeopleLayer(context);
    this.spaces = new SpacesLayer(context);
    this.staff = new StaffLayer(context);
    const isKnown = () => {
      this.areStatesStale = true;
      this.schedule();
    };
    this.speech = new SpeechLayer(context, isKnown);
    this.sight = new SightLayer(context, isKnown);
    this.conflicts = new ConflictsLayer(context);
    this.heat = new HeatLayer(context);
    this.speechKey = speechKey(context);
    this.table = new NowTable(context, () => this.heat.shown);
    this.host = element(
      'div',
      { class: 'floor', id: 'floor', tabindex: 0, role: 'application', 'aria-label': said.floor },
      this.still,
      this.states,
      this.names,
      this.moving,
      this.tip.element,
      this.spoken,
    );
    const { width, depth } = context.house.plan.bounds;
    this.host.style.aspectRatio = `${width} / ${depth}`;
    this.zooming = new Zooming(this.host, () => this.zoomed());
    const button = (name: string, text: string, act: () => void) => {
      const made = element('button', { type: 'button', 'aria-label': name, title: name }, text);
      made.addEventListener('click', act);
      return made;
    };
    const asTable = button(said.table, said.table, () => {
      const isTable = asTable.getAttribute('aria-pressed') !== 'true';
      asTable.setAttribute('aria-pressed', String(isTable));
      this.host.hidden = isTable;
      this.table.show(isTable);
    });
    asTable.setAttribute('aria-pressed', 'false');
    const saved = (kind: string, act: () => void) => button(`${said.save} ${kind}`, kind, act);
    this.tools = toolbar(context, [
      asTable,
      saved('PNG', () => void saveFloorPng(context, this.layers, this.size, this.zooming.zoom)),
      saved('SVG', () => saveFloorSvg(context, this.layers)),
      button(said.farther, '−', () => this.zooming.farther()),
      button(said.fit, said.fit, () => this.zooming.reset()),
      button(said.closer, '+', () => this.zooming.closer()),
    ]);
    this.element = element(
      'div',
      { class: 'floor-part' },
      this.tools.element,
      ...(context.house.plan.isToScale ? [] : [element('p', { class: 'floor-note' }, said.noPlan)]),
      this.host,
      this.table.element,
      this.speechKey,
      this.heat.key,
    );
    new ResizeObserver(() => this.resize()).observe(this.host);
    this.listen();
  }

  update(changed: Changed): void {
    this.tools.update(changed);
    if (changed.has('theme')) {
      this.people.dress();
      this.staff.dress();
    }
    if (changed.has('faring')) this.people.markFaring();
    if (changed.has('privacy')) this.heat.forget();
    if (STILL.some((key) => changed.has(key))) this.isStillStale = true;
    if (changed.has('layers'))
      this.speechKey.hidden =
        !this.context.house.hears || !this.context.store.state.layers.includes('speech');
    if (changed.has('selected')) this.speak();
    if (TABLE.some((key) => changed.has(key))) this.table.update();
    if (changed.has('time')) this.draw();
    else if (NEEDED.some((key) => changed.has(key))) this.schedule();
  }

  /** From below upwards. */
  private get canvases(): readonly HTMLCanvasElement[] {
    return [this.still, this.states, this.names, this.moving];
  }

  /** In CSS pixels. */
  private get size() {
    return { width: this.host.clientWidth, height: this.host.clientHeight };
  }

  private get layers(): FloorLayers {
    const { moment, heat, spaces, speech, sight, conflicts, staff, people } = this;
    return { moment, heat, spaces, speech, sight, conflicts, staff, people };
  }

  private listen(): void {
    const { host } = this;
    host.addEventListener('pointermove', ({ offsetX, offsetY, buttons }) => {
      this.pointer = buttons === 0 ? [offsetX, offsetY] : null;
      this.schedule();
    });
    host.addEventListener('pointerleave', () => {
      this.pointer = null;
      this.context.store.set({ hovered: null });
      this.tip.hide();
    });
    host.addEventListener('click', ({ offsetX, offsetY, pointerType }) => {
      this.context.store.set({ selected: this.at(offsetX, offsetY) });
      // A finger points at nothing before; and the panel that tells more may be out of sight.
      if (pointerType !== 'touch') return;
      this.pointer = [offsetX, offsetY];
      this.schedule();
    });
    host.addEventListener(PAPER, () => {
      // Of a canvas that has just been drawn anew, browsers may print nothing; of a new one its strokes, but fields in squares.
      const picture = floorPicture(this.context, this.layers, this.size, this.zooming.zoom);
      const { width, height } = picture;
      const sheet = element('canvas', { class: 'on-paper', width, height });
      sheet.getContext('2d')?.drawImage(picture, 0, 0);
      host.append(sheet);
    });
    host.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !this.press(event.key, event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Whether the key means something here. */
  private press(key: string, isShifted: boolean): boolean {
    const direction = DIRECTIONS[key];
    if (direction !== undefined) {
      const [dx, dy] = direction;
      if (isShifted) this.zooming.move(-dx * MOVE, dy * MOVE);
      else this.step(direction);
      return true;
    }
    if (key === '+' || key === '=') this.zooming.closer();
    else if (key === '-') this.zooming.farther();
    else if (key === '0') this.zooming.reset();
    else return false;
    return true;
  }

  /** From what is selected, or else the middle, to the next thing that way. */
  private step(direction: readonly [number, number]): void {
    const { house, store } = this.context;
    const { selected } = store.state;
    const { x, y, width, depth } = house.plan.bounds;
    const from = selected === null ? null : placeOf(house, this.moment, selected);
    const next = nextFrom(house, this.moment, from ?? [x + width / 2, y + depth / 2], direction);
    if (next !== null) store.set({ selected: next });
  }

  private at(x: number, y: number): Selected | null {
    const { projection } = this;
    if (projection === null) return null;
    const { ratio } = projection;
    return thingAt(this.context.house, this.moment, projection, x * ratio, y * ratio);
  }

  /** For who cannot see which mark has a ring. */
  private speak(): void {
    const { selected, time } = this.context.store.state;
    const facts = selected === null ? null : this.facts.of(selected, time);
    this.spoken.textContent = facts === null ? '' : [facts.title, ...facts.lines].join(', ');
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.host;
    if (clientWidth === 0) return;
    this.zooming.resize(clientWidth, clientHeight);
    for (const canvas of this.canvases) {
      canvas.width = Math.round(clientWidth * devicePixelRatio);
      canvas.height = Math.round(clientHeight * devicePixelRatio);
    }
    this.zoomed();
    this.draw();
  }

  private zoomed(): void {
    const { clientWidth, clientHeight } = this.host;
    this.projection = new Projection(
      this.context.house.plan.bounds,
      clientWidth,
      clientHeight,
      devicePixelRatio,
      this.zooming.zoom,
    );
    this.isStillStale = true;
    this.schedule();
  }

  private schedule(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { projection: to, moment, context } = this;
    // A view whose place another one has taken knows nothing of the day that is shown now.
    if (to === null || !this.element.isConnected) return;
    const pen = this.moving.getContext('2d');
    if (pen === null) return;
    const { time } = context.store.state;
    const isStale = this.isStillStale;
    moment.set(context.day, time);
    if (isStale) this.drawStill(to);
    const hasTalk = this.speech.hasChanged(moment);
    if (this.spaces.hasChanged(moment) || hasTalk) this.areStatesStale = true;
    if (isStale || (this.areStatesStale && performance.now() >= this.statesDue)) this.drawStates(to);
    else if (this.areStatesStale) this.schedule();
    pen.clearRect(0, 0, this.moving.width, this.moving.height);
    drawTrail(pen, to, context, time);
    this.sight.draw(pen, to, moment);
    this.conflicts.draw(pen, to, time);
    this.staff.draw(pen, to, moment);
    this.people.draw(pen, to, moment);
    this.point();
  }

  private drawStates(to: Projection): void {
    const pen = this.states.getContext('2d');
    if (pen === null) return;
    pen.clearRect(0, 0, this.states.width, this.states.height);
    const began = performance.now();
    this.areStatesStale = false;
    this.spaces.draw(pen, to, this.moment);
    this.speech.draw(pen, to);
    this.speechKey.classList.toggle('is-crowd', this.speech.isCrowd);
    this.speechKey.classList.toggle('is-coming', this.speech.isComing);
    // In a large hall something changes at each frame, and to draw it takes longer than all that moves.
    const now = performance.now();
    const took = now - began;
    this.statesDue = took > STATES_LONG ? now + Math.min(STATES_REST, 8 * took) : now;
  }

  private drawStill(to: Projection): void {
    const pen = this.still.getContext('2d');
    const namesPen = this.names.getContext('2d');
    if (pen === null || namesPen === null) return;
    const { width, height } = this.still;
    this.isStillStale = false;
    pen.clearRect(0, 0, width, height);
    namesPen.clearRect(0, 0, width, height);
    drawGround(pen, to, this.context);
    this.heat.draw(pen, to);
    drawWalls(pen, to, this.context);
    drawNames(namesPen, to, this.context, width, height);
  }

  /** What the pointer is on may change while it rests. */
  private point(): void {
    if (this.pointer === null) return;
    const [x, y] = this.pointer;
    const { store } = this.context;
    const thing = this.at(x, y);
    const facts = thing === null ? null : this.facts.of(thing, store.state.time);
    if (facts === null) this.tip.hide();
    else this.tip.show(facts, x, y, this.host.clientWidth, this.host.clientHeight);
    store.set({ hovered: thing });
  }
}

const TABLE = ['time', 'selected', 'heat', 'stretch', 'privacy'] as const;
const STILL = ['layers', 'theme', 'heat', 'stretch', 'privacy'] as const;
const NEEDED = [
  'selected',
  'hovered',
  'highlighted',
  'theme',
  'layers',
  'day',
  'heat',
  'stretch',
  'faring',
  'privacy',
] as const;
