/** What stands round a picture in a file of its own: what it shows and of what, above; what its colours mean, below. */

export const SVG = 'http://www.w3.org/2000/svg';
const PADDING = 12;
const LINE = 18;
const TITLE = 15;
const TEXT = 12;

export interface Frame {
  readonly title: string;
  /** Broken where it is too long, and at line breaks. */
  readonly note: string;
  /** What colours mean. */
  readonly keys: readonly FrameKey[];
}

export interface FrameKey {
  readonly name: string;
  readonly colour: string;
  /** A path round (0, 0), where shapes tell apart too. */
  readonly symbol?: string | null;
  /** A line round nothing, or dashed; otherwise filled. */
  readonly line?: 'whole' | 'dashed';
  readonly opacity?: number;
}

/** In the colours and letters of the page. */
export interface Sheet {
  readonly ground: string;
  readonly ink: string;
  readonly fonts: string;
}

const SQUARE = 'M-5-5H5V5H-5z';

/** `inner` lies in the middle, as large as it is given here, in pixels. */
export function framed(
  inner: SVGSVGElement,
  size: { readonly width: number; readonly height: number },
  { title, note, keys }: Frame,
  { ground, ink, fonts }: Sheet,
): SVGSVGElement {
  const { width, height } = size;
  const room = width - 2 * PADDING;
  const titles = broken(title, room, `600 ${TITLE}px ${fonts}`);
  const notes = note.split('\n').flatMap((line) => broken(line, room, `${TEXT}px ${fonts}`));
  const rows = rowsOf(keys, room, `${TEXT}px ${fonts}`);
  const top = PADDING + (titles.length + notes.length) * LINE;
  const whole = Math.ceil(top + height + (rows.length > 0 ? rows.length * LINE + PADDING : 0) + PADDING);
  const made = document.createElementNS(SVG, 'svg');
  set(made, { xmlns: SVG, width, height: whole, viewBox: `0 0 ${width} ${whole}`, 'font-family': fonts });
  add(made, 'title', {}, title);
  add(made, 'rect', { width, height: whole, fill: ground });
  const text = (x: number, y: number, looks: Looks, content: string) =>
    add(made, 'text', { x, y, 'font-size': TEXT, fill: ink, ...looks }, content);
  titles.forEach((line, k) => {
    text(PADDING, PADDING + TITLE - 1 + k * LINE, { 'font-size': TITLE, 'font-weight': 600 }, line);
  });
  notes.forEach((line, k) => {
    text(PADDING, PADDING + TITLE - 1 + (titles.length + k) * LINE, {}, line);
  });
  set(inner, { y: top, width, height });
  made.append(inner);
  rows.forEach((row, line) => {
    const y = top + height + PADDING + line * LINE;
    let x = PADDING;
    for (const { key, wide } of row) {
      const looks =
        key.line === undefined
          ? { fill: key.colour, 'fill-opacity': key.opacity ?? 1 }
          : {
              fill: 'none',
              stroke: key.colour,
              'stroke-width': 2,
              ...(key.line === 'dashed' && { 'stroke-dasharray': '4 2' }),
            };
      add(made, 'path', { d: key.symbol ?? SQUARE, transform: `translate(${x + 5},${y + 5})`, ...looks });
      text(x + 16, y + 9, {}, key.name);
      x += wide;
    }
  });
  return made;
}

type Looks = Readonly<Record<string, string | number>>;

let pen: CanvasRenderingContext2D | null = null;

/** The width of a text, in pixels. */
function widthOf(text: string, font: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return text.length * TEXT * 0.6;
  pen.font = font;
  return pen.measureText(text).width;
}

/** In lines of words that have room; one word that has none stands alone. */
function broken(text: string, room: number, font: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, font) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function rowsOf(keys: readonly FrameKey[], room: number, font: string) {
  const rows: { readonly key: FrameKey; readonly wide: number }[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    const wide = 36 + widthOf(key.name, font);
    if (used + wide > room) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ key, wide });
    used += wide;
  }
  return rows;
}

export function add(to: Element, tag: string, attributes: Looks, text = ''): Element {
  const made = document.createElementNS(SVG, tag);
  set(made, attributes);
  if (text !== '') made.textContent = text;
  to.append(made);
  return made;
}

export function set(to: Element, attributes: Looks): void {
  for (const [name, value] of Object.entries(attributes)) to.setAttribute(name, String(value));
}
