/** A viewer that serves the tests of a file. */
import { afterAll, beforeAll, expect } from 'vitest';
import { closeBrowser } from './a-page.ts';
import { type Viewing, viewing } from './serving.ts';

/** A viewer for all tests of a file, which ends well after them; its address is there once they run. */
export function servedForAll(...args: readonly string[]): Pick<Viewing, 'address'> {
  let serving: Viewing | null = null;
  beforeAll(async () => {
    serving = await viewing(...args);
  });
  afterAll(async () => {
    expect(await serving?.end()).toBe(0);
    await closeBrowser();
  });
  return {
    get address() {
      if (serving === null) throw new Error('nothing is served yet');
      return serving.address;
    },
  };
}
