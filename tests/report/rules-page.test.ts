import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesPage } from '../../engine/report/rules-page.ts';
import { RULES } from '../../engine/simulation/rules.ts';

describe('the rules', () => {
  it('are on the reference page as they are in the code', async () => {
    await expect(rulesPage()).toMatchFileSnapshot('../../docs/reference/rules.md');
  });

  it('fit a footnote', () => {
    for (const { title, brief } of RULES) expect(`- ${title}: ${brief}.`.length).toBeLessThanOrEqual(100);
  });

  it('are each tested by name', () => {
    const tests = readdirSync('tests/simulation')
      .map((name) => readFileSync(`tests/simulation/${name}`, 'utf8'))
      .join('\n');
    for (const { id } of RULES) expect(tests).toContain(`rule ${id}`);
  });
});
