/**
 * How soon the viewer shows a day, and how smoothly it replays it: opens a page in a real Chromium, says when the floor is there,
 * and when the privacy of the day is, plays and scrubs before and after that, and says how long frames took, and how much of the
 * processor's time the page's own thread needed for each, which other programs on the machine do not change. Without a graphics
 * card all is drawn by the processor, so that figures are on the high side.
 *
 *     npx tsx bench/viz/frames.ts                 Pori, and halls of 10,000 and 100,000 visitors with all limits of privacy
 *     npx tsx bench/viz/frames.ts FILE [TIME]     a scenario, from a time of day on
 */
import path from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { resolvedText } from '../../engine/report/run-directory/scenario-text.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { launchChromium } from '../../tests/viz/chromium.ts';
import { PARCEL, type Parcel } from '../../viz/parcel.ts';
import { builtPage } from '../../viz/serve/built.ts';
import { serve } from '../../viz/serve/server.ts';
import { hall } from '../scaling/hall.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** Where it begins to play. */
  readonly time: string;
}

/** In milliseconds. */
const PLAYED = 10_000;
const OPENING_MAX = 300_000;
const SCRUBS = 60;
/** Thousands of visitors. */
const HALLS = [10, 100];

function fromFile(file: string, time: string): Case {
  const loaded = load(path.resolve(file), nodeReader);
  if (!loaded.ok) throw new Error(`${file} has errors`);
  return { name: file, text: resolvedText(loaded), time };
}

const fromScenario = (name: string, scenario: Scenario, time: string): Case => ({
  name,
  text: resolvedText({ scenario, traces: {} }),
  time,
});

const [file, time = '12:00'] = process.argv.slice(2);
const cases =
  file !== undefined
    ? [fromFile(file, time)]
    : [
        fromFile('scenarios/pori.yaml', '11:00'),
        ...HALLS.map((times) =>
          fromScenario(
            `hall of ${(1000 * times).toLocaleString('en')} visitors`,
            hall({ times, hasFloor: true }),
            '02:00',
          ),
        ),
      ];

/** Seconds of the processor that the page's thread has used. */
async function processorTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Frames while `act` lasts: the times between them, in milliseconds. */
async function frames(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(`
    window.framesOf = [];
    window.isWatching = true;
    (function watch(now) {
      window.framesOf.push(now);
      if (window.isWatching) requestAnimationFrame(watch);
    })(performance.now());
  `);
  await act();
  const times: number[] = await page.evaluate('window.isWatching = false; window.framesOf');
  return times.slice(2).map((now, k) => now - times[k + 1]);
}

const quantile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1);

function told(name: string, gaps: readonly number[]): string {
  const sorted = gaps.toSorted((a, b) => a - b);
  const [median, p95, most] = [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 1)];
  return `  ${name.padEnd(14)} ${sorted.length} frames, median ${median} ms, p95 ${p95} ms, longest ${most} ms\n`;
}

/** Moves the handle of the timeline over the day, a step at each frame. */
const SCRUB = `new Promise((resolve) => {
  const handle = document.getElementById('time');
  const [from, to] = [Number(handle.min), Number(handle.max)];
  let step = 0;
  requestAnimationFrame(function move() {
    handle.value = String(from + ((step * 0.618034) % 1) * (to - from));
    handle.dispatchEvent(new Event('input', { bubbles: true }));
    if (++step < ${SCRUBS}) requestAnimationFrame(move);
    else resolve();
  });
})`;

/** Plays and scrubs. */
async function measure(page: Page, session: CDPSession): Promise<void> {
  const before = await processorTime(session);
  const played = await frames(page, async () => {
    await page.locator('#play').click();
    await page.waitForTimeout(PLAYED);
    await page.locator('#play').click();
  });
  const used = (1000 * ((await processorTime(session)) - before)) / played.length;
  process.stdout.write(told('played at 60×', played));
  process.stdout.write(`  ${'of the processor'.padEnd(14)} ${used.toFixed(1)} ms a frame\n`);
  process.stdout.write(told('scrubbed', await frames(page, () => page.evaluate(SCRUB))));
}

const built = await builtPage((text) => process.stderr.write(text));
const browser = await launchChromium();
for (const one of cases) {
  const parcel: Parcel = {
    aulaView: PARCEL,
    version: '0',
    designs: [{ kind: 'resolved', name: one.name, text: one.text }],
    seed: '1',
    replications: 20,
    isLive: false,
  };
  const json = JSON.stringify(parcel);
  const serving = await serve(built, () => ({ ok: true, json }), 0);
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  await page.goto(`${serving.address}#t=${one.time}&speed=60`);
  await page.locator('#floor').waitFor({ timeout: OPENING_MAX });
  process.stdout.write(`${one.name}\n  floor there after ${seconds()} s\n`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const notice = page.locator('.privacy-notice');
  const statusNow = () => notice.getAttribute('data-is');
  await page.waitForTimeout(1000);
  if ((await statusNow()) !== 'known') {
    process.stdout.write(`  privacy: ${await statusNow()}\n`);
    await measure(page, session);
  }
  if ((await statusNow()) === 'working') {
    await page
      .locator('.privacy-notice:not([data-is=working])')
      .waitFor({ state: 'attached', timeout: OPENING_MAX });
    process.stdout.write(`  privacy ${await statusNow()} after ${seconds()} s\n`);
  }
  if ((await statusNow()) === 'known') {
    await page.waitForTimeout(1000);
    await measure(page, session);
  }
  await page.close();
  await serving.close();
}
await browser.close();
