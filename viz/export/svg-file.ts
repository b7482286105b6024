/** A picture of the page as an SVG that looks the same elsewhere: with the colours and fonts that the style sheet gives. */
import { colourOf } from '../floor/colours.ts';
import { type Frame, framed, type Sheet } from './framed.ts';

/** What a style sheet may set of a mark. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;
/** What is of the moment on the page, and means nothing elsewhere. */
const OF_THE_PAGE = '.cursor, .hairline, .pointed-day';

/** That of the page, in its present theme. */
export function sheetOfPage(): Sheet {
  return {
    ground: colourOf('--card'),
    ink: colourOf('--ink'),
    fonts: getComputedStyle(document.body).fontFamily,
  };
}

/** A copy of the picture with its looks written into it, its title above and what its colours mean below. */
export function pictureFile(picture: SVGSVGElement, frame: Frame): SVGSVGElement {
  const width = picture.clientWidth || picture.getBoundingClientRect().width;
  const height = picture.clientHeight || picture.getBoundingClientRect().height;
  const copy = picture.cloneNode(true) as SVGSVGElement;
  dress(picture, copy);
  for (const name of ['class', 'tabindex', 'role']) copy.removeAttribute(name);
  return framed(copy, { width, height }, frame, sheetOfPage());
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
    if (child.matches(OF_THE_PAGE) || getComputedStyle(child).display === 'none') copy.remove();
    else dress(child, copy);
  });
}
