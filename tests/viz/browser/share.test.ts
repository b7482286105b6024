/** A shared file in a browser without a network, opened from the disk. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { share } from '../../../engine/cli/share.ts';
import { closeBrowser, openPage, shown, timeIn } from './a-page.ts';

const MEGABYTE = 1_000_000;
const silent = { out: () => {}, err: () => {}, colour: false, interactive: false };

let directory = '';
let report = '';
beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-share-'));
  report = path.join(directory, 'report.html');
  expect(await share(['scenarios/pori.yaml'], { output: report }, silent)).toBe(0);
});
afterAll(async () => {
  await closeBrowser();
  rmSync(directory, { recursive: true });
});

async function openOffline(file: string) {
  const opened = await openPage();
  const { context, page } = opened;
  await context.setOffline(true);
  await context.route(/^(?!file:|blob:|data:)/, (route) => route.abort());
  const address = pathToFileURL(file).href;
  await page.goto(address);
  return { ...opened, address };
}

describe('a shared file', () => {
  it('is less than two megabytes', () => {
    expect(statSync(report).size).toBeLessThan(2 * MEGABYTE);
    expect(statSync(report).size).toBeGreaterThan(MEGABYTE / 10);
  });

  it('shows its days from the disk with the network cut, and asks for nothing', async () => {
    const { page, context, requests, complaints, address } = await openOffline(report);
    await shown(page);
    expect(await page.locator('h1').first().textContent()).toBe('Pori, Porin Leijona');
    await page
      .locator('input[type=range]')
      .first()
      .fill(String(11 * 3600));
    expect(await timeIn(page)).toBe('11:00:00');
    expect(requests).toEqual([address]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('has the same day as the command line', async () => {
    const { page, context } = await openOffline(report);
    await shown(page);
    expect(await page.locator('.command code').textContent()).toBe(
      'aula run scenarios/pori.yaml -s 1 -n 200',
    );
    await context.close();
  });

  it('shows its days also where there can be no worker', async () => {
    const { page, context } = await openPage();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'Worker', {
        value: class {
          constructor() {
            throw new DOMException('none here', 'SecurityError');
          }
        },
      });
    });
    await page.goto(pathToFileURL(report).href);
    await shown(page);
    await context.close();
  });

  it('runs no script but its own', async () => {
    const changed = path.join(directory, 'changed.html');
    const smuggled =
      '<script>window.smuggled = true</script><img src="x" onerror="window.smuggled = true"></body>';
    writeFileSync(
      changed,
      readFileSync(report, 'utf8').replace('</body>', () => smuggled),
    );
    const { page, context, complaints } = await openOffline(changed);
    await shown(page);
    expect(await page.evaluate(() => 'smuggled' in globalThis)).toBe(false);
    expect(complaints.filter((one) => one.includes('Content Security Policy')).length).toBeGreaterThan(1);
    await context.close();
  });
});
