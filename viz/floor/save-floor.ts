/**
 * The floor of the moment as a file: PNG of what is on the page, or SVG of all of it, that can be enlarged and edited; both say
 * which day and moment they show, and what their colours mean.
 */
import type { Context } from '../app/context.ts';
import { clockText } from '../app/url.ts';
import { framed, SVG } from '../export/framed.ts';
import { pngFile } from '../export/png-file.ts';
import { fileName, save } from '../export/save.ts';
import { sheetOfPage, svgFile } from '../export/svg-file.ts';
import { shownDay, shownName } from '../header/shown-name.ts';
import { Format } from '../words/format.ts';
import { colourOf } from './colours.ts';
import type { ConflictsLayer } from './conflicts-layer.ts';
import { keysOf } from './floor-keys.ts';
import { floorSvg } from './floor-svg.ts';
import type { HeatLayer } from './heat-layer.ts';
import type { Moment } from './moment.ts';
import { drawNames } from './names-layer.ts';
import type { PeopleLayer } from './people.ts';
import { drawGround, drawWalls } from './plan.ts';
import { Projection, type Zoom } from './projection.ts';
import type { SightLayer } from './sight-layer.ts';
import type { SpacesLayer } from './spaces-layer.ts';
import type { SpeechLayer } from './speech-layer.ts';
import type { StaffLayer } from './staff-layer.ts';
import { drawTrail } from './trail-layer.ts';
import { words } from './words.ts';

/** All that is drawn on the page. */
export interface FloorLayers {
  readonly moment: Moment;
  readonly heat: HeatLayer;
  readonly spaces: SpacesLayer;
  readonly speech: SpeechLayer;
  readonly sight: SightLayer;
  readonly conflicts: ConflictsLayer;
  readonly staff: StaffLayer;
  readonly people: PeopleLayer;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Device pixels for one of the page: sharp in print. */
const SCALE = 2;
/** Pixels across of a plan that can be enlarged. */
const WIDTH = 1200;

/** All that is drawn, as it is enlarged on the page, which is so large; sharp on paper. */
export function floorPicture(
  context: Context,
  layers: FloorLayers,
  size: Size,
  zoom: Zoom | undefined,
): HTMLCanvasElement {
  const { moment, heat, spaces, speech, sight, conflicts, staff, people } = layers;
  const { time } = context.store.state;
  return picturedBy(context, size, zoom, (pen, to) => {
    drawGround(pen, to, context);
    heat.draw(pen, to);
    drawWalls(pen, to, context);
    spaces.draw(pen, to, moment);
    speech.draw(pen, to);
    drawNames(pen, to, context, pen.canvas.width, pen.canvas.height);
    drawTrail(pen, to, context, time);
    sight.draw(pen, to, moment);
    conflicts.draw(pen, to, time);
    staff.draw(pen, to, moment);
    people.draw(pen, to, moment);
  });
}

/** All of it where the page shows a table in its place. */
export async function saveFloorPng(
  context: Context,
  layers: FloorLayers,
  shown: Size,
  zoom: Zoom,
): Promise<void> {
  const isShown = shown.width > 0;
  const size = isShown ? shown : wholeSize(context);
  const picture = floorPicture(context, layers, size, isShown ? zoom : undefined);
  const inner = document.createElementNS(SVG, 'svg');
  inner.append(imageOf(picture, size));
  const file = framed(inner, size, frameOf(context, layers), sheetOfPage());
  save(fileName(nameOf(context), 'png'), await pngFile(svgFile(file)));
}

/** Fields and lines lie in it as pictures, all else can be edited. */
export function saveFloorSvg(context: Context, layers: FloorLayers): void {
  const { moment, heat, speech, sight, conflicts } = layers;
  const { time } = context.store.state;
  const size = wholeSize(context);
  const drawn = (draw: (pen: CanvasRenderingContext2D, to: Projection) => void) =>
    picturedBy(context, size, undefined, draw);
  const inner = floorSvg(context, moment, {
    underWalls: drawn((pen, to) => heat.draw(pen, to)),
    overPlaces: drawn((pen, to) => speech.draw(pen, to)),
    underPeople: drawn((pen, to) => {
      drawTrail(pen, to, context, time);
      sight.draw(pen, to, moment);
      conflicts.draw(pen, to, time);
    }),
  });
  save(
    fileName(nameOf(context), 'svg'),
    svgFile(framed(inner, size, frameOf(context, layers), sheetOfPage())),
  );
}

function wholeSize({ house }: Context): Size {
  const { width, depth } = house.plan.bounds;
  return { width: WIDTH, height: Math.round((WIDTH * depth) / width) };
}

const nameOf = (context: Context): readonly string[] => [
  shownName(context),
  `day ${context.day.replication}`,
  clockText(context.store.state.time),
];

function picturedBy(
  { house }: Context,
  { width, height }: Size,
  zoom: Zoom | undefined,
  draw: (pen: CanvasRenderingContext2D, to: Projection) => void,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  const pen = canvas.getContext('2d');
  if (pen !== null) draw(pen, new Projection(house.plan.bounds, width, height, SCALE, zoom));
  return canvas;
}

function imageOf(canvas: HTMLCanvasElement, { width, height }: Size): SVGImageElement {
  const image = document.createElementNS(SVG, 'image');
  const looks = { href: canvas.toDataURL('image/png'), width, height };
  for (const [name, value] of Object.entries(looks)) image.setAttribute(name, String(value));
  return image;
}

function frameOf(context: Context, { heat }: FloorLayers) {
  const { store, house } = context;
  const format = new Format(store.state.language);
  const map = heat.inWords;
  const notes = [
    format.time(store.state.time, true),
    ...(house.plan.isToScale ? [] : [words(store.state.language).noPlan]),
    ...(map === null ? [] : [map.what]),
  ];
  return {
    title: shownDay(context),
    note: notes.join('\n'),
    keys: [
      ...keysOf(context, format),
      ...(map === null ? [] : [{ name: map.darkest, colour: colourOf('--heat') }]),
    ],
  };
}
