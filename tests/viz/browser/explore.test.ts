/** What an analyst does with a day: follows a visitor, goes to a conflict, tries a change, and puts two designs side by side. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openPage, shown, timeIn } from './a-page.ts';
import { type Viewing, viewing } from './serving.ts';

let serving: Viewing;

beforeAll(async () => {
  serving = await viewing('scenarios/pori.yaml', '-n', '30');
});
afterAll(async () => {
  expect(await serving.end()).toBe(0);
  await closeBrowser();
});

const fragment = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1));
const panel = (page: Page) => page.getByRole('tabpanel').first();
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

describe('exploring Pori', () => {
  it('follows a visitor from the list, and by a link', async () => {
    const { page, context, complaints } = await openPage();
    await page.goto(`${serving.address}#panel=follow`);
    await shown(page);
    await panel(page)
      .getByRole('link', { name: /^12$|Visitor 12\b/ })
      .first()
      .or(
        panel(page)
          .getByRole('button', { name: /^12$|Visitor 12\b/ })
          .first(),
      )
      .click();
    await panel(page).getByRole('heading', { name: 'Visitor 12' }).waitFor();
    await timeIn(page);
    const link = page.url();
    expect(fragment(page).get('sel')).toMatch(/^visitor-\d+$/);
    expect(await panel(page).textContent()).toContain('service blueprint');
    await page.goto('about:blank');
    await page.goto(link);
    await shown(page);
    await panel(page).getByRole('heading', { name: 'Visitor 12' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('goes to the next conflict by a key, and tells its story', async () => {
    const { page, context, complaints } = await openPage();
    await page.goto(`${serving.address}#t=10:00:00`);
    await shown(page);
    await page.keyboard.press('n');
    const time = await timeIn(page);
    expect(fragment(page).get('sel')).toMatch(/^conflict-\d+$/);
    expect(String(time) > '10:00:00').toBe(true);
    await panel(page).getByText('Why:').waitFor();
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('Shift+N');
    expect(String(await timeIn(page)) < String(time)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('adds a booth and an adviser, shows what they change, and takes them back', async () => {
    const { page, context, complaints } = await openPage();
    await page.goto(`${serving.address}#panel=try`);
    await shown(page);
    const figures = panel(page).locator('.try-first');
    await panel(page).locator('#try-place').selectOption('space b4');
    await panel(page).getByRole('button', { name: /^Add/ }).first().click();
    await figures.waitFor({ timeout: 90_000 });
    const state = panel(page).locator('.try-state').first();
    await expect.poll(() => state.textContent(), { timeout: 90_000 }).toContain('After 200 days');
    await expect.poll(() => panel(page).locator('.try-progress').isHidden(), { timeout: 90_000 }).toBe(true);
    const withBooth = await figures.textContent();
    expect(withBooth).toContain('±');

    await panel(page)
      .getByRole('button', { name: /more.*adviser|adviser.*more|\+/i })
      .nth(1)
      .click();
    await expect.poll(() => panel(page).locator('.try-changes li').count()).toBe(2);
    await expect.poll(() => figures.textContent(), { timeout: 90_000 }).not.toBe(withBooth);
    await panel(page).locator('#try-undo').click();
    await expect.poll(() => panel(page).locator('.try-changes li').count()).toBe(1);
    await panel(page).locator('#try-reset').click();
    await expect.poll(() => panel(page).locator('.try-changes li').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a link with a change', () => {
  const TRIED = 'addSpace:b5:b4:1.5,12.2';

  it('opens the moment with the change, and the browser goes back over what was turned to', async () => {
    const { page, context, complaints } = await openPage();
    await page.goto(`${serving.address}#design=1&t=11:00:00&try=${TRIED}&panel=try`);
    await shown(page);
    expect(await page.locator('.command code').textContent()).toContain('pori-changed.yaml');
    const changes = panel(page).locator('.try-changes li');
    expect(await changes.textContent()).toContain('New: b5');
    expect(await timeIn(page)).toBe('11:00:00');
    expect(fragment(page).get('try')).toBe(TRIED);
    expect(fragment(page).get('design')).toBe('1');

    await panel(page).locator('#try-reset').click();
    await expect.poll(() => fragment(page).get('try'), { timeout: 20_000 }).toBeNull();
    expect(fragment(page).get('design')).toBeNull();
    expect(await timeIn(page)).toBe('11:00:00');
    await page.goBack();
    await changes.waitFor({ timeout: 20_000 });
    await expect
      .poll(() => page.locator('.command code').textContent(), { timeout: 20_000 })
      .toContain('pori-changed.yaml');
    await page.waitForTimeout(1000);
    expect(fragment(page).get('try')).toBe(TRIED);
    await page.goForward();
    await expect.poll(() => changes.count(), { timeout: 20_000 }).toBe(0);
    await page.waitForTimeout(1000);
    expect(fragment(page).get('try')).toBeNull();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is copied, and that it is copied stays to be read', async () => {
    const { page, context, complaints } = await openPage({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(`${serving.address}#t=11:00:00&try=${TRIED}&panel=try`);
    await shown(page);
    await panel(page).getByRole('button', { name: 'Copy link' }).click();
    await panel(page).locator('.try-first').waitFor({ timeout: 90_000 });
    await expect
      .poll(() => panel(page).locator('.try-state').first().textContent(), { timeout: 90_000 })
      .toContain('After 200 days');
    expect(await panel(page).locator('.try-buttons [role=status]').textContent()).toBe('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URLSearchParams(new URL(copied).hash.slice(1)).get('try')).toBe(TRIED);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is gone back to with what was selected in it', async () => {
    const { page, context, complaints } = await openPage();
    await page.goto(`${serving.address}#design=1&t=11:00:00&try=${TRIED}&panel=try&sel=conflict-3`);
    await shown(page);
    expect(await timeIn(page)).toBe('11:00:00');
    expect(fragment(page).get('sel')).toBe('conflict-3');
    await tab(page, 'Try a change');
    await panel(page)
      .getByRole('button', { name: /more.*adviser|adviser.*more|\+/i })
      .nth(1)
      .click();
    await expect.poll(() => fragment(page).get('try'), { timeout: 20_000 }).toContain('~clerks:');
    // What is selected in one design says nothing in another.
    await expect.poll(() => fragment(page).get('sel'), { timeout: 20_000 }).toBeNull();
    // The change was one step, and that nothing is selected any more another.
    const changes = panel(page).locator('.try-changes li');
    await page.waitForTimeout(1000);
    await page.goBack();
    await page.waitForTimeout(1000);
    await page.goBack();
    await expect.poll(() => changes.count(), { timeout: 20_000 }).toBe(1);
    await page.waitForTimeout(2000);
    expect(fragment(page).get('try')).toBe(TRIED);
    expect(fragment(page).get('sel')).toBe('conflict-3');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('that does not fit says so, and opens the unchanged design at the same moment', async () => {
    const { page, context, complaints } = await openPage();
    await page.goto(`${serving.address}#design=1&t=11:00:00&try=clerks:nobody:3`);
    await shown(page);
    const notice = page.locator('[role=alert]');
    await notice.filter({ hasText: 'clerks:nobody:3' }).waitFor();
    expect(await timeIn(page)).toBe('11:00:00');
    await page.keyboard.press('n');
    await page.waitForTimeout(600);
    expect(fragment(page).get('try')).toBeNull();
    expect(fragment(page).get('design')).toBeNull();
    await notice.getByRole('button', { name: 'Close' }).click();
    await notice.waitFor({ state: 'hidden' });
    // What is known, but cannot be: nobody reaches it.
    await page.goto(`${serving.address}#t=11:30:00&try=addSpace:b5:b4:18,0.5`);
    await notice.filter({ hasText: 'cannot be reached' }).waitFor({ timeout: 20_000 });
    expect(await timeIn(page)).toBe('11:30:00');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('two designs', () => {
  it('are shown side by side with their clocks locked', async () => {
    const both = await viewing('scenarios/pori.yaml', 'scenarios/pori-one-more-booth.yaml', '-n', '5');
    const { page, context, complaints } = await openPage();
    await page.goto(`${both.address}#t=11:00:00`);
    await shown(page);
    await tab(page, 'All designs');
    await panel(page).locator('#designs-beside').selectOption('1');
    await page.locator('.beside canvas').first().waitFor({ timeout: 60_000 });
    await page.locator('#time').fill(String(11 * 3600 + 10));
    expect(await timeIn(page)).toBe('11:00:10');
    await page.locator('.so-far').getByRole('heading').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
    expect(await both.end()).toBe(0);
  });
});
