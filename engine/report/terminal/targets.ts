/**
 * The targets, each with what was measured and the verdict.
 */

import { columns } from '../../scenario/visible.ts';
import { type Judgement, replicationsNeeded, type Verdict } from '../judgement.ts';
import type { Page } from './figures.ts';
import { left, WIDTH, wrap } from './layout.ts';
import { percent } from './numbers.ts';

const SIGNS: Readonly<Record<Verdict, string>> = { met: '✓', missed: '✗', unknown: '?' };
const WORDS: Readonly<Record<Verdict, string>> = { met: 'met', missed: 'missed', unknown: 'not yet known' };
const TEXT = 45;
const FIGURE = 18;

export function targets({ style, write }: Page, judgements: readonly Judgement[]): string[] {
  if (judgements.length === 0) return [];
  const colours = { met: style.good, missed: style.bad, unknown: style.open };
  return [
    style.title('Targets'),
    ...judgements.flatMap((judgement) => {
      const { target, verdict } = judgement;
      const needed = replicationsNeeded(judgement);
      const colour = colours[verdict];
      // A long target has lines of its own: cut, it might seem to have another limit.
      const lines = wrap(target.text, WIDTH - 2);
      const isLong = lines.length > 1 || columns(lines[0]) > TEXT;
      const sign = colour(SIGNS[verdict]);
      const figure = `${left(measured(judgement, write), FIGURE)} ${colour(WORDS[verdict])}`;
      return [
        ...(isLong
          ? [...lines.map((line, k) => `${k === 0 ? sign : ' '} ${line}`), `  ${left('', TEXT)} ${figure}`]
          : [`${sign} ${left(lines[0], TEXT)} ${figure}`]),
        ...(needed === null ? [] : [style.faint(`  about ${round(needed)} days would probably tell`)]),
      ];
    }),
  ];
}

function measured({ target, mean, halfWidth }: Judgement, write: Page['write']): string {
  if (mean === null) return 'nothing observed';
  const isShare = target.unit === '1';
  const figure = write(isShare ? percent({ mean, halfWidth }) : { mean, halfWidth });
  const unit = isShare ? '%' : target.unit === '1/day' ? '/day' : target.unit === 'min' ? 'min' : '';
  return `${figure} ${unit}`.trimEnd();
}

/** Two significant digits, upwards: the number is a guess. */
function round(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / step) * step;
}
