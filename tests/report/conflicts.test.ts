import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/model/compile.ts';
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { Speech } from '../../engine/privacy/speech.ts';
import { byGravity, conflictList, conflictStory } from '../../engine/report/terminal/conflicts.ts';
import { columns } from '../../engine/scenario/visible.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { together } from '../../engine/statistics/together.ts';
import { FLOOR } from '../privacy/floor-story.ts';
import { storyScenario } from '../simulation/story.ts';

/** v0 talks 0-10; v1 waits from 4 and v2 from 7 to 10, and v2 until 20 while v1 talks. */
function day() {
  const rows = [0, 4, 7].map((at) => ({ time: at * 60, profile: null, matters: [] }));
  const model = compile(storyScenario([FLOOR, 'spaces: { hall-1: { seats: 4 } }']), {
    traces: { list: rows },
  });
  const conflicts: Conflict[] = [];
  const statistics = new Statistics(model);
  if (model.hearing === null) throw new Error('nobody hears');
  const speech = new Speech(model, model.hearing, statistics.sheet, (conflict) => conflicts.push(conflict));
  new Simulation(model, 'conflicts', together([statistics, speech])).run(0);
  return { model, conflicts: byGravity(conflicts) };
}

describe('the conflicts of a day', () => {
  it('come the gravest first', () => {
    const { conflicts } = day();
    expect(conflicts.map(({ talker, listener }) => [talker, listener])).toEqual([
      [1, 2],
      [0, 1],
      [0, 2],
    ]);
    const [gravest] = conflicts;
    expect((gravest.to - gravest.from) / 60).toBeCloseTo(10, 1);
  });

  it('are listed in 80 columns', () => {
    const { conflicts, model } = day();
    const lines = conflictList(conflicts, model, false);
    expect(lines[0]).toBe('3 conflicts, the gravest first');
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(80);
    expect(conflictList([], model, false)[0]).toBe('No conflicts');
  });

  it('are told with times, places and cause', () => {
    const { conflicts, model } = day();
    const story = conflictStory(conflicts[1], model, false).join(' ');
    expect(story).toContain("Visitor 0 talks with clerk 1 about 'One' at desk-1, Desk.");
    expect(story).toMatch(
      /Visitor 1 could listen in hall-1, seat \d, \d\.\d m away, from 00:04 to 00:10: (5\.9|6\.0) min\./,
    );
    expect(story).toContain('which allows 0.20, for 2.0 min.');
    expect(story).toContain('Why: the layout.');
  });
});
