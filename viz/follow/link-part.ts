/** A link that leads to this moment of this person, to copy. */
import { element } from '../app/element.ts';
import { clockText } from '../app/url.ts';
import type { Detail, Telling } from './detail.ts';

export function linkPart({ store, said }: Telling): Detail {
  const field = element('input', { type: 'text', readonly: true, id: 'link', 'aria-label': said.link });
  const copy = element('button', { type: 'button', id: 'copy-link' }, said.copy);
  const status = element('span', { role: 'status', class: 'note' });
  const fill = () => {
    const { design, replication, time, selected, language } = store.state;
    const parts = new URLSearchParams();
    if (design !== 0) parts.set('design', String(design));
    if (replication !== 0) parts.set('day', String(replication));
    parts.set('t', clockText(time));
    if (selected !== null) parts.set('sel', `${selected.kind}-${selected.index}`);
    parts.set('panel', 'follow');
    parts.set('lang', language);
    const whole = new URL(location.href);
    // Colons may stand in a fragment as they are, and are easier to read.
    whole.hash = parts.toString().replaceAll('%3A', ':');
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
