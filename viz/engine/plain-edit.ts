/** Values as JSON has them, with one of them changed; what is not on the way is shared. */
import type { Path } from '../../engine/scenario/finding.ts';
import type { Plain } from '../../engine/scenario/tree.ts';

type PlainMap = { [key: string]: Plain };

export const isPlainMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined where there is none. */
export function plainAt(values: Plain | undefined, path: Path): Plain | undefined {
  let part = values;
  for (const step of path) {
    if (Array.isArray(part)) part = typeof step === 'number' ? part[step] : undefined;
    else part = isPlainMap(part) && Object.hasOwn(part, String(step)) ? part[String(step)] : undefined;
  }
  return part;
}

/** With the value at the path, and maps on the way where there are none. */
export function plainWith(values: Plain | undefined, path: Path, value: Plain): Plain {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(values) && typeof step === 'number') {
    return values.with(step, plainWith(values[step], rest, value));
  }
  const map = isPlainMap(values) ? values : {};
  return { ...map, [String(step)]: plainWith(plainAt(map, [step]), rest, value) };
}

/** Without the key that the path leads to. */
export function plainWithout(values: Plain, path: Path): Plain {
  const parent = plainAt(values, path.slice(0, -1));
  if (!isPlainMap(parent)) return values;
  const { [String(path.at(-1))]: _, ...others } = parent;
  return plainWith(values, path.slice(0, -1), others);
}
