/**
 * Exposure against a second way to find it: the day is walked through second by second, asking each time who talks
 * about what, who is where, and what could be understood.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../engine/model/model.ts';
import type { Observer } from '../../engine/simulation/observer.ts';
import type { Visitors } from '../../engine/simulation/visitors.ts';
import { heard } from './floor-story.ts';

interface Stretch {
  readonly visitor: number;
  readonly space: number;
  readonly from: number;
  to: number;
}

/** Keeps whole stretches of talk and of staying, by serial number of the visitor, and looks at nothing else. */
class Diary implements Observer {
  readonly talks: Stretch[] = [];
  readonly stays: Stretch[] = [];
  private visitors: Visitors | null = null;
  private readonly open = new Map<string, Stretch>();

  begin(_time: number, visitors: Visitors): void {
    this.visitors = visitors;
  }

  walks(time: number, visitor: number, _from: number, to: number, until: number): void {
    this.close(`stay ${this.serial(visitor)}`, time);
    this.start(this.stays, `stay ${this.serial(visitor)}`, visitor, to, until);
  }

  left(time: number, visitor: number): void {
    this.close(`stay ${this.serial(visitor)}`, time);
  }

  serviceStarts(time: number, visitor: number, _stage: number, _clerk: number, space: number): void {
    this.start(this.talks, `talk ${this.serial(visitor)}`, visitor, space, time);
  }

  serviceEnds(time: number, visitor: number): void {
    this.close(`talk ${this.serial(visitor)}`, time);
  }

  arrived(): void {}
  absent(): void {}
  waits(): void {}
  called(): void {}
  givesUp(): void {}
  clerkChanges(): void {}
  spaceChanges(): void {}
  end(): void {}

  private serial(visitor: number): number {
    return this.visitors?.serial[visitor] ?? -1;
  }

  private start(list: Stretch[], key: string, visitor: number, space: number, from: number): void {
    const stretch = { visitor: this.serial(visitor), space, from, to: Number.POSITIVE_INFINITY };
    this.open.set(key, stretch);
    list.push(stretch);
  }

  private close(key: string, time: number): void {
    const stretch = this.open.get(key);
    if (stretch !== undefined) stretch.to = time;
    this.open.delete(key);
  }
}

/** Person-seconds, one look a second. All seats of an area are taken to hear alike, as they do on these floors. */
function bySecond(model: Model, { talks, stays }: Diary, limit: number): { seconds: number; pairs: number } {
  const { hearing } = model;
  if (hearing === null) throw new Error('nobody hears');
  const end = Math.max(0, ...talks.map(({ to }) => to));
  let seconds = 0;
  const pairs = new Set<string>();
  for (let second = 0.5; second < end; second++) {
    const isNow = ({ from, to }: Stretch) => from <= second && second < to;
    for (const talk of talks.filter(isNow)) {
      for (const stay of stays.filter(isNow)) {
        if (stay.space >= model.spaces.length) continue;
        const sti = hearing.sti[talk.space * hearing.places.length + stay.space];
        if (stay.visitor === talk.visitor || sti <= limit) continue;
        seconds++;
        pairs.add(`${talks.indexOf(talk)} ${stays.indexOf(stay)}`);
      }
    }
  }
  return { seconds, pairs: pairs.size };
}

describe('exposure', () => {
  it('is what one finds by looking every second, on any small floor', () => {
    let exposedSeconds = 0;
    const comings = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(
        comings,
        fc.integer({ min: 35, max: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 3 }),
        (minutes, noise, apart, clerks) => {
          const floor = `
            acoustics: { noise: ${noise} dB }
            roles: { clerk: { count: ${clerks} } }
            spaces:
              desk-2: { type: desk, at: [1, ${4 + apart}], size: [2, 2] }
              hall-1: { at: [4, 4], size: [0.02, 0.02], seats: 20 }`;
          const diaries: Diary[] = [];
          const day = heard(
            [floor],
            [...minutes].sort((a, b) => a - b).map((at) => ({ at })),
            () => {
              diaries.push(new Diary());
              return diaries[0];
            },
          );
          const { seconds, pairs } = bySecond(day.model, diaries[0], 0.2);
          exposedSeconds += seconds;
          // A look a second errs by less than a second for each pair that meets, and may miss one that hardly does.
          expect(Math.abs(day.figure('exposureTime') * 60 - seconds)).toBeLessThanOrEqual(pairs + 1);
        },
      ),
      { numRuns: 60 },
    );
    expect(exposedSeconds).toBeGreaterThan(1000);
  });
});
