/** The changes that a link says, opened: whether they fit the scenario as it is now, and the scenario with them. */
import type { Context } from '../app/context.ts';
import type { DesignSource } from '../parcel.ts';
import type { Change } from './change.ts';
import { changesIn } from './change-link.ts';

export type LinkedTrial =
  /** `source` is null where nothing is changed. */
  | { readonly ok: true; readonly changes: readonly Change[]; readonly source: DesignSource | null }
  /** What of it does not fit, or what is wrong with it. */
  | { readonly ok: false; readonly problem: string };

/** In the page's own engine, where no trial has this number. */
const LINKED = -1;

export async function linkedTrial(
  text: string,
  { designs, engine }: Pick<Context, 'designs' | 'engine'>,
): Promise<LinkedTrial> {
  const { house, source } = designs.at(0);
  const said = changesIn(text, house.scenario);
  if (!said.ok) return { ok: false, problem: said.part };
  if (said.changes.length === 0) return { ok: true, changes: [], source: null };
  if (source.kind === 'resolved') return { ok: false, problem: text };
  const opened = await engine.tryOpen(LINKED, source, said.changes);
  void engine.tryForget(LINKED);
  const problems = Object.values(opened.problems);
  if (opened.house === null || problems.length > 0) return { ok: false, problem: problems.join('\n') };
  return { ok: true, changes: said.changes, source: opened.source };
}
