/**
 * What the schema knows of the parts of a document, step by step from its top: which keys a map may have, and whether
 * they are ids of the author's own.
 */
import type { z } from 'zod';
import { scenarioJsonSchema } from './json-schema.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** All forms that a part may have, such as a plain value or a map. */
export type Forms = readonly Json[];

let root: Json | null = null;

/** The forms of the whole document. */
export function documentForms(): Forms {
  root ??= scenarioJsonSchema();
  return formsOf(root);
}

/** The keys that the schema names. */
export const keysIn = (forms: Forms): string[] => [
  ...new Set(forms.flatMap(({ properties }) => Object.keys(properties ?? {}))),
];

/** The forms of what is under a key that the schema names; null where it names none such. */
export function under(forms: Forms, key: string): Forms | null {
  const found = forms.flatMap(({ properties }) =>
    properties !== undefined && Object.hasOwn(properties, key) ? formsOf(properties[key] as Json) : [],
  );
  return found.length > 0 ? found : null;
}

/** The forms of what is under an id; null where there are no ids. */
export function underIds(forms: Forms): Forms | null {
  const found = forms.flatMap(({ additionalProperties: entry }) =>
    typeof entry === 'object' ? formsOf(entry) : [],
  );
  return found.length > 0 ? found : null;
}

/** The forms of the items of a list; null where there can be none. */
export function underItems(forms: Forms): Forms | null {
  const found = forms.flatMap(({ type, items }) => {
    if (type !== 'array' || items === undefined || typeof items === 'boolean') return [];
    return (Array.isArray(items) ? items : [items]).flatMap((item) => formsOf(item as Json));
  });
  return found.length > 0 ? found : null;
}

function formsOf(schema: Json): Json[] {
  const referred = schema.$ref === undefined ? [] : formsOf(definition(schema.$ref));
  const parts = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])] as Json[];
  return [schema, ...referred, ...parts.flatMap(formsOf)];
}

function definition(reference: string): Json {
  const definitions = root?.definitions as Readonly<Record<string, Json>> | undefined;
  return definitions?.[reference.replace('#/definitions/', '')] ?? {};
}
