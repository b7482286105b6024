import { describe, expect, it } from 'vitest';
import { heard } from '../privacy/floor-story.ts';

/** One threat an hour of service: six in the ten minutes of each, if they were hours. */
const RISKY = `
  sensitivities: { private: { speech: null } }
  safety: { incidents: 1 /h, guarded: 0.1 /h, alarm: 10 s, pace: 2 m/s, outside: 5 min }`;
const SECOND_DESK = `
  roles: { clerk: { count: 2 } }
  spaces: { desk-2: { type: desk, at: [1, 8], size: [2, 2] } }`;

const figures = (changes: readonly string[], coming: readonly { at: number }[]) => {
  const day = heard([RISKY, ...changes], coming);
  const incidents = day.figure('incidents') * 60;
  return { incidents, minutesToHelp: day.figure('helpTime') / incidents };
};

describe('threats to staff', () => {
  it('are to be expected by the time of services, and help comes from outside where one is alone', () => {
    const { incidents, minutesToHelp } = figures([], [{ at: 0 }]);
    expect(incidents).toBeCloseTo(10 / 60, 3);
    expect(minutesToHelp).toBeCloseTo(10 / 60 + 5, 6);
  });

  it('are fewer with a second door, or a guard', () => {
    const door = figures(['spaceTypes: { desk: { secondDoor: true } }'], [{ at: 0 }]);
    expect(door.incidents).toBeCloseTo(1 / 60, 4);
    const guard = figures(
      ['matters: { one: { guard: 100 % } }', 'roles: { guard: { name: Guard, kind: guard } }'],
      [{ at: 0 }],
    );
    expect(guard.incidents).toBeCloseTo(1 / 60, 4);
  });

  it('bring the nearest colleague, for as long as it is there', () => {
    // Desks 4 m apart: 10 s and 2 s. v0 0-10 and v1 5-15 are each alone for half of the time.
    const { incidents, minutesToHelp } = figures([SECOND_DESK], [{ at: 0 }, { at: 5 }]);
    expect(incidents).toBeCloseTo(20 / 60, 3);
    expect(minutesToHelp).toBeCloseTo((12 / 60 + (10 / 60 + 5)) / 2, 1);
  });

  it('bring who is idle in the back office, through a door of staff', () => {
    // A box of walls whose way to the desk is 4 m, by a door half way.
    const office = (use: string) => `
      roles: { clerk: { count: 2 } }
      spaceTypes: { office: { name: Office, use: back-office } }
      spaces: { office-1: { type: office, at: [1, 8], size: [2, 2] } }
      floor:
        walls: { box: { line: [[0, 7], [4, 7], [4, 11], [0, 11], [0, 7]] } }
        doors: { office: { at: [2, 7], use: ${use} } }`;
    for (const use of ['staff', 'inner'])
      expect(figures([office(use)], [{ at: 0 }]).minutesToHelp).toBeCloseTo(12 / 60, 6);
  });

  it('bring neither guards, remote experts nor interpreters', () => {
    const office = `
      spaceTypes: { office: { name: Office, use: back-office } }
      spaces: { office-1: { type: office, at: [3, 8], size: [2, 2] } }`;
    const idle = (role: string) => figures([office, `roles: { idle: { name: I, ${role} } }`], [{ at: 0 }]);
    for (const role of ['kind: guard', 'kind: remote-expert', 'kind: interpreter'])
      expect(idle(role).minutesToHelp).toBeCloseTo(10 / 60 + 5, 6);
    expect(idle('kind: expert').minutesToHelp).toBeLessThan(0.5);
  });

  it('count for the type that the place has at the time', () => {
    const bay = (from: string) => `
      spaceTypes: { bay: { name: Bay, use: service, enclosure: open, secondDoor: true } }
      spaces: { desk-1: { timetable: [{ from: ${from}, to: 12:00, type: bay }] } }`;
    const typed = (day: ReturnType<typeof heard>) =>
      ['desk', 'bay'].map((type) => day.figure('incidents', type) * 60);
    const [early, late] = ['00:04', '11:00'].map((from) => heard([RISKY, bay(from)], [{ at: 0 }]));
    expect(typed(late)[0]).toBeCloseTo(10 / 60, 3);
    expect(typed(late)[1]).toBe(0);
    // Four of the ten minutes, and six with a second door.
    expect(typed(early)[0]).toBeCloseTo(4 / 60, 3);
    expect(typed(early)[1]).toBeCloseTo(0.6 / 60, 3);
    const timeToHelp = (day: typeof early) => day.figure('helpTime') / day.figure('incidents');
    expect(timeToHelp(early)).toBeCloseTo(timeToHelp(late), 9);
  });
});
