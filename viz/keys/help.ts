/** The list of keys, as a dialog. */
import { element } from '../app/element.ts';
import type { Language } from '../app/state.ts';
import { KEYS } from './keys.ts';
import { areKeysOn, setKeys } from './setting.ts';
import { words } from './words.ts';

const ID = 'keys-help';

export function openHelp(language: Language): void {
  if (document.getElementById(ID) !== null) return;
  const said = words(language);
  const rows = KEYS.map(({ shown, what }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, ...shown.map((key) => element('kbd', {}, key))),
      element('td', {}, said[what]),
    ),
  );
  const close = element('button', { type: 'button', class: 'close', autofocus: true }, said.close);
  const on = element('input', { type: 'checkbox', checked: areKeysOn() });
  on.addEventListener('change', () => setKeys(on.checked));
  const dialog = element(
    'dialog',
    { id: ID, class: 'dialog', 'aria-labelledby': `${ID}-title` },
    element('h2', { id: `${ID}-title` }, said.title),
    element('table', {}, element('tbody', {}, ...rows)),
    element('p', {}, said.more),
    element('p', {}, element('label', {}, on, ` ${said.on}`)),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
