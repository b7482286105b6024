/**
 * Exposure against a second way to find it: the day is walked through in small steps, asking each time who talks
 * about what, who is where or on which way, and what could be heard, read and recognised.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../engine/model/model.ts';
import { VIEW } from '../../engine/model/seeing.ts';
import type { Observer } from '../../engine/simulation/observer.ts';
import { FLAG, type Visitors } from '../../engine/simulation/visitors.ts';
import type { Channel } from '../../engine/statistics/scopes.ts';
import { heard } from './floor-story.ts';

const STEP = 0.25;
/** Where somebody is and can be perceived: at a vantage, or on a way. */
interface Stay {
  readonly visitor: number;
  readonly vantage: number;
  readonly way: { readonly from: number; readonly to: number; readonly until: number } | null;
  readonly from: number;
  to: number;
}
interface Talk {
  readonly visitor: number;
  readonly space: number;
  readonly from: number;
  to: number;
}

/** Keeps whole stretches, by serial number of the visitor, and adds up nothing. All seats of an area are alike here. */
class Diary implements Observer {
  readonly talks: Talk[] = [];
  readonly stays: Stay[] = [];
  readonly hidden = new Set<number>();
  private readonly model: Model;
  private visitors: Visitors | null = null;
  private readonly talking = new Map<number, Talk>();
  private readonly staying = new Map<number, Stay[]>();
  private readonly seated = new Map<number, boolean>();

  constructor(model: Model) {
    this.model = model;
  }

  begin(_time: number, visitors: Visitors): void {
    this.visitors = visitors;
  }

  arrived(_time: number, visitor: number): void {
    if ((this.table.flags[visitor] & FLAG.protected) !== 0) this.hidden.add(this.table.serial[visitor]);
  }

  waits(_time: number, visitor: number, _stage: number, _area: number, seated: boolean): void {
    this.seated.set(visitor, seated);
  }

  walks(time: number, visitor: number, from: number, to: number, until: number): void {
    this.stop(time, visitor);
    const serial = this.table.serial[visitor];
    const { vantages, spaces } = this.model;
    const stays: Stay[] = [
      { visitor: serial, vantage: -1, way: { from, to, until }, from: time, to: Number.POSITIVE_INFINITY },
    ];
    if (to < spaces.length && vantages !== null) {
      const seat = this.seated.get(visitor) === true ? vantages.firstSeat[to] : -1;
      const vantage = seat >= 0 ? seat : to;
      stays.push({ visitor: serial, vantage, way: null, from: until, to: Number.POSITIVE_INFINITY });
    }
    this.stays.push(...stays);
    this.staying.set(visitor, stays);
  }

  left(time: number, visitor: number): void {
    this.stop(time, visitor);
  }

  serviceStarts(time: number, visitor: number, _stage: number, _clerk: number, space: number): void {
    const talk = { visitor: this.table.serial[visitor], space, from: time, to: Number.POSITIVE_INFINITY };
    this.talking.set(visitor, talk);
    this.talks.push(talk);
  }

  serviceEnds(time: number, visitor: number): void {
    const talk = this.talking.get(visitor);
    if (talk !== undefined) talk.to = time;
  }

  absent(): void {}
  called(): void {}
  givesUp(): void {}
  clerkChanges(): void {}
  spaceChanges(): void {}
  end(): void {}

  private get table(): Visitors {
    if (this.visitors === null) throw new Error('no day has begun');
    return this.visitors;
  }

  private stop(time: number, visitor: number): void {
    for (const stay of this.staying.get(visitor) ?? []) stay.to = Math.min(stay.to, time);
  }
}

/** Where the stay is at a moment; -1 where it is not. */
function vantageAt(model: Model, stay: Stay, time: number): number {
  if (time < stay.from || time >= stay.to) return -1;
  if (stay.way === null) return stay.vantage;
  const { from, to, until } = stay.way;
  if (time >= until || model.vantages === null) return -1;
  const { at, ends } = model.vantages.way(from, to);
  const share = (time - stay.from) / (until - stay.from);
  return at[ends.findIndex((end) => share < end)] ?? -1;
}

interface Looked {
  readonly seconds: Record<Channel, number>;
  /** How many pairs of stretches met: each may be off by a step at either end. */
  readonly met: number;
}

function look(model: Model, { talks, stays, hidden }: Diary, limit: number, known: number): Looked {
  const { hearing, seeing } = model;
  if (hearing === null || seeing === null) throw new Error('nobody hears or sees');
  const { babble } = model.scenario.acoustics;
  const end = Math.max(0, ...talks.map(({ to }) => to));
  const seconds = { speech: 0, sight: 0, data: 0, presence: 0 };
  const met = new Set<string>();
  for (let time = STEP / 2; time < end; time += STEP) {
    const said = talks.filter(({ from, to }) => from <= time && time < to);
    const there = stays.flatMap(({ visitor }, k) => {
      const vantage = vantageAt(model, stays[k], time);
      return vantage < 0 ? [] : [{ visitor, vantage }];
    });
    for (const talk of said) {
      for (const { visitor, vantage } of there) {
        if (visitor === talk.visitor) continue;
        const others = new Float64Array(7);
        for (const other of said) if (other !== talk) hearing.addBabble(0, other.space, vantage, others);
        const sti = babble
          ? hearing.stiAmid(0, talk.space, vantage, others)
          : hearing.sti(0, talk.space, vantage);
        const isHeard = sti > limit;
        const isRead = seeing.view(talk.space, vantage) >= VIEW.paper;
        if (isHeard) seconds.speech += STEP;
        if (isRead) seconds.sight += STEP;
        if (isHeard || isRead)
          met.add(
            `${talks.indexOf(talk)} ${visitor} ${vantage} ${babble ? said.map(({ space }) => space) : ''}`,
          );
      }
    }
    for (const one of there) {
      for (const other of there) {
        if (one.visitor === other.visitor || !hidden.has(one.visitor)) continue;
        if (!seeing.recognises(other.vantage, one.vantage)) continue;
        seconds.presence += STEP * known;
        met.add(`meet ${one.visitor} ${one.vantage} ${other.visitor} ${other.vantage}`);
      }
    }
  }
  return { seconds, met: met.size };
}

describe('exposure', () => {
  it('is what one finds by looking again and again, on any small floor', () => {
    const exposed = { speech: 0, sight: 0, presence: 0 };
    // Between the desks and the hall, and beside the middle of either, so that there is a way to all.
    const walls = fc.array(fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 6 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 35, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        walls,
        fc.boolean(),
        fc.integer({ min: 1, max: 60 }),
        (minutes, noise, apart, clerks, screens, babble, change) => {
          const drawn = screens.map(
            ([y, length], k) =>
              `wall-${k}: { line: [[${3.2 + k / 5}, ${y}], [${3.2 + k / 5}, ${y + length}]], kind: screen }`,
          );
          const floor = `
            acoustics: { noise: ${noise} dB, babble: ${babble} }
            sensitivities: { private: { sight: { time: 10 s } }, secret: { name: Secret, rank: 3, presence: { time: 10 s } } }
            encounters: { acquaintances: 25 % }
            roles: { clerk: { count: ${clerks} } }
            spaceTypes: { bay: { name: Bay, use: service } }
            matters: { one: { spaces: [desk, bay] } }
            floor: { walls: { ${['south: { line: [[0, 18], [10, 18]] }', ...drawn].join(', ')} } }
            profiles:
              p: { walkingSpeed: 1 m/s }
              hidden: { name: Hidden, walkingSpeed: 0.7 m/s, protection: 100 % }
            spaces:
              desk-1: { faces: up, timetable: [{ from: ${change} min, to: 90 min, type: bay }] }
              desk-2: { type: desk, at: [1, ${4 + apart}], size: [2, 2], faces: up }
              hall-1: { at: [4, 4], size: [0.02, 0.02], seats: 20 }`;
          const coming = [...minutes]
            .sort((a, b) => a - b)
            .map((at, k) => ({ at, profile: k % 3 === 1 ? 'hidden' : 'p' }));
          let diary: Diary | null = null;
          const day = heard([floor], coming, (model) => {
            diary = new Diary(model);
            return diary;
          });
          if (diary === null) throw new Error('nobody kept a diary');
          const { seconds, met } = look(day.model, diary, 0.2, 0.25);
          for (const channel of ['speech', 'sight', 'presence'] as const) {
            exposed[channel] += seconds[channel];
            const exact = day.exposure({ channel }) * 60;
            expect(Math.abs(exact - seconds[channel])).toBeLessThanOrEqual((met + 1) * STEP);
          }
          // Those that are told one by one are found in another way than those that are only counted.
          const told = day.conflicts.reduce((sum, { probability }) => sum + probability, 0);
          expect(day.figure('conflicts')).toBeCloseTo(told, 9);
        },
      ),
      { numRuns: 40 },
    );
    expect(exposed.speech).toBeGreaterThan(1000);
    expect(exposed.sight).toBeGreaterThan(1000);
    expect(exposed.presence).toBeGreaterThan(100);
  });
});
