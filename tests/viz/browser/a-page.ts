/** A page of the shared browser, watched: what it asks the network for, what it complains of, and what ran in it that must not. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses, without those that the page has made itself (blob:, data:). */
  readonly requests: readonly string[];
  /** Errors that were thrown, and all that was written to the console. */
  readonly complaints: readonly string[];
}

/** A dialog of a script that somebody has smuggled in; closed at once, and complained of. */
const DIALOG = 'dialog: ';

let browser: Promise<Browser> | undefined;
const connected = () => (browser ??= chromium.connect(inject('chromium')));

export async function openPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await (await connected()).newContext({
    viewport: { width: 1440, height: 1000 },
    locale: 'en-GB',
    reducedMotion: 'no-preference',
    ...options,
  });
  const page = await context.newPage();
  // Chromium keeps to itself what other browsers write to the console.
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.warn(`against the policy of the page: ${effectiveDirective} ${blockedURI}`),
    ),
  );
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url())) requests.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('dialog', async (dialog) => {
    complaints.push(`${DIALOG}${dialog.message()}`);
    await dialog.dismiss();
  });
  return { page, context, requests, complaints };
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Waits until a day is shown; a busy machine takes its time. */
export async function shown(page: Page): Promise<void> {
  await page.locator('main#main').waitFor({ timeout: 90_000 });
}

/** The time of the replay, as the address has it once it has been remembered; null where it is that of the start. */
export async function timeIn(page: Page): Promise<string | null> {
  await page.waitForTimeout(400);
  return new URLSearchParams(new URL(page.url()).hash.slice(1)).get('t');
}
