/**
 * Runs contestants in rounds: in each, one after another does its work once, so that whatever slows the machine for a
 * while slows all of them. The first round warms up and is not counted.
 */
import { type Contestant, Running } from './contestant.ts';
import { noteOf } from './notes.ts';
import { type Figure, figureOf, type Result, ratioOf } from './result.ts';
import { dayTotals, type Measurement } from './work.ts';

export interface RoundsOptions {
  readonly rounds: number;
  readonly onProgress?: (round: number, name: string) => void;
}

export async function inRounds(
  contestants: readonly Contestant[],
  { rounds, onProgress }: RoundsOptions,
): Promise<Pick<Result, 'figures' | 'absent'>> {
  const absent: Result['absent'] = [];
  const present: { contestant: Contestant; running: Running; measured: Measurement[] }[] = [];
  for (const contestant of contestants) {
    const { name, command } = contestant;
    if ('absent' in command) absent.push({ work: name, reason: command.absent });
    else present.push({ contestant, running: new Running(name, command), measured: [] });
  }
  for (let round = 0; round <= rounds; round++) {
    for (const { contestant, running, measured } of present) {
      onProgress?.(round, contestant.name);
      measured.push(await running.round());
    }
  }
  for (const { running } of present) running.end();
  const figures = present.map(({ contestant, measured }) => rowOf(contestant, measured));
  return { figures: compared(figures), absent };
}

function rowOf({ name, unit, besides, peer }: Contestant, measured: readonly Measurement[]): Figure {
  const last = measured[measured.length - 1];
  const totals = dayTotals.safeParse(last);
  const row = {
    work: name,
    unit,
    kind: 'speed' as const,
    note: noteOf(last),
    ...(besides !== undefined && { besides }),
    ...(peer && { peer }),
    ...(totals.success && { totals: totals.data }),
  };
  return figureOf(
    row,
    measured.slice(1).map(({ count, seconds }) => count / seconds),
  );
}

/** With the ratio to the work that each is set beside. */
function compared(figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => {
    const other = figures.find(({ work }) => work === figure.besides);
    return other === undefined ? figure : { ...figure, ratio: ratioOf(other, figure) };
  });
}
