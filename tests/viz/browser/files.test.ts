/** Files that are saved from the page stand alone: what they show of what, on a ground of their own, and what colours mean. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openPage, shown } from './a-page.ts';
import { type Viewing, viewing } from './serving.ts';

let serving: Viewing;
let directory = '';
beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-files-'));
  serving = await viewing('scenarios/pori.yaml', '-n', '12');
});
afterAll(async () => {
  await serving.end();
  await closeBrowser();
  rmSync(directory, { recursive: true });
});

/** Where it lies. */
async function saved(page: Page, button: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const copy = path.join(directory, file.suggestedFilename());
  await file.saveAs(copy);
  return copy;
}

/** What an SVG says, and what stands first in it, which all else lies on. */
async function opened(page: Page, file: string) {
  await page.goto(pathToFileURL(file).href);
  return page.evaluate(() => ({
    texts: [...document.querySelectorAll('text')].map((text) => text.textContent ?? ''),
    beyond: [...document.querySelectorAll('text')].filter(
      (text) => text.getBoundingClientRect().right > document.documentElement.getBoundingClientRect().right,
    ).length,
    ground: document.querySelector('svg > rect')?.getAttribute('fill'),
    images: document.querySelectorAll('image').length,
  }));
}

/** Of a PNG. */
const widthOf = (file: string) => readFileSync(file).readUInt32BE(16);

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  const ground = { light: 'rgb(255, 255, 255)', dark: 'rgb(31, 34, 38)' }[colorScheme];

  it('the floor says what it shows of which moment', async () => {
    const { page, context, complaints } = await openPage({ colorScheme });
    await page.goto(`${serving.address}#t=11:00:00&heat=waiting`);
    await shown(page);
    const tools = page.locator('.floor-tools').first();
    const png = await saved(page, tools.getByRole('button', { name: 'Save PNG' }));
    expect(path.basename(png)).toBe('pori-porin-leijona-day-0-11-00-00.png');
    expect(widthOf(png)).toBeGreaterThan(1800);
    const svg = await saved(page, tools.getByRole('button', { name: 'Save SVG' }));
    const file = await opened(page, svg);
    for (const text of ['Pori, Porin Leijona · Day 0 · seed 1', '11:00:00', 'Vero', 'walking', 'STI ≥ 0.20'])
      expect(file.texts).toContain(text);
    expect(file.texts.join('\n')).toMatch(/^Waiting\. /m);
    expect(file.texts.join('\n')).toMatch(/^≥ \S+ person-min\/m²$/m);
    expect(file).toMatchObject({ ground, beyond: 0, images: 3 });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('charts stand on their own ground, and all of a narrow one can be read', async () => {
    const { page, context, complaints } = await openPage({ colorScheme });
    await page.goto(`${serving.address}#t=11:00:00&panel=days`);
    await shown(page);
    await page.locator('.days progress').waitFor({ state: 'hidden', timeout: 90_000 });
    const days = await saved(page, page.getByRole('button', { name: 'Save SVG: Days' }));
    const waits = await saved(page, page.getByRole('button', { name: 'Save SVG: Waits' }));
    const file = await opened(page, days);
    expect(file.texts.slice(0, 2)).toEqual(['Days', 'Pori, Porin Leijona · 12 days · seed 1']);
    expect(file).toMatchObject({ ground, beyond: 0 });
    // The days are dots: lines of no length with round ends.
    expect(readFileSync(days, 'utf8')).toContain('stroke-linecap="round"');
    expect(await opened(page, waits)).toMatchObject({ ground, beyond: 0 });
    // The moment of the replay means nothing there.
    expect(readFileSync(waits, 'utf8')).not.toContain('class="cursor"');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
