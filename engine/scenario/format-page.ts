/**
 * The reference page of the scenario format (docs/reference/scenario.md): every key with its meaning, what it may
 * be and its default, made from the one schema. What goes before the tables is in `format-guide.ts`.
 */
import { formatGuide, REMARKS } from './format-guide.ts';
import { scenarioSchema } from './schema.ts';
import { z } from './zod.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** A key of the format, as the page shows it. */
export interface FormatKey {
  /** From the section on: `breaks[].at` is `at` in each item of the list `breaks`, `walls.*.line` in each wall. */
  readonly key: string;
  /** Empty where the schema says nothing of it but what it may be. */
  readonly meaning: string;
  readonly value: string;
  readonly initial: string;
}

/** docs/reference/scenario.md, whole. */
export function formatPage(): string {
  const schema = scenarioJson();
  const sections = Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
    section(key, part as Json),
  );
  return [formatGuide(schema), '## The file', '', ...table(topLevel(schema)), '', ...sections].join('\n');
}

/** All keys of the format, by section; the first has the keys of the top level. */
export function formatKeys(): ReadonlyMap<string, readonly FormatKey[]> {
  const schema = scenarioJson();
  const sections = Object.entries(schema.properties ?? {}).map(
    ([key, part]) => [key, keysBelow(entryOf(part as Json), '')] as const,
  );
  return new Map([['', topLevel(schema)], ...sections]);
}

const scenarioJson = (): Json => z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-7' }) as Json;

const topLevel = (schema: Json): FormatKey[] => keysOf(schema, '', false);

function section(key: string, part: Json): string[] {
  const rows = keysBelow(entryOf(part), '');
  const remarks = REMARKS[key];
  if (rows.length === 0 && remarks === undefined) return [];
  return [
    isById(part) ? `## ${key}, by id` : `## ${key}`,
    '',
    part.description ?? '',
    '',
    ...(rows.length > 0 ? [...table(rows), ''] : []),
    ...(remarks === undefined ? [] : [remarks, '']),
  ];
}

function table(rows: readonly FormatKey[]): string[] {
  return [
    '| Key | Meaning | Value | Default |',
    '|---|---|---|---|',
    ...rows.map(({ key, meaning, value, initial }) => `| \`${key}\` | ${meaning} | ${value} | ${initial} |`),
  ];
}

/** Whether it is a map from ids to parts that all have the same form. */
const isById = ({ additionalProperties: part }: Json): boolean => typeof part === 'object' && isMap(part);

const isMap = ({ properties }: Json): boolean => properties !== undefined;

/** What is written for one id, where the part is a map by id; the part itself where it is not. */
const entryOf = (part: Json): Json => (isById(part) ? (part.additionalProperties as Json) : part);

function keysOf({ properties = {}, required = [] }: Json, before: string, isDeep: boolean): FormatKey[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const schema = value as Json;
    const row: FormatKey = {
      key: before + name,
      meaning: ownMeaning(schema),
      value: valueText(schema),
      initial: initialOf(schema, required.includes(name)),
    };
    return isDeep ? [row, ...keysBelow(schema, before + name)] : [row];
  });
}

/** The keys of the maps in the value, wherever they are: in it, in its items, or in one of its forms. */
function keysBelow(schema: Json, before: string): FormatKey[] {
  const dotted = before === '' ? '' : `${before}.`;
  if (distributionOf(schema) !== null) return [];
  if (isMap(schema)) return keysOf(schema, dotted, true);
  if (isById(schema)) return keysBelow(entryOf(schema), `${before}.*`);
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((form) => keysBelow(form as Json, before));
  if (schema.type === 'array' && !Array.isArray(schema.items)) {
    return keysBelow((schema.items ?? {}) as Json, `${before}[]`);
  }
  return [];
}

/** What quantities say of themselves is not what they mean here. */
const GENERAL = /^an? [a-z ]+, like '/;
const ownMeaning = ({ description = '' }: Json): string => (GENERAL.test(description) ? '' : description);

const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  durations: 'durations',
  'signed-durations': 'durations, also negative',
  speeds: 'speeds',
  factors: 'numbers',
  sizes: 'numbers',
};

/** What the distribution is over; null for what is none. */
function distributionOf({ $ref, allOf }: Json): string | null {
  const reference = $ref ?? (allOf?.[0] as Json | undefined)?.$ref;
  return reference === undefined ? null : (DISTRIBUTIONS[reference.split('/').at(-1) ?? ''] ?? null);
}

/** What a quantity is called, and how its default is written, by the example that the schema gives of it. */
const QUANTITIES: Readonly<Record<string, { readonly what: string; readonly unit: string }>> = {
  '12 min': { what: 'duration', unit: ' min' },
  '08:00': { what: 'time of day', unit: '' },
  '5 %': { what: 'share', unit: ' %' },
  '12 /h': { what: 'rate', unit: ' /h' },
  '1.5 m': { what: 'length', unit: ' m' },
  '1.3 m/s': { what: 'speed', unit: ' m/s' },
  '42 dB': { what: 'level', unit: ' dB' },
};

const quantityOf = ({ examples }: Json) => QUANTITIES[String((examples as unknown[] | undefined)?.[0])];

/** In words what may be written. */
function valueText(schema: Json): string {
  const over = distributionOf(schema);
  if (over !== null) return `distribution of ${over}`;
  const quantity = quantityOf(schema);
  if (quantity !== undefined) return quantity.what;
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ');
  if (schema.anyOf !== undefined)
    return [...new Set(schema.anyOf.map((form) => valueText(form as Json)))].join(' or ');
  switch (schema.type) {
    case 'array':
      return listOf(schema);
    case 'object':
      return isMap(schema) ? 'map' : mapById(schema);
    case 'string':
      return schema.pattern === undefined ? 'text' : 'id';
    case 'boolean':
      return '`true`, `false`';
    case 'integer':
      return `whole number${bounds(schema)}`;
    default:
      return `number${bounds(schema)}`;
  }
}

function mapById({ additionalProperties: part }: Json): string {
  const entry = (typeof part === 'object' ? part : {}) as Json;
  return isMap(entry) ? 'map by id' : `map of ids to ${plural(valueText(entry))}`;
}

/** `number from 0` is `numbers from 0` of several. */
const plural = (value: string): string => value.replace(/^([a-z]+)/, '$1s');

function listOf({ items }: Json): string {
  if (Array.isArray(items)) {
    const values = items.map((item) => valueText(item as Json));
    return values[0] === 'length' ? 'point' : `[${values.join(', ')}]`;
  }
  const item = (items ?? {}) as Json;
  const value = valueText(item);
  if (item.enum !== undefined) return `list of ${value}`;
  return `list of ${plural(value)}`;
}

function bounds({ minimum, exclusiveMinimum, maximum }: Json): string {
  const above = exclusiveMinimum !== undefined ? ` above ${exclusiveMinimum}` : '';
  const from = minimum !== undefined && minimum >= 0 ? ` from ${minimum}` : above;
  return from + (maximum !== undefined && maximum < 1e9 ? ` to ${maximum}` : '');
}

function initialOf(schema: Json, isRequired: boolean): string {
  if (schema.default === undefined) return isRequired ? 'required' : '';
  const { default: initial } = schema;
  if (typeof initial !== 'number') return code(initial);
  const unit = quantityIn(schema)?.unit ?? '';
  return code(`${unit === ' %' ? initial * 100 : initial}${unit}`);
}

/** The quantity that a plain number is. */
function quantityIn(schema: Json): { readonly unit: string } | undefined {
  const over = distributionOf(schema);
  if (over === 'speeds') return QUANTITIES['1.3 m/s'];
  if (over !== null) return over === 'numbers' ? undefined : QUANTITIES['12 min'];
  return quantityOf(schema);
}

/** As YAML writes it. */
function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '').replaceAll(/[:,]/g, '$& ')}\``;
}
