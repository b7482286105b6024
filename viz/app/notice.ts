/** A notice over the page, which stays as it is below: the files that it shows, or the link to it, are wrong. */
import { element } from './element.ts';

const place = element('div', { class: 'notice', role: 'alert', hidden: true });

/** With a label for it, it can be closed. */
export function showNotice(title: string, details: string, close: string | null = null): void {
  if (!place.isConnected) document.body.append(place);
  place.replaceChildren(
    element('h2', {}, title),
    element('pre', { tabindex: 0, 'aria-label': title, role: 'region' }, details),
  );
  if (close !== null) {
    const button = element('button', { type: 'button' }, close);
    button.addEventListener('click', hideNotice);
    place.append(button);
  }
  place.hidden = false;
}

export function hideNotice(): void {
  place.hidden = true;
  place.replaceChildren();
}
