/** Whoever cannot see, or uses no mouse, gets the same: every panel against the rules of axe, and its structure. */
import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { openPage, shown } from './a-page.ts';
import { servedForAll } from './served.ts';
import { tabsOf } from './tabs.ts';

/** Kept of each list. */
const ROWS = 2;

const serving = servedForAll('scenarios/pori.yaml', '-n', '20');

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('no panel breaks a rule of axe', async () => {
    const { page, context } = await openPage({ colorScheme });
    await page.goto(`${serving.address}#t=11:00:00`);
    await shown(page);
    const broken: string[] = [];
    let panels = 0;
    for await (const name of tabsOf(page)) {
      panels++;
      const rest = new AxeBuilder({ page });
      const { violations } = await (panels === 1 ? rest : rest.include('#panel')).analyze();
      for (const { id, nodes } of violations)
        broken.push(
          ...nodes.map(({ target, failureSummary }) => `${name}: ${id}: ${target} ${failureSummary}`),
        );
    }
    expect(panels).toBeGreaterThan(0);
    expect([...new Set(broken)]).toEqual([]);
    await context.close();
  });
});

describe("in the reader's own colours", () => {
  it('the floor keeps what its colours mean, and what is chosen is told from what is not', async () => {
    const { page, context } = await openPage({ forcedColors: 'active' });
    await page.goto(`${serving.address}#t=11:00:00`);
    await shown(page);
    const seen = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.floor canvas.still');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const colours = new Map<string, number>();
      for (let at = 0; at < pixels.length; at += 4) {
        const colour = pixels.slice(at, at + 4).join(' ');
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
      }
      const ground = (selector: string) => {
        const found = document.querySelector(selector);
        return found === null ? '' : getComputedStyle(found).backgroundColor;
      };
      return {
        // Each use of a space has its own.
        grounds: [...colours.values()].filter((count) => count > pixels.length / 4 / 250).length,
        chosen: ['.floor-tools [aria-pressed=', '[role=tab][aria-selected='].map(
          (what) => ground(`${what}true]`) === ground(`${what}false]`),
        ),
      };
    });
    expect(seen.grounds).toBeGreaterThanOrEqual(5);
    expect(seen.chosen).toEqual([false, false]);
    await context.close();
  });
});

describe('the structure', () => {
  it('of each panel is as it was', async () => {
    const { page, context } = await openPage();
    await page.goto(`${serving.address}#t=11:00:00&sel=visitor-20`);
    await shown(page);
    // When all days are there: which of them are meanwhile is a matter of how fast the machine is.
    await page.getByRole('tab', { name: 'Days' }).click();
    await page.getByRole('progressbar', { name: 'Days' }).waitFor({ state: 'hidden' });
    const seen: string[] = [];
    for await (const name of tabsOf(page)) {
      const panel = await page.getByRole('tabpanel').ariaSnapshot();
      seen.push(`# ${name}\n${outline(panel)}`);
    }
    const stage = await page.locator('section.stage').ariaSnapshot();
    const charts = await page.locator('section.charts').ariaSnapshot();
    const header = await page.locator('header.top').ariaSnapshot();
    const text = [
      `# Header\n${outline(header)}`,
      `# Floor\n${outline(stage)}`,
      `# Charts\n${outline(charts)}`,
      ...seen,
    ];
    await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('structure.snapshot.txt');
    await context.close();
  });
});

/** Without figures, and with the first rows and items of each list only: what the page is made of, not what the day was like. */
function outline(snapshot: string): string {
  const kept: string[] = [];
  // The list that is being read: how far its rows are set in, and how many there have been.
  let [depth, count] = [Number.POSITIVE_INFINITY, 0];
  for (const line of snapshot.split('\n')) {
    const indent = line.search(/\S/);
    if (indent < depth) [depth, count] = [Number.POSITIVE_INFINITY, 0];
    const isRow = /^- '?(?:row|listitem|option)\b/.test(line.trimStart());
    if (isRow && indent <= depth) [depth, count] = [indent, count + 1];
    if (count <= ROWS) kept.push(line.replace(/\d+(?:[.,:]\d+)*/g, '#'));
  }
  return kept.join('\n');
}
