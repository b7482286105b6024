import { describe, expect, it } from 'vitest';
import { EVENTS, eventAt, eventsOf, type RecordedEvent } from '../../engine/recording/events.ts';
import { CLERK, OUTCOME, SPACE } from '../../engine/simulation/observer.ts';
import { FLOOR } from '../privacy/floor-story.ts';
import { recordedStory } from './recorded.ts';

/** The events of these kinds as they are, with times in minutes. */
function told(events: Iterable<RecordedEvent>, kinds: readonly RecordedEvent['event'][] = EVENTS): object[] {
  const minutes = (seconds: number) => Math.round(seconds * 1000) / 60000;
  return [...events]
    .filter(({ event }) => kinds.includes(event))
    .map((event) => ({
      ...event,
      time: minutes(event.time),
      ...('until' in event && { until: minutes(event.until) }),
    }));
}

const ONE = 0;

describe('the recording of a day', () => {
  it('has every event of two visitors for one clerk, the second of whom gives up', () => {
    const { recording } = recordedStory(
      ['profiles: { q: { name: Q, patience: 5 min } }'],
      [{ at: 10 }, { at: 12, profile: 'q' }],
    );
    const desk = { clerk: 0, space: 0 };
    expect(told(eventsOf(recording.events))).toEqual([
      { time: 0, event: 'space', space: 0, type: 0, state: SPACE.free },
      { time: 0, event: 'clerk', clerk: 0, state: CLERK.free },
      { time: 10, event: 'arrives', visitor: 0 },
      { time: 10, event: 'waits', visitor: 0, stage: ONE, area: -1, seated: true },
      { time: 10, event: 'called', visitor: 0, stage: ONE, ...desk },
      { time: 10, event: 'clerk', clerk: 0, state: CLERK.preparing },
      { time: 10, event: 'space', space: 0, type: 0, state: SPACE.occupied },
      { time: 10, event: 'walks', visitor: 0, from: 1, to: 0, until: 10 },
      { time: 10, event: 'starts', visitor: 0, stage: ONE, ...desk },
      { time: 10, event: 'clerk', clerk: 0, state: CLERK.serving },
      { time: 12, event: 'arrives', visitor: 1 },
      { time: 12, event: 'waits', visitor: 1, stage: ONE, area: -1, seated: true },
      { time: 17, event: 'leaves', visitor: 1, outcome: OUTCOME.reneged },
      { time: 20, event: 'ends', visitor: 0, stage: ONE, ...desk, completed: true },
      { time: 20, event: 'clerk', clerk: 0, state: CLERK.free },
      { time: 20, event: 'space', space: 0, type: 0, state: SPACE.free },
      { time: 20, event: 'leaves', visitor: 0, outcome: OUTCOME.served },
      { time: 100, event: 'clerk', clerk: 0, state: CLERK.off },
    ]);
    expect(recording).toMatchObject({ from: 0, to: 6000 });
  });

  it('says who assists, and who came with whom', () => {
    const { recording, model } = recordedStory(
      [
        `profiles: { q: { name: Q, languages: { so: 1 }, interpreter: { so: 1 } } }
roles: { interpreter: { name: I, kind: interpreter, count: 1 } }`,
      ],
      [
        { at: 1, profile: 'q', party: 'family' },
        { at: 1, profile: 'q', party: 'family' },
      ],
    );
    // With an interpreter ten minutes become fifteen.
    expect(told(eventsOf(recording.events), ['assists'])).toEqual([
      { time: 1, event: 'assists', visitor: 0, stage: ONE, clerk: 1, space: 0 },
      { time: 16, event: 'assists', visitor: 1, stage: ONE, clerk: 1, space: 0 },
    ]);
    const { visitors } = recording.copy();
    expect([...visitors.serial]).toEqual([0, 1]);
    expect([...visitors.party]).toEqual([0, 0]);
    expect([...visitors.profile]).toEqual([1, 1]);
    expect([...visitors.language].map((language) => model.ids.languages[language])).toEqual(['so', 'so']);
    expect([...visitors.firstMatter]).toEqual([ONE, ONE]);
    expect([...visitors.mattersBrought]).toEqual([1, 1]);
  });

  it('tells who did not come in, of which source', () => {
    const { recording } = recordedStory(['day: { capacity: 1 }'], [{ at: 1 }, { at: 2 }, { at: 101 }]);
    expect(told(eventsOf(recording.events), ['arrives', 'absent'])).toEqual([
      { time: 1, event: 'arrives', visitor: 0 },
      { time: 2, event: 'absent', source: 0, outcome: OUTCOME.turnedAwayFull },
      { time: 101, event: 'absent', source: 0, outcome: OUTCOME.turnedAwayClosed },
    ]);
    expect([...recording.copy().visitors.serial]).toEqual([0]);
  });

  it('has the service that a colleague takes over in two parts', () => {
    const { recording } = recordedStory(
      [
        `roles:
  clerk: { atShiftEnd: hand-over, shifts: [{ from: 0 min, to: 15 min }] }
  late: { name: L, kind: adviser, count: 1, mandates: [{ agency: all }] }`,
        'policy: { clerk: longest-idle }',
      ],
      [{ at: 10 }],
    );
    const here = { visitor: 0, stage: ONE, space: 0 };
    expect(told(eventsOf(recording.events), ['called', 'starts', 'ends'])).toEqual([
      { time: 10, event: 'called', ...here, clerk: 0 },
      { time: 10, event: 'starts', ...here, clerk: 0 },
      { time: 15, event: 'ends', ...here, clerk: 0, completed: false },
      { time: 15, event: 'starts', ...here, clerk: 1 },
      { time: 20, event: 'ends', ...here, clerk: 1, completed: true },
    ]);
  });

  it('has the conflicts of privacy, and those of the last day only', () => {
    const { recording } = recordedStory(
      [FLOOR, 'spaces: { hall-1: { seats: 2 } }'],
      [{ at: 10 }, { at: 11 }],
    );
    // The second visitor sits 3 m off and hears the first from when it has sat down until it is called.
    expect(recording.conflicts.map(({ visitor, witness }) => [visitor, witness])).toEqual([[0, 1]]);
    const { conflicts, events } = recording.copy();
    recording.begin(0, { serial: new Float64Array(0) } as never);
    expect(recording.conflicts).toEqual([]);
    expect(conflicts).toHaveLength(1);
    expect(events.length).toBeGreaterThan(10);
  });

  it('refuses a row that it does not have', () => {
    const { recording } = recordedStory([], []);
    expect(() => eventAt(recording.events, recording.events.length)).toThrow(RangeError);
    expect(() => eventAt(recording.events, -1)).toThrow(RangeError);
  });
});
