/**
 * Maps that may have one of several forms, like a partition of `{ screen }`, `{ rating }` or `{ bands }`: keys of two forms
 * together are none. The schema says which there are.
 */
import type { Path } from './finding.ts';
import { scenarioSchema } from './schema.ts';
import type { z } from './zod.ts';

type Schema = z.core.$ZodType;

/**
 * Whether a map at the path that has the keys is of one form, and further keys of another, so that these are instead of what is
 * there and do not add to it. Keys that no form has say nothing.
 */
export function areOfOtherForm(path: Path, keys: readonly string[], further: readonly string[]): boolean {
  // Most maps are changed within their form, which is seen without the schema.
  if (areAmong(further, keys) || areAmong(keys, further)) return false;
  const forms = formsAt(path);
  return (
    forms.length > 1 &&
    forms.some((form) => areAmong(further, form)) &&
    !forms.some((form) => areAmong(further, form) && areAmong(keys, form))
  );
}

const areAmong = (some: readonly string[], keys: readonly string[]): boolean => {
  const all = new Set(keys);
  return some.every((key) => all.has(key));
};

/** The keys of each form that a map at the path may have. */
function formsAt(path: Path): string[][] {
  let schemas = plainOf(scenarioSchema);
  for (const step of path) schemas = schemas.flatMap((schema) => under(schema, step)).flatMap(plainOf);
  return schemas.flatMap((schema) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    return def.type === 'object' ? [Object.keys(def.shape)] : [];
  });
}

/** What the schema may be, without defaults and the like. */
function plainOf(schema: Schema): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return plainOf(def.innerType);
    case 'lazy':
      return plainOf(def.getter());
    case 'pipe':
      return plainOf(def.in);
    case 'union':
      return def.options.flatMap(plainOf);
    default:
      return [schema];
  }
}

function under(schema: Schema, step: string | number): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.hasOwn(def.shape, step) ? [def.shape[step]] : [];
    case 'record':
      return [def.valueType];
    case 'array':
      return [def.element];
    default:
      return [];
  }
}
