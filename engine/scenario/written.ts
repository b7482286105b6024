/**
 * A checked scenario as a document again: what somebody could have written for the schema to read just this from it. Quantities
 * get their units back, and what is as it would be without a word is left out. Whatever is written has been read by the schema
 * and found to mean the same.
 */
import { texts } from './quantity-texts.ts';
import type { Scenario } from './schema.ts';
import { scenarioSchema } from './schema.ts';
import type { Plain } from './tree.ts';
import { distributionForms, isDistribution } from './written-distribution.ts';
import { z } from './zod.ts';

/** There is no way to write it that reads the same. */
export class Unwritable extends Error {}

/** Without `extends`, whose parts the scenario holds. Throws `Unwritable`. */
export function written({ extends: _, ...scenario }: Scenario): Plain {
  const document = partOf(scenarioSchema, scenario, []);
  if (document === undefined) throw new Unwritable('there is nothing in it');
  return document;
}

type Schema = z.core.$ZodType;
type Path = readonly (string | number)[];

/** Undefined where nothing has to be written. */
function partOf(schema: Schema, value: unknown, path: Path): Plain | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return value === undefined ? undefined : partOf(def.innerType, value, path);
    case 'default':
    case 'prefault':
      return reads(schema, undefined, value) ? undefined : partOf(def.innerType, value, path);
    case 'lazy':
      return partOf(def.getter(), value, path);
    case 'object':
      return mapOf(value, path, (key) => (Object.hasOwn(def.shape, key) ? def.shape[key] : undefined));
    case 'record':
      return mapOf(value, path, () => def.valueType);
    case 'array':
      return listOf(value, path, () => def.element);
    case 'tuple':
      // Of coordinates: without units, as plans are written.
      return listOf(value, path, (index) => def.items[index], true);
    case 'union':
    case 'pipe':
      return oneOf(schema, value, path);
    default:
      if (!reads(schema, value, value)) throw refusal(path);
      return value as Plain;
  }
}

const refusal = (path: Path): Unwritable =>
  new Unwritable(`${path.join('.')} cannot be written so that it reads the same`);

function mapOf(value: unknown, path: Path, schemaOf: (key: string) => Schema | undefined): Plain {
  if (typeof value !== 'object' || value === null) throw refusal(path);
  const map: { [key: string]: Plain } = {};
  for (const [key, part] of Object.entries(value)) {
    const schema = schemaOf(key);
    if (schema === undefined) throw refusal([...path, key]);
    const text = partOf(schema, part, [...path, key]);
    if (text !== undefined) map[key] = text;
  }
  return map;
}

function listOf(
  value: unknown,
  path: Path,
  schemaOf: (index: number) => Schema | undefined,
  isPlain = false,
): Plain[] {
  if (!Array.isArray(value)) throw refusal(path);
  return value.map((part: unknown, index): Plain => {
    const schema = schemaOf(index);
    if (schema === undefined) throw refusal([...path, index]);
    if (isPlain && typeof part === 'number' && reads(schema, part, part)) return part;
    // What is left out in a list would move the rest.
    return partOf(schema, part, [...path, index]) ?? {};
  });
}

function oneOf(schema: Schema, value: unknown, path: Path): Plain {
  for (const form of formsOf(schema, value, path)) if (reads(schema, form, value)) return form;
  throw refusal(path);
}

/** What might be read as the value, the preferred ones first. */
function* formsOf(schema: Schema, value: unknown, path: Path): Generator<Plain> {
  if (isDistribution(value)) {
    yield* distributionForms(value, {
      reads: (form) => z.core.safeParse(schema, form).data,
      part: (one) => oneOf(schema, one, path),
    });
    return;
  }
  if (typeof value === 'number') yield* texts(value);
  // An infinite limit, and a patience that does not end.
  if (value === Number.POSITIVE_INFINITY || value === null) yield 'never';
  if (typeof value === 'string') yield value;
  if (typeof value === 'object' && value !== null) yield* shortFormsOf(value);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type !== 'union') return;
  for (const option of def.options) {
    const form = orNull(() => partOf(option, value, path));
    if (form !== null && form !== undefined) yield form;
  }
}

/** A rate that holds from the opening on, and one name for a map of it alone. */
function* shortFormsOf(value: object): Generator<Plain> {
  const [first, ...others] = Object.entries(value);
  if (first !== undefined && others.length === 0) yield first[0];
  const points: unknown = 'points' in value ? value.points : undefined;
  const rate: unknown = Array.isArray(points) && Array.isArray(points[0]) ? points[0][1] : undefined;
  if (typeof rate === 'number') yield* texts(rate);
}

function orNull<T>(act: () => T): T | null {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof Unwritable) return null;
    throw thrown;
  }
}

function reads(schema: Schema, form: unknown, value: unknown): boolean {
  const parsed = z.core.safeParse(schema, form);
  return parsed.success && isSame(parsed.data, value);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && isSame(one[key as keyof object], other[key as keyof object]),
    )
  );
}
