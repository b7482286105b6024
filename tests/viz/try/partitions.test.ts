import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../viz/app/state.ts';
import { PARTITIONS } from '../../../viz/try/partitions.ts';
import { words } from '../../../viz/try/words.ts';

test.each(LANGUAGES)('each partition has a name of its own in %s', (language) => {
  const { partition } = words(language);
  expect(Object.keys(partition)).toEqual(PARTITIONS);
  expect(new Set(Object.values(partition)).size).toBe(PARTITIONS.length);
  if (language !== 'en') for (const name of PARTITIONS) expect(partition[name]).not.toBe(name);
});
