/** Pieces of SVG as text: elements, lettering, and a logarithmic axis. */
import { type ScaleLogarithmic, scaleLog } from 'd3';

/** Of a picture, in its own units. */
export const WIDTH = 860;

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? Number(value.toFixed(2)) : escaped(value)}"`,
  );
  return `<${name}${written.join('')}${content.length === 0 ? '/>' : `>${content.join('\n')}</${name}>`}`;
}

export function text(x: number, y: number, words: string, kind = '', anchor = 'start'): string {
  return element(
    'text',
    { x, y, 'text-anchor': anchor, ...(kind !== '' && { class: kind }) },
    escaped(words),
  );
}

export function logAxis(domain: [number, number], range: [number, number]): ScaleLogarithmic<number, number> {
  return scaleLog(domain, range);
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
