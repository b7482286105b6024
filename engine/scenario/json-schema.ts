/**
 * The JSON Schema of scenario files, for completion and checks in editors; made from the one schema that also
 * gives the types and the checks.
 *
 * A file that extends another holds only what it changes, and takes parts away by `null`. So nothing that can be
 * merged is required here, but for the first keys of a file that extends no other; within lists and
 * distributions, which are replaced whole, what is required stays so. What is missing after the merge is for
 * `aula check` to say.
 */
import { FAMILIES } from './distribution.ts';
import { scenarioSchema } from './schema.ts';
import { z } from './zod.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** What a file must hold that extends no other. */
const ALWAYS = ['aula', 'name', 'day'];

export function scenarioJsonSchema(): Json {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-7' }) as Json;
  const { $schema, required: _, ...root } = relax(schema);
  return {
    ...($schema === undefined ? {} : { $schema }),
    title: 'Scenario of aula',
    ...root,
    if: { required: ['extends'] },
    else: { required: ALWAYS },
  };
}

/** The schema of a map that is merged key by key: nothing in it is required, and `null` takes away. */
function relax(schema: Json): Json {
  if (schema.anyOf !== undefined && !isDistribution(schema)) {
    return { ...schema, anyOf: schema.anyOf.map((form) => relax(form as Json)) };
  }
  if (schema.type !== 'object' || isDistribution(schema)) return schema;
  const { required: _, properties, additionalProperties, ...rest } = schema;
  const relaxed: Json = { ...rest };
  if (properties !== undefined) {
    relaxed.properties = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        key,
        isFixed(key) ? value : orNull(relax(value as Json)),
      ]),
    );
  }
  if (typeof additionalProperties === 'object') {
    relaxed.additionalProperties = orNull(relax(additionalProperties as Json));
  } else if (additionalProperties !== undefined) relaxed.additionalProperties = additionalProperties;
  return relaxed;
}

/** What no file can take away from the one that it extends. */
const isFixed = (key: string): boolean => key === 'aula' || key === 'extends';

const isDistribution = ({ properties }: Json): boolean =>
  properties !== undefined && Object.keys(properties).every((key) => FAMILIES.has(key));

/** Keeps the description outside, where editors look for it. */
function orNull(schema: Json): Json {
  const { description, default: initial, ...inner } = schema;
  return {
    ...(description === undefined ? {} : { description }),
    ...(initial === undefined ? {} : { default: initial }),
    anyOf: [
      ...(inner.anyOf !== undefined && Object.keys(inner).length === 1 ? inner.anyOf : [inner]),
      { type: 'null' },
    ],
  };
}
