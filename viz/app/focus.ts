/** Keeps the focus where parts of the page are made anew or taken away: who uses the keyboard does not start at the top again. */

/**
 * Does something, and then gives the focus, where it has been lost by that, to what is there in the place of what had it: by its
 * id, or else by its name. Where there is nothing, or what cannot be used, to the panel that it was in, or to the whole page.
 */
export function keepingFocus(act: () => void): void {
  const had = document.activeElement;
  const place = document.getElementById('panel')?.contains(had) ? 'panel' : 'main';
  const name = had === null ? '' : nameOf(had);
  act();
  if (had === null || had === document.body || (had.isConnected && isUsable(had))) return;
  const within = document.getElementById(place);
  const next = again(had, name, within) ?? within;
  if (next instanceof HTMLElement || next instanceof SVGElement) next.focus({ preventScroll: true });
}

function again(had: Element, name: string, within: Element | null): Element | null {
  if (had.id !== '') {
    const same = document.getElementById(had.id);
    return same !== null && isUsable(same) ? same : null;
  }
  if (name === '' || within === null) return null;
  const alike = [...within.getElementsByTagName(had.tagName)];
  return alike.find((one) => nameOf(one) === name && isUsable(one)) ?? null;
}

const nameOf = (one: Element): string => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim();

const isUsable = (one: Element): boolean => !one.matches(':disabled') && one.getClientRects().length > 0;
