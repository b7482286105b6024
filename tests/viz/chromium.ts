/** A real Chromium, out of an npm package, for tests of the viewer. */
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** The package's arguments are for one process in a small container, which is slow and dies with its first page here. */
const UNWANTED = ['--single-process', '--no-zygote', '--in-process-gpu'];

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((arg) => !UNWANTED.includes(arg)),
    headless: true,
  });
}
