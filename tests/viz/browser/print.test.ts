/** On paper: in light colours whatever those of the page, with what explains it, and afterwards all is as it was. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage, shown } from './a-page.ts';
import { servedForAll } from './served.ts';

const serving = servedForAll('scenarios/pori.yaml', '-n', '5');

const seen = (page: Page) =>
  page.evaluate(() => {
    const paper = document.querySelector<HTMLCanvasElement>('.floor .on-paper');
    const data = paper?.getContext('2d')?.getImageData(0, 0, paper.width, paper.height).data ?? [];
    let dark = 0;
    let light = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] < 250) continue;
      const sum = data[at] + data[at + 1] + data[at + 2];
      if (sum < 220) dark++;
      if (sum > 560) light++;
    }
    const isShown = (selector: string) =>
      [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
    return {
      paper: paper !== null && isShown('.floor .on-paper'),
      page: isShown('.floor canvas.still'),
      isLight: light > dark,
      ink: getComputedStyle(document.body).color,
      legend: isShown('.legend-groups'),
      buttons: isShown('.tool, .floor-tools button, .picture-tools button, .pager button'),
      head: document.querySelector('.which')?.textContent,
    };
  });

describe('the printed page', () => {
  it('is light and explained, and the page is as it was afterwards', async () => {
    const { page, context, complaints } = await openPage({ colorScheme: 'dark' });
    await page.goto(`${serving.address}#t=11:00:00&theme=dark`);
    await shown(page);
    const before = await seen(page);
    expect(before).toMatchObject({ paper: false, page: true, legend: false, buttons: true });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await seen(page)).toEqual({
      paper: true,
      page: false,
      isLight: true,
      ink: 'rgb(29, 33, 38)',
      legend: true,
      buttons: false,
      head: 'Day 0 · seed 1',
    });
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await seen(page)).toEqual(before);
    expect(complaints.filter((one) => !one.includes('willReadFrequently'))).toEqual([]);
    await context.close();
  });
});
