/** Whoever wants less motion sees the day go on in steps of a second, at the same pace. */
import { describe, expect, it } from 'vitest';
import { openPage, shown } from './a-page.ts';
import { servedForAll } from './served.ts';

const serving = servedForAll('scenarios/pori-small.yaml', '-n', '5');

/** How often the clock of the replay changes in some seconds of playing, and how far it goes, in minutes. */
async function played(reducedMotion: 'reduce' | 'no-preference', seconds: number) {
  const { page, context } = await openPage({ reducedMotion });
  await page.goto(`${serving.address}#t=11:00&speed=60&lang=en`);
  await shown(page);
  await page.locator('#play').click();
  const clocks = await page.evaluate(async (milliseconds) => {
    const clock = document.querySelector('output.clock');
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(clock?.textContent ?? ''));
    if (clock !== null) observer.observe(clock, { childList: true, characterData: true, subtree: true });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return seen;
  }, 1000 * seconds);
  await context.close();
  const [hours = 0, minutes = 0] = (clocks.at(-1) ?? '').split(':').map(Number);
  return { changes: new Set(clocks).size, minutes: (hours - 11) * 60 + minutes };
}

describe('playing', () => {
  it('goes on once a second where motion is to be reduced, and else with each frame', async () => {
    const reduced = await played('reduce', 4.5);
    expect(reduced.changes).toBeGreaterThanOrEqual(2);
    expect(reduced.changes).toBeLessThanOrEqual(5);
    expect(reduced.minutes).toBeGreaterThanOrEqual(2);
    const usual = await played('no-preference', 4.5);
    expect(usual.changes).toBeGreaterThan(3 * reduced.changes);
  });
});
