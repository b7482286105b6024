/** A link that leads to this moment of this person, to copy. */
import { element } from '../app/element.ts';
import { momentLink } from '../app/url.ts';
import type { Detail, Telling } from './detail.ts';

export function linkPart({ store, said }: Telling): Detail {
  const field = element('input', { type: 'text', readonly: true, id: 'link', 'aria-label': said.link });
  const copy = element('button', { type: 'button', id: 'copy-link' }, said.copy);
  const status = element('span', { role: 'status', class: 'note' });
  const fill = () => {
    const whole = new URL(location.href);
    whole.hash = momentLink({ ...store.state, panel: 'follow' });
    field.value = whole.href;
  };
  copy.addEventListener('click', async () => {
    fill();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = said.copied;
    } catch {
      // A page from disk may not write to the clipboard.
      field.focus();
      status.textContent = said.copyByHand;
    }
  });
  field.addEventListener('focus', () => field.select());
  return {
    element: element('div', { class: 'link-part' }, field, copy, status),
    tick() {
      status.textContent = '';
      if (document.activeElement !== field) fill();
    },
  };
}
