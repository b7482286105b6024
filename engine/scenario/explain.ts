/**
 * From the issues of the schema to findings: of a value that could have several forms, only what is wrong with
 * the form that was meant; the missing keys of a map together; each unknown key by itself.
 */
import type { z } from 'zod';
import { error, type Finding, type Path } from './finding.ts';
import { listed, nearest } from './nearest.ts';
import { NO_FORM, shown } from './schema-messages.ts';
import { at, child, type Tree } from './tree.ts';
import { quoted } from './visible.ts';

type Issue = z.core.$ZodIssue;

/** The findings for the issues; `known` are paths, as JSON, about which something has been said already. */
export function explain(issues: readonly Issue[], tree: Tree, known: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const missing = new Map<string, { path: Path; keys: string[] }>();
  const unknown = new Map<string, string[]>();
  const add = <T>(map: Map<string, T>, key: string, empty: T): T => {
    const value = map.get(key) ?? empty;
    map.set(key, value);
    return value;
  };

  for (const { issue, path } of issues.flatMap((one) => meant(one, []))) {
    const parent = path.slice(0, -1);
    if (isMissing(issue)) {
      const key = JSON.stringify(path);
      if (!known.has(key))
        add(missing, JSON.stringify(parent), { path: parent, keys: [] }).keys.push(String(path.at(-1)));
    } else if (issue.code === 'unrecognized_keys') {
      const node = at(tree, path);
      const messages = issue.message.split('\n');
      issue.keys.forEach((key, index) => {
        const origin = node && child(node, key)?.key;
        findings.push(error(path, messages[index] ?? '', origin ?? undefined));
      });
      add(unknown, JSON.stringify(path), []).push(...issue.keys);
    } else if (issue.code === 'invalid_key') {
      const [inner] = issue.issues;
      findings.push(error(path, `${inner?.message ?? 'is not a key'}, is ${shown(path.at(-1))}`, 'key'));
    } else {
      findings.push(error(path, messageOf(issue)));
    }
  }
  for (const [key, { path, keys }] of missing) {
    // A key that is there under a misspelt name is not missing besides.
    const misspelt = new Set(unknown.get(key)?.map((name) => nearest(name, keys)));
    const left = keys.filter((name) => !misspelt.has(name));
    if (left.length > 0)
      findings.push(error(path, `is missing: ${listed(left, 'and')}${meantId(tree, path)}`));
  }
  return findings;
}

function messageOf(issue: Issue): string {
  const { code, input, message } = issue;
  if (code === 'custom' || message.includes('; did you mean')) return message;
  if (code === 'invalid_type' && issue.expected === 'array' && isScalar(input)) {
    return `must be a list: write [${String(input)}]`;
  }
  const inQuotes = code === 'invalid_type' && issue.expected === 'string' && isScalar(input);
  const isSize =
    (code === 'too_small' || code === 'too_big') && (issue.origin === 'array' || issue.origin === 'string');
  return `${message}${isSize ? '' : `, is ${shown(input)}`}${inQuotes ? '; put it in quotes' : ''}`;
}

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** An issue of a key that is not there, or of one that a form would need. */
const isMissing = (issue: Issue): boolean =>
  ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code) && issue.input === undefined;

interface At {
  readonly issue: Issue;
  readonly path: Path;
}

/** The issues inside this one that concern the form that was meant, with their whole paths. */
function meant(issue: Issue, above: Path): At[] {
  const path: Path = [
    ...above,
    ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
  ];
  if (issue.code !== 'invalid_union' || isMissing(issue)) return [{ issue, path }];
  const forms = issue.errors.filter((form) => !isOfOtherKind(form)).sort((a, b) => compare(a, b));
  const [best] = forms;
  if (best === undefined) return [{ issue: { ...issue, message: expectation(issue) }, path }];
  // A family of distributions that is not known is also none: to say so once is enough.
  const unknown = best.some((inner) => inner.code === 'unrecognized_keys' && inner.path.length === 0);
  const said = best.filter((inner) => !unknown || inner.code !== 'custom' || inner.path.length > 0);
  return said.flatMap((inner) => meant(inner, path));
}

/** Whether a form wants another kind of value altogether: a map where text is given, or another word. */
function isOfOtherKind(form: readonly Issue[]): boolean {
  return form.some(
    (issue) =>
      issue.path.length === 0 &&
      (issue.code === 'invalid_type' ||
        issue.code === 'invalid_value' ||
        (issue.code === 'invalid_union' && issue.errors.every(isOfOtherKind))),
  );
}

/** The form with fewer keys too many or too few is meant; of equals, the one that goes wrong further inside. */
function compare(a: readonly Issue[], b: readonly Issue[]): number {
  const misfits = (form: readonly Issue[]) =>
    form.reduce(
      (sum, issue) =>
        sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : isMissing(issue) ? 1 : 0),
      0,
    );
  const depth = (form: readonly Issue[]) => Math.max(...form.map((issue) => issue.path.length));
  return misfits(a) - misfits(b) || depth(b) - depth(a);
}

/** What a value of no possible kind should be: what the schema says, or else what its forms want, together. */
function expectation(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if (issue.message !== NO_FORM) return issue.message;
  const parts = issue.errors.flatMap((form) =>
    form
      .filter((inner) => inner.path.length === 0)
      .map((inner) => (inner.code === 'invalid_union' ? expectation(inner) : inner.message))
      .map((message) => message.replace(/^must be /, '')),
  );
  return `must be ${[...new Set(parts)].join(', or ')}`;
}

/** For an entry with missing keys whose id is like that of an entry in the file that is extended. */
function meantId(tree: Tree, path: Path): string {
  const [collection, id] = path;
  const node = path.length === 2 && collection !== undefined ? at(tree, [collection]) : undefined;
  if (node?.kind !== 'map' || typeof id !== 'string') return '';
  const file = node.entries.get(id)?.key.file;
  const others = [...node.entries].filter(([, entry]) => entry.key.file !== file).map(([other]) => other);
  const near = nearest(id, others);
  return near === null ? '' : `; it is new here: did you mean ${quoted(near)}?`;
}
