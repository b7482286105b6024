/** Small drawings on buttons, in the colour of their text; the button itself says in words what it does. */
const SVG = 'http://www.w3.org/2000/svg';

/** `path` on a grid of 16 × 16. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    class: 'icon',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
