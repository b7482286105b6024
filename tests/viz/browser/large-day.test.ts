/** A day with so many visitors that its privacy takes longer than the day: the day is there first, and nothing wrong in between. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hall } from '../../../bench/scaling/hall.ts';
import { designOf } from '../../../engine/experiment/design.ts';
import { resolvedText } from '../../../engine/report/run-directory/scenario-text.ts';
import { PARCEL, type Parcel } from '../../../viz/parcel.ts';
import { builtPage } from '../../../viz/serve/built.ts';
import { type Serving, serve } from '../../../viz/serve/server.ts';
import { dayOf } from '../a-day.ts';
import { closeBrowser, openPage, type WatchedPage } from './a-page.ts';

const SEED = '1';

async function served(thousands: number, designs = 1) {
  const scenario = hall({ times: thousands, hasFloor: true });
  const parcel: Parcel = {
    aulaView: PARCEL,
    version: '0',
    designs: Array.from({ length: designs }, () => ({
      kind: 'resolved',
      name: 'hall',
      text: resolvedText({ scenario, traces: {} }),
    })),
    seed: SEED,
    replications: 2,
    isLive: false,
  };
  const json = JSON.stringify(parcel);
  return { scenario, serving: await serve(await builtPage(() => {}), () => ({ ok: true, json }), 0) };
}

describe('a large day', () => {
  let watched: WatchedPage;
  let serving: Serving | null = null;

  beforeEach(async () => {
    watched = await openPage();
  });
  afterEach(async () => {
    await watched.context.close();
    await serving?.close();
  });
  afterAll(closeBrowser);

  it('is shown first, says that privacy is being worked out, and then has all of it', async () => {
    const { page, complaints } = watched;
    const hall = await served(3);
    serving = hall.serving;
    await page.goto(`${serving.address}#t=02:00&panel=conflicts&lang=en`);
    const notice = page.locator('.privacy-notice');
    await page.locator('#floor').waitFor({ timeout: 60_000 });
    const panel = page.locator('.conflicts');
    const figures = page.locator('.headline');
    await expect.poll(() => notice.getAttribute('data-is')).toBe('working');
    expect(await panel.textContent()).toContain('Privacy is still being worked out.');
    await figures.waitFor();
    expect(await figures.textContent()).toContain('not known yet');

    const { totals } = dayOf(designOf(hall.scenario), 0, SEED).privacy;
    expect(totals.count).toBeGreaterThan(10_000);
    const count = totals.count.toLocaleString('en-GB');
    await expect.poll(() => notice.getAttribute('data-is'), { timeout: 90_000 }).toBe('known');
    expect(await notice.isVisible()).toBe(false);
    expect(await panel.textContent()).toContain(`${count} of ${count}`);
    expect(await figures.textContent()).not.toContain('not known yet');
    expect(await page.locator('.timeline .lane-name').allTextContents()).toContain('speech');
    await page.locator('.conflict-head').first().click();
    expect(await panel.textContent()).toContain('Show on the floor');
    expect(complaints).toEqual([]);
  }, 200_000);

  it('has the other days of the run simulated when somebody asks for them', async () => {
    const { page, complaints } = watched;
    ({ serving } = await served(3));
    await page.goto(`${serving.address}#t=02:00&panel=days&lang=en`);
    const days = page.locator('.days');
    await days.getByText('can take many minutes').waitFor({ timeout: 60_000 });
    expect(await days.locator('.plot').isVisible()).toBe(false);
    await page.locator('#days-begin').click();
    await expect.poll(() => days.textContent(), { timeout: 90_000 }).toMatch(/(longer|shorter) waits than/);
    expect(await days.locator('.plot').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  }, 200_000);

  it('beside another has its privacy too, also when it was closed before that was known', async () => {
    const { page, complaints } = watched;
    ({ serving } = await served(3, 2));
    await page.goto(`${serving.address}#t=03:00&beside=1&panel=designs&lang=en`);
    const beside = page.locator('.beside');
    const notice = beside.locator('.privacy-notice');
    await expect.poll(() => notice.getAttribute('data-is'), { timeout: 90_000 }).toBe('working');
    await beside.getByRole('button', { name: 'Close' }).click();
    await beside.waitFor({ state: 'hidden' });
    await page.locator('#designs-beside').selectOption('1');
    await expect.poll(() => notice.getAttribute('data-is'), { timeout: 90_000 }).toBe('known');
    const conflicts = page.locator('.so-far tr', { hasText: 'Conflicts' }).locator('td');
    await expect.poll(() => conflicts.first().textContent(), { timeout: 90_000 }).toMatch(/[1-9]/);
    const [one, other, difference] = await conflicts.allTextContents();
    expect(other).toBe(one);
    expect(difference).toBe('0');
    expect(complaints).toEqual([]);
  }, 300_000);

  it('that would take very long has its privacy worked out only for who asks, until told to stop', async () => {
    const { page, complaints } = watched;
    ({ serving } = await served(21));
    await page.goto(`${serving.address}#t=02:00&lang=en`);
    const notice = page.locator('.privacy-notice');
    const act = page.locator('#privacy-act');
    await page.locator('#floor').waitFor({ timeout: 60_000 });
    expect(await notice.getAttribute('data-is')).toBe('offered');
    await act.click();
    await expect.poll(() => notice.getAttribute('data-is')).toBe('working');
    await expect.poll(() => notice.textContent(), { timeout: 60_000 }).toContain('gone through until');
    await act.click();
    await expect.poll(() => notice.getAttribute('data-is')).toBe('offered');
    expect(complaints).toEqual([]);
  }, 200_000);
});
