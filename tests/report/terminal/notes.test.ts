import { describe, expect, it } from 'vitest';
import { Figures, writerFor } from '../../../engine/report/terminal/figures.ts';
import { notes } from '../../../engine/report/terminal/notes.ts';
import { plusMinus } from '../../../engine/report/terminal/numbers.ts';
import { styleFor } from '../../../engine/report/terminal/style.ts';
import { reportedScenario } from '../small-report.ts';

const page = {
  figures: new Figures([]),
  scenario: reportedScenario(),
  style: styleFor(false),
  write: writerFor(200),
};
const said = (line: string, replications = 200, counts = [line]) =>
  notes(page, { lines: [line], counts }, replications, 0.95, false, [])
    .join(' ')
    .replace(/\s+/g, ' ');

describe('what was never seen', () => {
  it.each([
    [2, '78 %'],
    [30, '9.5 %'],
    [200, '1.5 %'],
    [10_000, '0.03 %'],
  ])('in %i days may happen on up to so many of them', (replications, share) => {
    const line = `Booked, did not come  ${plusMinus({ mean: 0, halfWidth: 0 })}   Gave up waiting`;
    expect(said(line, replications)).toContain(
      `0 ± 0: what was seen on none of ${replications} days may still happen on up to ${share} of days.`,
    );
  });

  it('is not a figure that is sure, small, or of one day', () => {
    for (const line of ['10 ± 0', '0.0 ± 0', '0 ± 0.02', '0 ± ?', '1.20 ± 0'])
      expect(said(line)).not.toContain('on none of');
    expect(said('0 ± 0', 200, [])).not.toContain('on none of');
    expect(said('0 ± 0', 1)).not.toContain('on none of');
  });
});
