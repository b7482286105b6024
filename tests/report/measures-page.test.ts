import { describe, expect, it } from 'vitest';
import { measuresPage } from '../../engine/report/measures-page.ts';

describe('the reference page of measures', () => {
  /** To make it anew after a change of the table: vitest run -u tests/report/measures-page.test.ts. */
  it('is the one in docs/', async () => {
    await expect(measuresPage()).toMatchFileSnapshot('../../docs/reference/measures.md');
  });
});
