/** On paper all is in light colours, and what explains the picture is unfolded; on the page it is as it was. */
import type { Store } from './store.ts';

/** Told to pictures on canvas, which puts one in their place that is made for paper. */
export const PAPER = 'paper';

export function listenToPrinting(store: Store): void {
  let back: (() => void) | null = null;
  addEventListener('beforeprint', () => {
    if (back !== null) return;
    const { theme } = store.state;
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('details.legend:not([open])')];
    for (const one of folded) one.open = true;
    back = () => {
      for (const one of folded) one.open = false;
      for (const one of document.querySelectorAll('canvas.on-paper')) one.remove();
      store.set({ theme });
    };
    store.set({ theme: 'light' });
    for (const one of document.querySelectorAll('.floor')) one.dispatchEvent(new Event(PAPER));
  });
  addEventListener('afterprint', () => {
    back?.();
    back = null;
  });
}
