/** A card with facts beside what is pointed at. */
import { element } from '../app/element.ts';
import type { Facts } from './facts.ts';

/** In CSS pixels. */
const BESIDE = 14;

export class Tooltip {
  readonly element = element('div', { class: 'floor-tip', 'aria-hidden': 'true', hidden: true });

  show({ title, lines }: Facts, x: number, y: number, width: number, height: number): void {
    this.element.replaceChildren(
      element('strong', {}, title),
      ...lines.map((line) => element('span', {}, line)),
    );
    this.element.hidden = false;
    const { offsetWidth, offsetHeight } = this.element;
    const isRight = x + BESIDE + offsetWidth <= width;
    const left = isRight ? x + BESIDE : Math.max(0, x - BESIDE - offsetWidth);
    const top = Math.max(0, Math.min(height - offsetHeight, y - offsetHeight / 2));
    this.element.style.transform = `translate(${left}px, ${top}px)`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
