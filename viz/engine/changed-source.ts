/**
 * A scenario with changes, as files again: they are written into the entry file, whose text is otherwise as it was, so that
 * what is tried can be saved and run. What an extended file says is overridden there.
 */
import { readChain } from '../../engine/scenario/extends.ts';
import type { Path } from '../../engine/scenario/finding.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { type Plain, plain } from '../../engine/scenario/tree.ts';
import type { FilesSource } from '../parcel.ts';
import { type Change, keyOf } from '../try/change.ts';
import { settingsFor } from './change-settings.ts';
import { isPlainMap, plainAt, plainWith, plainWithout } from './plain-edit.ts';
import { textReader } from './text-reader.ts';
import { rewritten, Unchangeable, type YamlText, yamlText } from './yaml-splice.ts';

/** One value that a change sets; undefined takes the key away. */
export interface Setting {
  readonly path: Path;
  readonly value: Plain | undefined;
}

export interface ChangedSource {
  readonly source: FilesSource;
  /** By the key of a change: what keeps it from being written. */
  readonly refused: Readonly<Record<string, string>>;
  /** By the key of a change: which paths it has set, to tell whose a finding is. */
  readonly paths: Readonly<Record<string, readonly Path[]>>;
}

/** What a file says, and what together with those that it extends. */
interface Written {
  readonly entry: YamlText;
  readonly all: Plain;
  /** Of the extended files alone; null where there are none. */
  readonly under: Plain;
  readonly scenario: Scenario;
}

export function changedSource(source: FilesSource, changes: readonly Change[]): ChangedSource {
  const written = writtenIn(source);
  let state: State = { here: written.entry.values, all: written.all };
  let text = written.entry.text;
  const refused: Record<string, string> = {};
  const paths: Record<string, readonly Path[]> = {};
  const done = changes.flatMap((change) => {
    const key = keyOf(change);
    const next = orRefusal(() => {
      const settings = settingsFor(change, state.all, written.scenario);
      return { settings, state: settings.reduce((before, one) => set(before, one, written.under), state) };
    });
    if (typeof next === 'string') {
      refused[key] = next;
      return [];
    }
    paths[key] = next.settings.map(({ path }) => path);
    state = next.state;
    return [{ key, here: state.here }];
  });
  const whole = orRefusal(() => ({ text: rewritten(written.entry, state.here) }));
  if (typeof whole !== 'string') text = whole.text;
  // Which of them it was is found one by one.
  else {
    for (const { key, here } of done) {
      const next = orRefusal(() => ({ text: rewritten(written.entry, here) }));
      if (typeof next === 'string') {
        refused[key] = next;
        break;
      }
      text = next.text;
    }
  }
  return { source: { ...source, texts: { ...source.texts, [source.entry]: text } }, refused, paths };
}

function orRefusal<T extends object>(act: () => T): T | string {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof Unchangeable) return thrown.message;
    throw thrown;
  }
}

const known = new WeakMap<FilesSource, Written>();
let last: { readonly text: string; readonly source: FilesSource } | null = null;

/** Throws where the files are no scenario; they have been opened before. */
function writtenIn(given: FilesSource): Written {
  // What comes from another thread is the same, but not identical.
  const text = JSON.stringify(given);
  const source = last?.text === text ? last.source : given;
  last = { text, source };
  const before = known.get(source);
  if (before !== undefined) return before;
  const reader = textReader(source);
  const loaded = load(source.entry, reader);
  if (!loaded.ok || loaded.sources.tree === null) throw new Error(`${source.name} cannot be read`);
  const entry = yamlText(source.texts[source.entry]);
  const extended = plainAt(entry.values, ['extends']);
  const under =
    typeof extended === 'string'
      ? readChain(reader.resolve(source.entry, extended), null, reader, new Map()).tree
      : null;
  const written = {
    entry,
    all: plain(loaded.sources.tree),
    under: under === null ? null : plain(under),
    scenario: loaded.scenario,
  };
  known.set(source, written);
  return written;
}

interface State {
  /** What the entry file says. */
  readonly here: Plain;
  /** What it says together with those that it extends. */
  readonly all: Plain;
}

function set({ here, all }: State, { path, value }: Setting, under: Plain): State {
  if (value === undefined) {
    const isUnder = plainAt(under, path) !== undefined;
    return {
      here: isUnder ? plainWith(here, path, null) : plainWithout(here, path),
      all: plainWithout(all, path),
    };
  }
  const next = plainWith(all, path, value);
  const whole = wholePath(path, here);
  return { here: plainWith(here, whole, plainAt(next, whole) ?? null), all: next };
}

/**
 * Lists are replaced whole by a file that extends another: one that is not in this file is written whole. A key that this file
 * takes away (`null`) is written whole, too.
 */
function wholePath(path: Path, here: Plain): Path {
  for (let length = 1; length < path.length; length++) {
    const part = plainAt(here, path.slice(0, length));
    const isList = typeof path[length] === 'number';
    if (isList && !Array.isArray(part)) return path.slice(0, length);
    if (part !== undefined && !isList && !isPlainMap(part)) return path.slice(0, length);
  }
  return path;
}
