/** Passes keys on to what they do, but not what is typed into a field or meant for a control. */
import type { Context } from '../app/context.ts';
import { openHelp } from './help.ts';
import { KEYS } from './keys.ts';
import { areKeysOn } from './setting.ts';

export function listenToKeys(context: Context): void {
  document.addEventListener('keydown', (event) => {
    if (
      !areKeysOn() ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isDialogOpen()
    )
      return;
    if (isMeantFor(event.target, event.key)) return;
    if (event.key === '?') {
      event.preventDefault();
      openHelp(context.store.state.language);
      return;
    }
    for (const key of KEYS) {
      const which = key.keys.indexOf(event.key);
      if (which < 0) continue;
      event.preventDefault();
      key.act(context, which);
      return;
    }
  });
}

/** Keys are then the dialog's: Escape closes it, and nothing happens behind it. */
const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null;

/** Whether the control that has the focus uses the key itself. */
function isMeantFor(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=range], [type=checkbox], [type=radio])')
  )
    return true;
  if (target.matches('input'))
    return key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown', ' '].includes(key);
  return target.matches('button, summary, a, [role=tab]') && (key === ' ' || key === 'Enter');
}
