/** What a changed scenario is called as a file. */

/** `pori.yaml` as `pori-changed.yaml`. */
export function changedName(entry: string): string {
  const name = entry.split(/[\\/]/).at(-1) ?? entry;
  return `${name.replace(/\.ya?ml$/i, '')}-changed.yaml`;
}
