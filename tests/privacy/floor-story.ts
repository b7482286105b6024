/** Days on a small floor, for tests of who hears whom; people there walk so fast that it takes no time to speak of. */
import { observerOf } from '../../engine/experiment/run.ts';
import { compile } from '../../engine/model/compile.ts';
import type { Model } from '../../engine/model/model.ts';
import type { Observer } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import type { Figure } from '../../engine/statistics/figures.ts';
import type { ScopeKind } from '../../engine/statistics/scopes.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { together } from '../../engine/statistics/together.ts';
import { type Coming, storyScenario } from '../simulation/story.ts';

/** A desk, and a waiting area of one seat 3 m from it; the matter is private beyond an STI of 0.2. */
export const FLOOR = `
  sensitivities: { public: null, private: { name: Private, rank: 2, speech: { sti: 0.2, time: 2 min } } }
  matters: { one: { sensitivity: private } }
  spaceTypes: { secret: null }
  floor:
    walls: { north: { line: [[0, 0], [10, 0]] } }
    doors: { main: { at: [5, 0], use: both } }
  spaces:
    desk-1: { at: [1, 4], size: [2, 2] }
    hall-1: { type: hall, at: [4, 4], size: [2, 2], seats: 1 }
  profiles: { p: { walkingSpeed: 12.5 m/s } }`;

export interface Heard {
  readonly model: Model;
  /** A figure in minutes, or a count for conflicts. */
  figure(name: Figure, scope?: ScopeKind, index?: number): number;
}

export function heard(
  changes: readonly string[],
  coming: readonly Coming[],
  also?: (model: Model) => Observer,
): Heard {
  const rows = coming.map((one) => ({
    time: one.at * 60,
    profile: one.profile ?? null,
    matters: [...(one.matters ?? [])],
  }));
  const model = compile(storyScenario([FLOOR, ...changes]), { traces: { list: rows } });
  const statistics = new Statistics(model);
  const observers = [observerOf(model, statistics), ...(also === undefined ? [] : [also(model)])];
  new Simulation(model, 'heard', together(observers)).run(0);
  const { layout, row } = statistics.figures;
  return {
    model,
    figure: (name, scope = 'all', index = 0) => {
      const value = row[layout.offset(name, scope) + index];
      return name === 'conflicts' ? value : value / 60;
    },
  };
}
