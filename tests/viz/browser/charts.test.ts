/** The charts and the days in a browser: a stretch is selected and its figures shown, files are saved, another day is chosen. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openPage, shown, timeIn } from './a-page.ts';
import { type Viewing, viewing } from './serving.ts';

const DAYS = 12;
let serving: Viewing;
let directory = '';

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-charts-'));
  serving = await viewing('scenarios/pori-small.yaml', '-n', String(DAYS));
});
afterAll(async () => {
  expect(await serving.end()).toBe(0);
  await closeBrowser();
  rmSync(directory, { recursive: true });
});

async function opened(fragment = '') {
  const watched = await openPage();
  await watched.page.goto(`${serving.address}#${fragment}`);
  await shown(watched.page);
  return watched;
}

const chart = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const fragmentOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1));

/** From one share of the width of a picture to another. */
async function drag(page: Page, picture: Locator, from: number, to: number): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the picture is not there');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + ((from + to) / 2) * box.width, y);
  await page.mouse.move(box.x + to * box.width, y);
  await page.mouse.up();
}

async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  // The browser may be of another process, which has the file in a place of its own.
  const copy = path.join(directory, file.suggestedFilename());
  await file.saveAs(copy);
  return { name: file.suggestedFilename(), bytes: readFileSync(copy) };
}

describe('the charts of a day', () => {
  it('show the figures of a stretch beside those of the day, until it is let go', async () => {
    const { page, context, complaints } = await opened();
    const headline = page.locator('.headline');
    const visits = headline.locator('.figure').first();
    const ofDay = await visits.textContent();
    await drag(page, chart(page, 'Queue').locator('svg.time-picture'), 0.4, 0.6);
    await page.waitForTimeout(600);
    expect(await headline.getByRole('status').textContent()).toMatch(/^Stretch \d+:\d\d–\d+:\d\d$/);
    expect(await headline.locator('.of-day').first().textContent()).toBe(`day: ${ofDay}`);
    expect(Number(await visits.textContent())).toBeLessThan(Number(ofDay));
    expect(fragmentOf(page).get('from')).toMatch(/^\d\d:\d\d:00-\d\d:\d\d:00$/);
    await page.locator('#stretch-clear').click();
    await page.waitForTimeout(600);
    expect(await visits.textContent()).toBe(ofDay);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('have one axis: a moment pointed at is at the same place in all, and a click goes there', async () => {
    const { page, context } = await opened();
    const picture = chart(page, 'Use of staff').locator('svg.time-picture');
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    if (box === null) throw new Error('the picture is not there');
    await page.mouse.move(box.x + box.width / 2, box.y + 10);
    const places = await page
      .locator('.hairline')
      .evaluateAll((lines) => lines.map((line) => Math.round(line.getBoundingClientRect().left)));
    expect(places.length).toBeGreaterThan(4);
    expect(new Set(places).size).toBe(1);
    expect(Math.abs((places[0] ?? 0) - (box.x + box.width / 2))).toBeLessThan(3);
    expect(await page.locator('.facts-table .is-highlighted').count()).toBe(1);
    const before = await timeIn(page);
    await page.mouse.down();
    await page.mouse.up();
    expect(await timeIn(page)).not.toBe(before);
    await context.close();
  });

  it('have a table behind them, and are saved with their colours', async () => {
    const { page, context, complaints } = await opened();
    const queue = chart(page, 'Queue');
    await queue.getByRole('button', { name: 'Table: Queue' }).click();
    const rows = await queue.locator('table.data tbody tr').count();
    expect(rows).toBeGreaterThan(10);
    const csv = await saved(page, queue.getByRole('button', { name: 'Save CSV: Queue' }));
    expect(csv.name).toMatch(/queue-day-0\.csv$/);
    expect(csv.bytes.toString('utf8').trim().split('\r\n').length).toBe(rows + 1);
    await queue.getByRole('button', { name: 'Table: Queue' }).click();

    const svg = await saved(page, queue.getByRole('button', { name: 'Save SVG: Queue' }));
    const text = svg.bytes.toString('utf8');
    expect(text).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
    expect(text).toMatch(/fill="rgb\(/);
    expect(text).not.toMatch(/var\(--|light-dark|style=/);
    const png = await saved(page, queue.getByRole('button', { name: 'Save PNG: Queue' }));
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    // Twice the width of the picture on the page.
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1200);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the days', () => {
  it('come as they are simulated, and one of them is chosen by button, by pointer or by keyboard', async () => {
    const { page, context, complaints } = await opened('panel=days');
    await page.locator('.days progress').waitFor({ state: 'hidden', timeout: 90_000 });
    expect(await page.locator('.standing').textContent()).toMatch(
      /^This day has (?:longer|shorter) waits than/,
    );
    await page.getByRole('button', { name: 'Worst for waiting' }).click();
    await page.locator('.standing', { hasText: 'longer waits than 100%' }).waitFor();
    await page.waitForTimeout(500);
    const worst = fragmentOf(page).get('day') ?? '0';
    expect(await page.locator('#day-number').inputValue()).toBe(worst);

    await page.locator('#days-picture').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.locator('.standing', { hasText: 'longer waits than 91%' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('say what a run of one day cannot tell', async () => {
    const alone = await viewing('scenarios/theory/overheard.yaml', '-n', '1');
    const { page, context, complaints } = await openPage();
    await page.goto(`${alone.address}#panel=days`);
    await shown(page);
    expect(await page.getByRole('tabpanel').textContent()).toContain('There is only this day');
    expect(complaints).toEqual([]);
    await context.close();
    await alone.end();
  });
});
