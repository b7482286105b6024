/** The JSON Schema that editors use: what it says of quantities, of parts that may be left out, and of removal. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { scenarioJsonSchema } from '../../engine/scenario/json-schema.ts';
import { DIMENSIONS } from '../../engine/scenario/quantity.ts';

type Json = z.core.JSONSchema.BaseSchema;

const schema = scenarioJsonSchema();

/** The schema at a path of keys; `*` is any id, and null is left aside. */
function part(...keys: string[]): Json {
  return keys.reduce<Json>((at, key) => {
    const map = forms(at).find((form) => form.type === 'object') ?? {};
    const next = key === '*' ? map.additionalProperties : map.properties?.[key];
    if (typeof next !== 'object') throw new Error(`no ${key}`);
    return next;
  }, schema);
}

const forms = (json: Json): Json[] => (json.anyOf ?? [json]) as Json[];
const isRemovable = (json: Json): boolean => forms(json).some((form) => form.type === 'null');

describe('the JSON Schema', () => {
  it('names its dialect and itself', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Scenario of aula',
      description: 'A scenario of aula: a service point and a day in it.',
    });
  });

  it('requires the first keys of a file that extends no other, and nothing of one that does', () => {
    expect(schema.if).toEqual({ required: ['extends'] });
    expect(schema.else).toEqual({ required: ['aula', 'name', 'day'] });
    expect(schema.required).toBeUndefined();
    for (const path of [
      ['matters', '*'],
      ['day'],
      ['day', 'doors'],
      ['journey', 'greeting'],
      ['floor', 'walls', '*'],
    ]) {
      expect(forms(part(...path)).every((form) => form.required === undefined)).toBe(true);
    }
  });

  it('lets null take away what an extended file may have', () => {
    for (const path of [
      ['agencies', '*'],
      ['matters', '*', 'kiosk'],
      ['policy', 'reserve'],
      ['floor'],
      ['targets'],
    ]) {
      expect(isRemovable(part(...path))).toBe(true);
    }
    expect(isRemovable(part('aula'))).toBe(false);
  });

  it('keeps what is required in lists and distributions', () => {
    const shifts = forms(part('roles', '*', 'shifts')).find((form) => form.type === 'array');
    expect(shifts?.items).toMatchObject({ required: ['from', 'to'] });
    const durations = JSON.stringify(schema.definitions);
    expect(durations).toContain('"required":["mean","cv"]');
    expect(durations).toContain('"maxProperties":1');
  });

  it('knows no other keys', () => {
    expect(schema.additionalProperties).toBe(false);
    expect(forms(part('matters', '*')).find((form) => form.type === 'object')?.additionalProperties).toBe(
      false,
    );
  });

  it('describes parts where editors look for it', () => {
    expect(part('roles', '*', 'cover')).toMatchObject({
      description: 'A break waits until this many others of the role are on duty.',
      default: 0,
    });
  });

  it('has a pattern and an example for each quantity', () => {
    const [open] = forms(part('day', 'doors', 'open'));
    expect(open).toMatchObject({ type: ['number', 'string'], examples: ['08:00'] });
    const pattern = new RegExp(open?.pattern ?? '');
    for (const text of ['08:00', '8:00:30', '2000 h', '90 min']) expect(pattern.test(text)).toBe(true);
    for (const text of ['8.00 am', '25:61', 'noon']) expect(pattern.test(text)).toBe(false);
  });

  it('refuses no text that the schema reads', () => {
    for (const [name, quantity] of Object.entries(DIMENSIONS)) {
      for (const text of [
        '1',
        '.5',
        '2.',
        '1e3',
        ' 3 min ',
        '3min',
        '1 m/s',
        '5 /h',
        '1 h',
        'x',
        '3 parsec',
        '',
      ]) {
        const pattern = new RegExp(patternOf(quantity()));
        if (quantity().safeParse(text).success) expect(`${name} ${pattern.test(text)}`).toBe(`${name} true`);
      }
    }
  });
});

function patternOf(quantity: z.ZodType): string {
  const json = quantity.toJSONSchema({ io: 'input' }) as Json;
  return json.pattern ?? '^';
}
