/** `aula view` in a browser: a day is loaded, played and scrubbed, and follows the file. */
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openPage, shown, timeIn } from './a-page.ts';
import { type Viewing, viewing } from './serving.ts';

let directory = '';
let serving: Viewing;
const file = () => path.join(directory, 'pori.yaml');

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-view-'));
  for (const name of ['pori.yaml', 'concept.yaml'])
    copyFileSync(path.join('scenarios', name), path.join(directory, name));
  serving = await viewing(file(), '-n', '20');
});
// What one test leaves behind is no failure of the next.
afterEach(() => copyFileSync(path.join('scenarios', 'pori.yaml'), file()));
afterAll(async () => {
  expect(await serving.end()).toBe(0);
  await closeBrowser();
  rmSync(directory, { recursive: true });
});

describe('a day of Pori', () => {
  it('is shown, plays and is scrubbed, and complains of nothing', async () => {
    const { page, context, requests, complaints } = await openPage();
    await page.goto(serving.address);
    await shown(page);
    expect(await page.title()).toBe('Pori, Porin Leijona · aula');
    await page.keyboard.press('Space');
    await page.waitForTimeout(1500);
    await page.keyboard.press('Space');
    const played = await timeIn(page);
    expect(played).toMatch(/^09:0\d:\d\d$/);
    expect(await timeIn(page)).toBe(played);

    await page
      .locator('input[type=range]')
      .first()
      .fill(String(11 * 3600));
    await expect.poll(() => timeIn(page), { timeout: 10_000 }).toBe('11:00:00');

    await page.reload();
    await shown(page);
    await expect.poll(() => timeIn(page), { timeout: 10_000 }).toBe('11:00:00');
    expect(new Set(requests.map((one) => new URL(one).origin))).toEqual(
      new Set([new URL(serving.address).origin]),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is shown as the file is saved, at the same moment, and as it was while the file is wrong', async () => {
    const { page, context, complaints } = await openPage();
    await page.goto(`${serving.address}#t=11:00:00`);
    await shown(page);
    const heading = page.locator('h1').first();
    const right = readFileSync(file(), 'utf8');
    const renamed = right.replace(/^name: .*$/m, 'name: Pori with another name');
    expect(renamed).not.toBe(right);

    // As editors do that put another file in its place.
    writeFileSync(`${file()}~`, renamed);
    renameSync(`${file()}~`, file());
    await expect.poll(() => heading.textContent(), { timeout: 10_000 }).toBe('Pori with another name');
    await expect.poll(() => timeIn(page), { timeout: 10_000 }).toBe('11:00:00');

    writeFileSync(file(), `${renamed}\nnonsense: 1\n`);
    const alert = page.locator('[role=alert]');
    await alert.waitFor({ timeout: 10_000 });
    expect(await alert.textContent()).toContain('nonsense');
    expect(await heading.textContent()).toBe('Pori with another name');
    await page
      .locator('input[type=range]')
      .first()
      .fill(String(12 * 3600));
    await expect.poll(() => timeIn(page), { timeout: 10_000 }).toBe('12:00:00');

    writeFileSync(file(), right);
    await alert.waitFor({ state: 'hidden', timeout: 10_000 });
    await expect.poll(() => heading.textContent(), { timeout: 10_000 }).toBe('Pori, Porin Leijona');
    await expect.poll(() => timeIn(page), { timeout: 10_000 }).toBe('12:00:00');
    // The browser itself notes that the file was answered for with an error.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await context.close();
  });

  it('tries a change on the file as it is saved, and says so where it does not fit any more', async () => {
    const { page, context, complaints } = await openPage();
    await page.goto(`${serving.address}#t=11:00:00&try=removeSpace:k4&panel=try`);
    await shown(page);
    const changes = page.locator('.try-changes li');
    await changes.waitFor();
    const right = readFileSync(file(), 'utf8');
    writeFileSync(file(), right.replace(/^name: .*$/m, 'name: Pori with another name'));
    await expect
      .poll(() => page.locator('h1').first().textContent(), { timeout: 20_000 })
      .toBe('Pori with another name');
    const save = page.getByRole('button', { name: 'Save as YAML' });
    await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true);
    await save.click();
    const saved = await page.locator('#try-yaml').inputValue();
    expect(saved).toContain('name: Pori with another name');
    expect(saved).not.toContain('k4:');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(() => timeIn(page), { timeout: 10_000 }).toBe('11:00:00');

    writeFileSync(file(), right.replace(/^ +k4: .*\n/m, ''));
    const notice = page.locator('[role=alert]').filter({ hasText: 'removeSpace:k4' });
    await notice.waitFor({ timeout: 20_000 });
    await expect.poll(() => changes.count()).toBe(0);
    writeFileSync(file(), right);
    await notice.waitFor({ state: 'hidden', timeout: 20_000 });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what is wrong with the file that is there when the page is opened, and shows the day once it is mended', async () => {
    const right = readFileSync(file(), 'utf8');
    writeFileSync(file(), `${right}\nnonsense: 1\n`);
    await expect.poll(() => serving.said(), { timeout: 10_000 }).toMatch(/nonsense(?![\s\S]*Saved: )/);
    const { page, context } = await openPage();
    await page.goto(serving.address);
    await page.locator('main.alone').waitFor();
    expect(await page.locator('main.alone').textContent()).toContain('nonsense');
    writeFileSync(file(), right);
    await shown(page);
    await context.close();
  });

  it('has the command that gives the same figures, and that of the selected conflict', async () => {
    const { page, context } = await openPage();
    await page.goto(`${serving.address}#day=3`);
    await shown(page);
    const command = page.locator('.command code');
    expect(await command.textContent()).toBe(`aula run ${file()} -s 1 -n 20`);
    await page.goto(`${serving.address}#day=3&sel=conflict-4`);
    await expect.poll(() => command.textContent()).toBe(`aula explain ${file()} -s 1 -r 3 -c 5`);
    await context.close();
  });
});
