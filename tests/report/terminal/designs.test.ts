/** Compared designs and sweeps at 80 columns, from fixed figures. */
import { describe, expect, it } from 'vitest';
import { inWords, percentText } from '../../../engine/report/design-words.ts';
import { designsText } from '../../../engine/report/terminal/designs.ts';
import { sweepText } from '../../../engine/report/terminal/sweep.ts';
import { columns } from '../../../engine/scenario/visible.ts';
import { comparedDesigns, sweptDesigns } from '../compared-designs.ts';

describe('compared designs', () => {
  it('are told as a planner would', () => {
    const [, booth, adviser, fewer] = comparedDesigns(4).designs;
    expect(inWords(booth)).toBe(
      "210 ± 70 person-min less exposure a day; no real difference in the mean wait; misses its target 'wait.mean <= 8 min'",
    );
    expect(inWords(adviser)).toBe(
      '2.1 ± 0.5 min shorter mean wait, 6.4 ± 1.8 min shorter p90, 84 ± 79 person-min less exposure a day, ' +
        "1.3 ± 0.7 points fewer leave; meets its target 'wait.mean <= 8 min'",
    );
    expect(inWords(fewer)).toBe(
      '2.4 ± 0.6 min longer mean wait, 2.0 ± 1.0 points more leave; no real difference in exposure; ' +
        "whether it meets 'wait.mean <= 8 min' is not yet known",
    );
  });

  it('are a table of figures and paired differences, real ones marked', () => {
    expect(designsText(comparedDesigns(3)).slice(0, 34)).toMatchSnapshot();
  });

  it('of two have both figures beside the difference', () => {
    const lines = designsText(comparedDesigns(2));
    expect(lines.find((line) => line.startsWith('The house'))).toBe(
      'The house                 A              B          B − A',
    );
    expect(lines.find((line) => line.startsWith('Exposed'))).toBe(
      'Exposed, min a day   1410 ± 140     1200 ± 140     −210 ± 70   *',
    );
  });

  it('of eight go on below, and no line is wider than the page', () => {
    const lines = designsText(comparedDesigns(8));
    expect(lines.filter((line) => line.startsWith('The house'))).toHaveLength(3);
    expect(lines.filter((line) => columns(line) > 80)).toEqual([]);
    expect(lines.join('\n')).toContain('! D has not the visitors of A: arrivals differ.');
    expect(lines.join('\n')).not.toContain('All designs meet the same visitors');
  });

  it('show what is not in a design as such', () => {
    const line = designsText(comparedDesigns(4)).find((text) => text.startsWith('Vero'));
    expect(line).toBe('Vero                  8.2 ± 0.8     −0.2 ± 0.2     −1.8 ± 0.6  *     –');
  });

  it('cannot steer the terminal by their names', () => {
    const text = designsText(comparedDesigns(2, '\u001B[31mred\u202E')).join('\n');
    expect(text).not.toContain('\u001B');
    expect(text).not.toContain('\u202E');
  });

  it('of thirty fit the page, too, their targets in parts', () => {
    const lines = designsText(comparedDesigns(30, `\u202E${'Donaudampfschifffahrt'.repeat(9)}`));
    expect(lines.filter((line) => columns(line) > 80)).toEqual([]);
    const targets = lines.slice(lines.findIndex((line) => line.startsWith('Targets')));
    expect(targets.filter((line) => line.startsWith('Targets')).length).toBeGreaterThan(1);
    expect(targets.join('\n').match(/[✓✗?] {3}|[✓✗?]$/gm)).toHaveLength(30);
  });

  it('tell the confidence with as many digits as it takes', () => {
    expect([0.95, 0.99, 0.9985, 0.99924].map(percentText)).toEqual(['95 %', '99 %', '99.85 %', '99.924 %']);
  });
});

describe('a sweep', () => {
  it('has a row for each design, its difference under it, and the frontier', () => {
    expect(sweepText(sweptDesigns())).toMatchSnapshot();
  });

  it('keeps to the page with a long path', () => {
    const lines = sweepText(
      sweptDesigns('spaces.an-id-that-is-longer-than-anybody-would-like-to-read-it.type'),
    );
    expect(lines.filter((line) => columns(line) > 80)).toEqual([]);
  });
});
