/** Scenarios that mean harm: they are shown as the text that they are, or refused with a message, and nothing of them runs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { share } from '../../../engine/cli/share.ts';
import { closeBrowser, openPage, shown } from './a-page.ts';
import { viewing } from './serving.ts';
import { tabsOf } from './tabs.ts';

const silent = { out: () => {}, err: () => {}, colour: false, interactive: false };
const HOSTILE = `</script><script>alert(1)</script><img src=x onerror="alert(2)">${'\u202E'}<b>&amp;`;

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'aula-hostile-'));
});
afterAll(async () => {
  await closeBrowser();
  rmSync(directory, { recursive: true });
});

function written(name: string, text: string): string {
  const file = path.join(directory, name);
  writeFileSync(file, text);
  return file;
}

/** Pori with every name in it replaced, and a comment. */
function hostileScenario(): string {
  for (const name of ['concept.yaml', 'pori.yaml']) {
    const document = parseDocument(readFileSync(path.join('scenarios', name), 'utf8'));
    visit(document, {
      Pair(_, { key, value }) {
        if (isScalar(key) && key.value === 'name' && isScalar(value)) {
          value.value = HOSTILE;
          value.type = 'QUOTE_DOUBLE';
        }
      },
    });
    written(name, `${document}\n# </script><img src=x onerror=alert(3)>\n`);
  }
  return path.join(directory, 'pori.yaml');
}

describe('hostile names', () => {
  it('are text on every panel, served and shared', async () => {
    const file = hostileScenario();
    const report = path.join(directory, 'report.html');
    expect(await share([file], { output: report }, silent)).toBe(0);
    const serving = await viewing(file, '-n', '5');
    for (const address of [serving.address, pathToFileURL(report).href]) {
      const { page, context, requests, complaints } = await openPage();
      await page.goto(address);
      await shown(page);
      expect(await page.locator('h1').first().textContent()).toBe(HOSTILE);
      expect(await page.title()).toContain('<img src=x');
      for await (const _ of tabsOf(page)) {
        expect(await page.locator('img[src=x], #app script').count()).toBe(0);
      }
      expect(complaints).toEqual([]);
      expect(requests.filter((one) => one.endsWith('/x'))).toEqual([]);
      await context.close();
    }
    expect(await serving.end()).toBe(0);
  });
});

describe('a huge scenario', () => {
  it('of more than four megabytes is refused with a message', async () => {
    const file = written('huge.yaml', `aula: 1\nname: ${'x'.repeat(5 * 1024 * 1024)}\n`);
    await expect(viewing(file)).rejects.toThrow(/it ended with 2: [\s\S]*is larger than 4 MiB/);
  });

  it('of ten thousand spaces is shown', async () => {
    const spaces = Array.from({ length: 10_000 }, (_, k) => `  many-${k}: { type: desk }`);
    const day = 'day: { doors: { open: 08:00, close: 10:00 }, end: 11:00, warmUp: 0 min }';
    const base = path.resolve('scenarios/theory/mm1.yaml');
    const file = written(
      'many.yaml',
      ['aula: 1', `extends: ${base}`, day, 'spaces:', ...spaces, ''].join('\n'),
    );
    const serving = await viewing(file, '-n', '2');
    const { page, context, complaints } = await openPage();
    await page.goto(serving.address);
    await shown(page);
    expect(complaints).toEqual([]);
    await context.close();
    await serving.end();
  });
});
