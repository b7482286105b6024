/** Who has no mouse: every dialog lets go, keys do nothing behind it, and the focus is not lost when parts are made anew. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage, shown } from './a-page.ts';
import { servedForAll } from './served.ts';

const serving = servedForAll('scenarios/pori-small.yaml', '-n', '12');

async function opened(fragment: string) {
  const watched = await openPage();
  await watched.page.goto(`${serving.address}#${fragment}`);
  await shown(watched.page);
  return watched;
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: one } = document;
    return one === null || one === document.body ? '' : one.id || one.tagName;
  });

/** By the keyboard, as a click gives the focus in some browsers only. */
async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).focus();
  await page.keyboard.press('Enter');
}

/** One clerk more, tried, and its first figures there. */
async function tried(page: Page): Promise<void> {
  await page.locator('.try button[aria-label$="+1"]').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.try-first').waitFor({ timeout: 90_000 });
}

describe('a dialog', () => {
  it('closes by Escape and gives the focus back, and no key acts behind it', async () => {
    const { page, context } = await opened('panel=try');
    await tried(page);
    await press(page, '#try-save');
    await page.locator('dialog').waitFor();
    await page.keyboard.press('d');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('try-save');
    await page.waitForTimeout(500);
    expect(page.url()).not.toContain('day=');
    await page.keyboard.press('?');
    await page.locator('#keys-help').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#keys-help').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('try-save');
    await context.close();
  });
});

describe('the focus', () => {
  it('stays on the way to the next day', async () => {
    const { page, context } = await opened('panel=days');
    await press(page, '#day-next');
    await page.getByRole('heading', { name: 'Day 1 of' }).waitFor();
    expect(await focused(page)).toBe('day-next');
    await context.close();
  });

  it('stays where what is tried is shown, and goes to the panel with what is taken away', async () => {
    const { page, context } = await opened('panel=try');
    await tried(page);
    await page.locator('#try-show:enabled').waitFor();
    await press(page, '#try-show');
    await page.getByRole('button', { name: 'Show the unchanged one' }).waitFor();
    expect(await page.locator('header .is-tried').textContent()).toBe('with the changes being tried');
    expect(await focused(page)).toBe('try-show');
    await page.locator('.try-changes button').focus();
    await page.waitForTimeout(1500);
    expect(await focused(page)).toBe('BUTTON');
    await page.keyboard.press('Enter');
    await page.locator('.try-changes').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('panel');
    await press(page, '#try-undo');
    expect(await focused(page)).toBe('try-undo');
    await page.keyboard.press('Enter');
    await page.locator('#try-undo:disabled').waitFor();
    expect(await focused(page)).toBe('panel');
    await context.close();
  });
});
