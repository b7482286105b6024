import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/model/compile.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { type Coming, storyScenario } from './story.ts';

/** All waits of the day, in minutes, in the order in which services began. */
function waits(changes: string | readonly string[], coming: readonly Coming[]): number[] {
  const rows = coming.map((one) => ({ time: one.at * 60, profile: null, matters: [...(one.matters ?? [])] }));
  const model = compile(storyScenario(changes), { traces: { list: rows } });
  const statistics = new Statistics(model);
  new Simulation(model, 'wait', statistics).run(0);
  const { values, length } = statistics.figures.waits;
  return [...values.subarray(0, length)].map((seconds) => seconds / 60);
}

describe('rule wait', () => {
  it('goes from the arrival to the start of the service', () => {
    // v0 at once; v1 from 4 to 10; v2 from 5 to 20.
    expect(waits('', [{ at: 0 }, { at: 4 }, { at: 5 }])).toEqual([0, 6, 15]);
  });

  it('holds greeting, preparation, walking and settling', () => {
    const all = `
      spaceTypes: { point: { name: Point, use: greeting } }
      spaces: { point-1: { type: point } }
      journey: { greeting: { role: host, spaces: [point], time: 2 min } }
      roles: { host: { name: Host, kind: host, count: 1 } }
      matters: { one: { preparation: 1 min, settling: 3 min } }`;
    expect(waits(all, [{ at: 0 }])).toEqual([6]);
  });

  it('of a further matter goes from the end of the last service', () => {
    const two =
      'matters: { two: { agency: a, name: Two, sensitivity: public, spaces: [desk], service: 4 min } }';
    // v0: one 0-10, then two after v1 (10-20): 10.
    const coming = [
      { at: 0, matters: ['one', 'two'] },
      { at: 3, matters: ['one'] },
    ];
    expect(waits(two, coming)).toEqual([0, 7, 10]);
  });

  it('of an appointment goes from the booked time, or the arrival if later, and is never negative', () => {
    const booked = (punctuality: string) => `
      arrivals:
        list: { profiles: p, agency: a, trace: { file: none.csv } }
        booked: { profiles: p, agency: a, appointments: { from: 20 min, to: 30 min, every: 10 min, punctuality: ${punctuality} } }`;
    expect(waits(booked('0 min'), [{ at: 15 }])).toEqual([0, 5]);
    expect(waits(booked('-4 min'), [{ at: 15 }])).toEqual([0, 5]);
    expect(waits(booked('2 min'), [{ at: 15 }])).toEqual([0, 3]);
    expect(waits(booked('-4 min'), [])).toEqual([0]);
  });

  it('of an appointment that is greeted before the booked time goes from that time all the same', () => {
    const greeted = `
      spaceTypes: { point: { name: Point, use: greeting } }
      spaces: { point-1: { type: point } }
      journey: { greeting: { role: host, spaces: [point], time: 1 min } }
      roles: { host: { name: Host, kind: host, count: 1 } }
      arrivals:
        booked: { profiles: p, agency: a, appointments: { from: 20 min, to: 30 min, every: 10 min, punctuality: -8 min } }`;
    // v0 is greeted 11-12 and served 12-22. v1, booked for 20, is greeted 12-13 and served from 22 on.
    expect(waits(greeted, [{ at: 11 }])).toEqual([1, 2]);
  });

  it('of who was early goes from the opening of the doors', () => {
    expect(waits('day: { doors: { open: 30 min, close: 100 min } }', [{ at: 10 }, { at: 12 }])).toEqual([
      0, 10,
    ]);
  });

  it('counts after a service that was broken off, and put off as nobody came any more', () => {
    const leaves = `
      day: { doors: { open: 0 min, close: 100 min }, closing: send-home }
      agencies: { b: { name: B } }
      matters: { two: { agency: b, name: Two, sensitivity: public, spaces: [desk], service: 4 min } }
      roles:
        clerk: { atShiftEnd: resume, mandates: [{ agency: a }], shifts: [{ from: 0 min, to: 5 min }] }
        other: { name: O, kind: expert, count: 1, mandates: [{ agency: b }], shifts: [{ from: 12 min, to: 100 min }] }`;
    // One is broken off at 5 and put off; two is served from 12 on, the wait for it goes from the arrival at 0.
    expect(waits(leaves, [{ at: 0, matters: ['one', 'two'] }])).toEqual([0, 12]);
  });

  it('of a service that was broken off ends when it first began', () => {
    const breaksOff = `
      roles:
        clerk: { atShiftEnd: resume, shifts: [{ from: 0 min, to: 15 min }] }
        late: { name: L, kind: adviser, count: 1, mandates: [{ agency: all }], shifts: [{ from: 18 min, to: 100 min }] }`;
    expect(waits(breaksOff, [{ at: 10 }])).toEqual([0]);
  });
});

describe('walking', () => {
  it('takes the distance over the speed, from the door, the waiting area or the last place', () => {
    // Doors at (0, 5); the desk's centre 12 m from it, the hall's 6 m; 0.1 m/s: 120 s, and 60 s from the hall.
    const floor = `
      floor:
        walls: { west: { line: [[0, 0], [0, 10]] } }
        doors: { main: { at: [0, 5], use: both } }
      spaces:
        desk-1: { at: [11, 4], size: [2, 2] }
        hall-1: { type: hall, at: [5, 4], size: [2, 2] }
      profiles: { p: { walkingSpeed: 0.1 m/s } }`;
    // v0 walks 2 min and is served 2-12. v1 comes at 1, waits in the hall, is called at 12 and walks 1 min.
    const [first, second] = waits(floor, [{ at: 0 }, { at: 1 }]);
    expect(first).toBeCloseTo(2, 2);
    expect(second).toBeCloseTo(12, 2);
  });
});
