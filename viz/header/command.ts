/** The command line that gives the same figures as the page, or tells the conflict that is selected. */
import type { Selected } from '../app/state.ts';
import type { DesignSource } from '../parcel.ts';
import { changedName } from '../try/changed-name.ts';

interface Shown {
  readonly seed: string;
  readonly replications: number;
  readonly replication: number;
  readonly selected: Selected | null;
}

export function commandOf(
  source: DesignSource,
  { seed, replications, replication, selected }: Shown,
): string {
  const { name } = source;
  // A kept run knows its seed and days; going on with what is done already prints its report again.
  if (source.kind === 'resolved' || source.isOfRun === true) return `aula resume ${shellWord(name)}`;
  const common = `${shellWord(name)} -s ${shellWord(seed)}`;
  return selected?.kind === 'conflict'
    ? `aula explain ${common} -r ${replication} -c ${selected.index + 1}`
    : `aula run ${common} -n ${replications}`;
}

/** What is tried is run from the file that it is saved as. */
export const asSaved = (source: DesignSource): DesignSource =>
  source.kind === 'files' ? { ...source, name: changedName(source.entry), isOfRun: false } : source;

/** As a shell takes it for one word, and for no option. */
function shellWord(text: string): string {
  const word = text.startsWith('-') ? `./${text}` : text;
  return /^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
