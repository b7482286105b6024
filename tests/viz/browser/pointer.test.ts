/** A mouse, a touchpad and fingers on the floor: what is meant for the page stays the page's. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage, shown } from './a-page.ts';
import { servedForAll } from './served.ts';

const serving = servedForAll('scenarios/pori.yaml', '-n', '5');

async function middleOf(page: Page): Promise<readonly [number, number]> {
  const box = await page.locator('#floor').boundingBox();
  if (box === null) throw new Error('the floor is not there');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const isEnlarged = (page: Page) =>
  page.locator('#floor').evaluate((floor) => floor.classList.contains('enlarged'));

describe('over the floor', () => {
  it('the wheel scrolls the page, and enlarges with Ctrl', async () => {
    const { page, context, complaints } = await openPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(`${serving.address}#t=11:00:00`);
    await shown(page);
    const [x, y] = await middleOf(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect(await isEnlarged(page)).toBe(false);
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(() => isEnlarged(page)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a finger learns what it is on, where the panel is out of sight', async () => {
    const { page, context, complaints } = await openPage({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await page.goto(`${serving.address}#t=11:00:00`);
    await shown(page);
    const [x, y] = await middleOf(page);
    // In the waiting area, wherever nobody sits.
    await page.touchscreen.tap(x - 60, y + 10);
    const tip = page.locator('#floor .floor-tip');
    await tip.waitFor();
    expect((await tip.textContent())?.length).toBeGreaterThan(5);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
