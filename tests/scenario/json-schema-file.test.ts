import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../engine/scenario/json-schema.ts';

describe('scenarios/scenario.schema.json', () => {
  it('is what `npm run schema` writes', () => {
    const written: unknown = JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
  });

  it('is named by every scenario, for editors', () => {
    for (const [file, schema] of [
      ['pori.yaml', './scenario.schema.json'],
      ['concept.yaml', './scenario.schema.json'],
      ['pori-small.yaml', './scenario.schema.json'],
      ['theory/base.yaml', '../scenario.schema.json'],
      ['theory/day.yaml', '../scenario.schema.json'],
    ]) {
      expect(readFileSync(`scenarios/${file}`, 'utf8').split('\n')[0]).toBe(
        `# yaml-language-server: $schema=${schema}`,
      );
    }
  });
});
