/** `--events`: of which days all that happens is written down. */
import { BadInput } from './bad-input.ts';

export interface EventsWanted {
  /** Replications named one by one, going up, none twice. */
  readonly replications: readonly number[];
  /** So many days with the longest waits, and with the most exposure. */
  readonly worst: number;
  readonly exposed: number;
}

const MOST = 10_000;

/** `0,5,10-19`, `worst:3`, `exposed:2`, and several of these with commas between. Throws `BadInput`. */
export function eventsWanted(text: string): EventsWanted {
  const replications = new Set<number>();
  let worst = 0;
  let exposed = 0;
  for (const word of text.split(',').map((one) => one.trim())) {
    const [, rule, most] = /^(worst|exposed):(\d{1,5})$/.exec(word) ?? [];
    const [, from, to = from] = /^(\d{1,8})(?:-(\d{1,8}))?$/.exec(word) ?? [];
    if (rule === 'worst') worst = Number(most);
    else if (rule === 'exposed') exposed = Number(most);
    else if (from !== undefined && Number(from) <= Number(to) && Number(to) - Number(from) < MOST) {
      for (let replication = Number(from); replication <= Number(to); replication++)
        replications.add(replication);
    } else {
      throw new BadInput(
        `--events: '${word}' says no days: give numbers from 0 on (0,5,10-19), worst:3 for the days with the longest ` +
          'waits, or exposed:3 for those with the most exposure',
      );
    }
  }
  if (replications.size + worst + exposed > MOST)
    throw new BadInput(`--events: at most ${MOST} days, as each is simulated again`);
  return { replications: [...replications].sort((a, b) => a - b), worst, exposed };
}

/** `3-6, 9`: numbers that go up, those that follow one another put together. */
export function inRanges(numbers: readonly number[]): string {
  const ranges: { readonly from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to + 1 === number) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
