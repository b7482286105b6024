import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { dayToParquet } from '../../../engine/report/parquet/day-tables.ts';
import { clockOf } from '../../../engine/report/parquet/words.ts';
import { FLOOR } from '../../privacy/floor-story.ts';
import { recordedStory } from '../../recording/recorded.ts';

const rowsOf = (bytes: Uint8Array) => parquetReadObjects({ file: bytes.slice().buffer });

/** The row without what is null in it. */
const told = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

describe('a recorded day as tables', () => {
  const story = recordedStory(
    [FLOOR, 'profiles: { q: { name: Q, patience: 1 min, protection: 1 } }', 'day: { capacity: 2 }'],
    [{ at: 10 }, { at: 11 }, { at: 12 }, { at: 25, profile: 'q' }],
  );
  const tables = dayToParquet(story.recording, 8, story.model);

  it('names who does what where in the events', async () => {
    const rows = (await rowsOf(tables.events)).map(told);
    expect(rows).toHaveLength(story.recording.events.length);
    const of = (event: string) => rows.filter((row) => row.event === event);
    expect(of('arrives')[0]).toEqual({
      replication: 8,
      seconds: 600,
      clock: '00:10:00',
      event: 'arrives',
      visitor: 0,
    });
    expect(of('starts')[0]).toMatchObject({
      event: 'starts',
      visitor: 0,
      stage: 'service',
      matter: 'one',
      agency: 'a',
      clerk: 'clerk 1',
      role: 'clerk',
      space: 'desk-1',
    });
    expect(of('walks').map(({ origin, space }) => `${origin} > ${space}`)).toEqual([
      '(doors) > desk-1',
      '(doors) > hall-1',
      'desk-1 > (doors)',
      'hall-1 > desk-1',
      '(doors) > hall-1',
      'desk-1 > (doors)',
    ]);
    expect(of('waits')[1]).toMatchObject({ visitor: 1, space: 'hall-1', seated: true });
    expect(of('ends')[0]).toMatchObject({ completed: true });
    expect(of('absent')).toEqual([
      {
        replication: 8,
        seconds: 720,
        clock: '00:12:00',
        event: 'absent',
        arrival: 'list',
        outcome: 'turned-away-full',
      },
    ]);
    expect(of('leaves').map(({ outcome }) => outcome)).toEqual(['served', 'reneged', 'served']);
    expect(new Set(of('clerk').map(({ state }) => state))).toEqual(
      new Set(['free', 'preparing', 'serving', 'off']),
    );
    expect(of('space')[0]).toMatchObject({ space: 'desk-1', spaceType: 'desk', state: 'free' });
  });

  it('says who the visitors were', async () => {
    const rows = await rowsOf(tables.visitors);
    expect(rows.map(({ visitor, profile }) => [visitor, profile])).toEqual([
      [0, 'p'],
      [1, 'p'],
      [3, 'q'],
    ]);
    expect(rows[2]).toMatchObject({
      accessible: false,
      protected: true,
      appointment: false,
      firstMatter: 'one',
      matters: 1,
    });
  });

  it('has the conflicts, with who and from where', async () => {
    const rows = (await rowsOf(tables.conflicts)).map(told);
    expect(rows).toHaveLength(story.recording.conflicts.length);
    expect(rows[0]).toMatchObject({
      channel: 'speech',
      kind: 'talk',
      cause: 'layout',
      visitor: 0,
      witness: 1,
      space: 'desk-1',
      witnessSpace: 'hall-1',
      matter: 'one',
      agency: 'a',
      clerk: 'clerk 1',
    });
    expect(rows[0]).not.toHaveProperty('busySpace');
  });

  it('has tables without a row for a day without a visitor', async () => {
    const empty = recordedStory([], []);
    const { visitors, conflicts } = dayToParquet(empty.recording, 0, empty.model);
    expect(await rowsOf(visitors)).toEqual([]);
    expect(await rowsOf(conflicts)).toEqual([]);
  });

  it('goes on counting hours after midnight', () => {
    expect([clockOf(0), clockOf(34_207.99), clockOf(90_000)]).toEqual(['00:00:00', '09:30:07', '25:00:00']);
  });
});
