/** A picture of the page as an SVG that looks the same elsewhere: with the colours and fonts that the style sheet gives. */

const SVG = 'http://www.w3.org/2000/svg';
/** What a style sheet may set of a mark. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;
const PADDING = 12;
const LINE = 18;

/** Lines of text above and below a picture. */
export interface Frame {
  readonly title: string;
  readonly note: string;
  /** What colours mean. */
  readonly keys: readonly FrameKey[];
}

export interface FrameKey {
  readonly name: string;
  readonly colour: string;
  /** A path round (0, 0), where shapes tell apart too. */
  readonly symbol?: string | null;
}

const SQUARE = 'M-5-5H5V5H-5z';

/** A copy of the picture with its looks written into it, its title above and what its colours mean below. */
export function pictureFile(picture: SVGSVGElement, { title, note, keys }: Frame): SVGSVGElement {
  const width = picture.clientWidth || picture.getBoundingClientRect().width;
  const height = picture.clientHeight || picture.getBoundingClientRect().height;
  const look = getComputedStyle(picture);
  const ink = getComputedStyle(document.body);
  const made = document.createElementNS(SVG, 'svg');
  const top = PADDING + 2 * LINE;
  const rows = rowsOf(keys, width - 2 * PADDING);
  const whole = Math.ceil(top + height + rows.length * LINE + 2 * PADDING);
  set(made, {
    xmlns: SVG,
    width,
    height: whole,
    viewBox: `0 0 ${width} ${whole}`,
    'font-family': look.fontFamily,
  });
  const sheet = add(made, 'rect', { width, height: whole });
  sheet.setAttribute('fill', getComputedStyle(picture.closest('section') ?? document.body).backgroundColor);
  add(
    made,
    'text',
    { x: PADDING, y: PADDING + 14, 'font-size': 15, 'font-weight': 600, fill: ink.color },
    title,
  );
  add(made, 'text', { x: PADDING, y: PADDING + 14 + LINE, 'font-size': 12, fill: ink.color }, note);
  const copy = picture.cloneNode(true) as SVGSVGElement;
  dress(picture, copy);
  set(copy, { y: top, width, height });
  copy.removeAttribute('class');
  made.append(copy);
  rows.forEach((row, line) => {
    let x = PADDING;
    for (const { key, wide } of row) {
      const y = top + height + PADDING + line * LINE;
      const at = `translate(${x + 5},${y + 5})`;
      add(made, 'path', { d: key.symbol ?? SQUARE, transform: at, fill: key.colour });
      add(made, 'text', { x: x + 14, y: y + 9, 'font-size': 12, fill: ink.color }, key.name);
      x += wide;
    }
  });
  return made;
}

/** As a file of its own. */
export function svgFile(picture: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(picture)], { type: 'image/svg+xml' });
}

/** Writes the looks of an element and all in it into those of its copy; what is not shown is left out. */
function dress(from: Element, to: Element): void {
  const look = getComputedStyle(from);
  for (const name of LOOKS) {
    const value = look.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  to.removeAttribute('style');
  const copies = [...to.children];
  [...from.children].forEach((child, at) => {
    const copy = copies[at];
    if (copy === undefined) return;
    if (getComputedStyle(child).display === 'none') copy.remove();
    else dress(child, copy);
  });
}

function rowsOf(keys: Frame['keys'], width: number) {
  const rows: { readonly key: FrameKey; readonly wide: number }[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    const wide = 34 + key.name.length * 7;
    if (used + wide > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ key, wide });
    used += wide;
  }
  return rows;
}

function add(
  to: Element,
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  text = '',
): Element {
  const made = document.createElementNS(SVG, tag);
  set(made, attributes);
  made.textContent = text;
  to.append(made);
  return made;
}

function set(to: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) to.setAttribute(name, String(value));
}
