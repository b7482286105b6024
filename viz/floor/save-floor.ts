/** The floor of the moment as a file: PNG of what is on the page, or SVG that can be enlarged and edited. */
import type { Context } from '../app/context.ts';
import { clockText } from '../app/url.ts';
import { pngOf } from '../export/png-file.ts';
import { fileName, save } from '../export/save.ts';
import { colourOf } from './colours.ts';

const nameOf = ({ house, day, store }: Context): readonly string[] => [
  house.scenario.name,
  `day ${day.replication}`,
  clockText(store.state.time),
];

/** The canvases over each other, on the colour of the page. */
export async function savePng(context: Context, canvases: readonly HTMLCanvasElement[]): Promise<void> {
  const whole = document.createElement('canvas');
  whole.width = canvases[0].width;
  whole.height = canvases[0].height;
  const pen = whole.getContext('2d');
  if (pen === null) return;
  pen.fillStyle = colourOf('--card');
  pen.fillRect(0, 0, whole.width, whole.height);
  for (const canvas of canvases) pen.drawImage(canvas, 0, 0);
  save(fileName(nameOf(context), 'png'), await pngOf(whole));
}

export function saveSvg(context: Context, svg: SVGSVGElement): void {
  const text = new XMLSerializer().serializeToString(svg);
  save(fileName(nameOf(context), 'svg'), new Blob([text], { type: 'image/svg+xml' }));
}
