/** Days on a small floor, for tests of privacy; people there walk so fast that it takes no time to speak of. */
import { MeasuredDay } from '../../engine/experiment/measured-day.ts';
import { compile } from '../../engine/model/compile.ts';
import type { Model } from '../../engine/model/model.ts';
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { privacyObserver } from '../../engine/privacy/privacy.ts';
import type { Observer } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import type { Figure } from '../../engine/statistics/figures.ts';
import {
  CAUSES,
  type Cause,
  CHANNELS,
  type Channel,
  KIND_IDS,
  type Kind,
} from '../../engine/statistics/scopes.ts';
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
  readonly conflicts: readonly Conflict[];
  /** A figure of the whole house, or of one space type, in minutes; or a count for conflicts. */
  figure(name: Figure, spaceType?: string): number;
  /** Conflicts by matter. */
  conflictsOf(matter: string): number;
  /** Exposure minutes. */
  exposure(scope?: { channel: Channel } | { kind: Kind } | { cause: Cause } | { matter: string }): number;
}

/** Who comes to which arrival; to `list` where it does not say. */
export interface Guest extends Coming {
  readonly arrival?: string;
  readonly party?: string;
}

export function heard(
  changes: readonly string[],
  coming: readonly Guest[],
  also?: (model: Model) => Observer,
): Heard {
  const traces: Record<string, object[]> = { list: [] };
  for (const one of coming) {
    const row = {
      time: one.at * 60,
      profile: one.profile ?? null,
      matters: [...(one.matters ?? [])],
      ...(one.party !== undefined && { party: one.party }),
    };
    const arrival = one.arrival ?? 'list';
    traces[arrival] = [...(traces[arrival] ?? []), row];
  }
  const model = compile(storyScenario([FLOOR, ...changes]), { traces: traces as never });
  const statistics = new Statistics(model);
  const conflicts: Conflict[] = [];
  const telling = new Statistics(model);
  const told = privacyObserver(model, telling.sheet, (conflict) => conflicts.push(conflict));
  const observers = [new MeasuredDay(model, statistics), ...(also === undefined ? [] : [also(model)])];
  new Simulation(model, 'heard', together(observers)).run(0);
  if (told !== null) new Simulation(model, 'heard', together([telling, told])).run(0);
  const { layout, row } = statistics.figures;
  return {
    model,
    conflicts,
    figure: (name, spaceType) => {
      const at =
        spaceType === undefined
          ? layout.offset(name, 'all')
          : layout.offset(name, 'spaceType') + model.ids.spaceTypes.indexOf(spaceType);
      const value = row[at];
      return name === 'conflicts' ? value : value / 60;
    },
    conflictsOf: (matter) => row[layout.offset('conflicts', 'matter') + model.ids.matters.indexOf(matter)],
    exposure: (scope = undefined) => {
      if (scope === undefined) return row[layout.offset('exposureTime', 'all')] / 60;
      const [kind, index] =
        'channel' in scope
          ? (['channel', CHANNELS.indexOf(scope.channel)] as const)
          : 'kind' in scope
            ? (['kind', KIND_IDS.indexOf(scope.kind)] as const)
            : 'cause' in scope
              ? (['cause', CAUSES.indexOf(scope.cause)] as const)
              : (['matter', model.ids.matters.indexOf(scope.matter)] as const);
      return row[layout.offset('exposureTime', kind) + index] / 60;
    },
  };
}
