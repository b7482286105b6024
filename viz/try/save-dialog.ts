/** The changed scenario as a file: to download, or its text to copy. */
import { element } from '../app/element.ts';
import { asSaved, commandOf } from '../header/command.ts';
import type { FilesSource } from '../parcel.ts';
import { changedName } from './changed-name.ts';
import { button } from './fields.ts';
import type { TryWords } from './words.ts';

export interface SaveOptions {
  readonly source: FilesSource;
  readonly seed: string;
  readonly days: number;
  readonly said: TryWords;
}

export function openSaveDialog({ source, seed, days, said }: SaveOptions): void {
  const text = source.texts[source.entry];
  const name = changedName(source.entry);
  const area = element('textarea', {
    id: 'try-yaml',
    readonly: true,
    rows: 16,
    spellcheck: 'false',
    'aria-label': said.saveTitle,
  });
  area.value = text;
  const told = element('span', { role: 'status' });
  const download = button(said.download, () => save(text, name, 'application/yaml'));
  // Those of a run are nowhere else.
  const recorded = source.isOfRun
    ? Object.entries(source.texts).filter(([file]) => file !== source.entry)
    : [];
  const others = recorded.map(([file, content]) =>
    button(said.downloadOther(file), () => save(content, file, 'text/csv')),
  );
  const copy = button(said.copy, async () => {
    area.select();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed, as in a page from disk: what is selected can be copied by hand.
      document.execCommand('copy');
    }
    told.textContent = said.copied;
  });
  const command = commandOf(asSaved(source), { seed, replications: days, replication: 0, selected: null });
  const close = button(said.close, () => dialog.close());
  const dialog = element(
    'dialog',
    { class: 'dialog try-save', 'aria-labelledby': 'try-save-title' },
    element('h2', { id: 'try-save-title' }, said.saveTitle),
    element('p', {}, hintOf(source, recorded.length > 0, said)),
    element('p', {}, element('code', {}, command)),
    area,
    element('div', { class: 'try-buttons' }, download, ...others, copy, close, told),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  download.focus();
  area.scrollTop = 0;
}

function hintOf({ entry, isOfRun }: FilesSource, hasOthers: boolean, said: TryWords): string {
  if (!isOfRun) return said.saveHint(entry.split(/[\\/]/).at(-1) ?? entry);
  return hasOthers ? said.saveRunWith : said.saveRun;
}

function save(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
