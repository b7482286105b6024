/** A notice over the page, which stays as it is below: the files that it shows are wrong at the moment. */
import { element } from './element.ts';

const place = element('div', { class: 'notice', role: 'alert', hidden: true });

export function showNotice(title: string, details: string): void {
  if (!place.isConnected) document.body.append(place);
  place.replaceChildren(
    element('h2', {}, title),
    element('pre', { tabindex: 0, 'aria-label': title, role: 'region' }, details),
  );
  place.hidden = false;
}

export function hideNotice(): void {
  place.hidden = true;
  place.replaceChildren();
}
