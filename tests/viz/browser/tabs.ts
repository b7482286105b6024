/** The panels of a page, one after the other. */
import type { Page } from 'playwright-core';

/** Opens each panel in turn, and gives its name; gives nothing where there are none. */
export async function* tabsOf(page: Page): AsyncGenerator<string, void, undefined> {
  const tabs = page.getByRole('tablist').first().getByRole('tab');
  const count = await tabs.count();
  for (let index = 0; index < count; index++) {
    const tab = tabs.nth(index);
    await tab.click();
    await page.waitForTimeout(300);
    yield (await tab.textContent()) ?? '';
  }
}
