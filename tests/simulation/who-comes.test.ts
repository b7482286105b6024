/** Who came together, and the how-many-th of its arrival a visitor is. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/model/compile.ts';
import type { Observer } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import type { Visitors } from '../../engine/simulation/visitors.ts';
import { type Coming, storyScenario } from './story.ts';

interface Who {
  readonly source: string;
  readonly serial: number;
  readonly party: number;
  readonly ordinal: number;
  readonly time: number;
}

/** All who come in, day by day. */
function comers(changes: string | readonly string[], coming: readonly Coming[] = [], days = 1): Who[] {
  const rows = coming.map(({ at, party }) => ({
    time: at * 60,
    profile: null,
    matters: [],
    ...(party !== undefined && { party }),
  }));
  const model = compile(storyScenario(changes), { traces: { list: rows } });
  const came: Who[] = [];
  let table: Visitors | undefined;
  const nothing = () => {};
  const observer: Observer = {
    begin: (_, visitors) => {
      table = visitors;
    },
    arrived: (time, visitor) => {
      if (table === undefined) throw new Error('the day has not begun');
      const { serial, party, ordinal, source } = table;
      came.push({
        source: model.ids.arrivals[source[visitor]],
        serial: serial[visitor],
        party: party[visitor],
        ordinal: ordinal[visitor],
        time: time / 60,
      });
    },
    absent: nothing,
    walks: nothing,
    waits: nothing,
    called: nothing,
    givesUp: nothing,
    serviceStarts: nothing,
    serviceEnds: nothing,
    left: nothing,
    clerkChanges: nothing,
    spaceChanges: nothing,
    end: nothing,
  };
  const simulation = new Simulation(model, 'who comes', observer);
  for (let day = 0; day < days; day++) simulation.run(day);
  return came;
}

describe('rule party', () => {
  it('rows of one list with the same text come together, at whatever time; others alone', () => {
    const coming = [
      { at: 0, party: 'family' },
      { at: 1 },
      { at: 1, party: 'friends' },
      { at: 2, party: 'family' },
      { at: 3, party: '' },
      { at: 3, party: '' },
      { at: 4, party: 'friends' },
    ];
    // Twice, as the second day begins anew.
    const day = [0, 1, 2, 0, 4, 5, 2];
    expect(comers('', coming, 2).map(({ party }) => party)).toEqual([...day, ...day]);
  });

  it('not of another list', () => {
    const two = 'arrivals: { other: { profiles: p, agency: a, trace: { file: other.csv } } }';
    const model = (party: string) => [{ time: 60, profile: null, matters: [], party }];
    const { sources } = compile(storyScenario(two), {
      traces: { list: model('family'), other: [...model('none'), ...model('family')] },
    });
    expect(sources.map(({ trace }) => trace?.map(({ party }) => party))).toEqual([[0], [0, 1]]);
  });

  it('walk-ins of a group come together, also when they wait outside', () => {
    const groups = [
      'day: { doors: { open: 30 min, close: 200 min } }',
      'arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: { points: [[0 min, 12 /h]] }, group: 3 } }',
    ];
    const came = comers(groups);
    expect(came.length).toBeGreaterThan(20);
    expect(came.some(({ time }) => time === 30)).toBe(true);
    for (const { serial, party } of came) expect(party).toBe(serial - (serial % 3));
  });
});

describe('rule opponents: the k-th', () => {
  it('walk-ins and recorded visitors count from 0 by arrival, as they come', () => {
    const two = 'arrivals: { walk-in: { profiles: p, agency: a, rate: 6 /h, group: 2 } }';
    const came = comers(two, [{ at: 1 }, { at: 20 }, { at: 60 }], 2);
    for (const source of ['list', 'walk-in']) {
      const own = came.filter((one) => one.source === source);
      let next = 0;
      const counted = own.map(({ ordinal }) => {
        if (ordinal === 0) next = 0;
        return ordinal === next++;
      });
      expect(counted).toEqual(own.map(() => true));
      expect(own.filter(({ ordinal }) => ordinal === 0)).toHaveLength(2);
    }
  });

  it('who is turned away counts', () => {
    const full = 'day: { doors: { open: 0 min, close: 100 min }, capacity: 1 }';
    expect(comers(full, [{ at: 0 }, { at: 1 }, { at: 12 }]).map(({ ordinal }) => ordinal)).toEqual([0, 2]);
  });

  const BOOKED = (more: string) => `
    arrivals: { booked: { profiles: p, agency: a, appointments: { from: 10 min, to: 100 min, every: 10 min${more} } } }`;

  it('who has booked counts in the order of slots, whenever it comes', () => {
    const scattered = BOOKED(', punctuality: { uniform: { min: -30 min, max: 30 min } }');
    const came = comers(['day: { doors: { open: 0 min, close: 200 min } }', scattered]);
    const ordinals = came.map(({ ordinal }) => ordinal);
    expect([...ordinals].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(ordinals).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('who has booked and does not come counts, and a slot that is not booked does not', () => {
    const times = (more: string, days: number) =>
      comers(BOOKED(more), [], days).map(({ time, ordinal }) => `${time} ${ordinal}`);
    const everySlot = times('', 1).map((one) => one);
    expect(everySlot).toEqual(Array.from({ length: 9 }, (_, k) => `${10 * (k + 1)} ${k}`));
    const withNoShows = times(', noShow: 0.5', 1);
    expect(withNoShows.length).toBeLessThan(9);
    for (const one of withNoShows) expect(everySlot).toContain(one);
    const someBooked = comers(BOOKED(', filled: 0.5'));
    expect(someBooked.length).toBeLessThan(9);
    expect(someBooked.map(({ ordinal }) => ordinal)).toEqual(someBooked.map((_, k) => k));
  });
});
