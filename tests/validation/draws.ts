/** What each visitor who comes in was drawn to be, by its number in the day, whatever happens to it inside. */
import type { Model } from '../../engine/model/model.ts';
import type { Observer } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import type { Visitors } from '../../engine/simulation/visitors.ts';
import { scribe } from './transcript.ts';

const BY_VISITOR = [
  'source',
  'ordinal',
  'party',
  'profile',
  'language',
  'flags',
  'companions',
  'arrival',
  'speed',
  'factor',
  'patience',
  'returning',
  'mattersBrought',
  'stageCount',
  'balking',
] as const satisfies readonly (keyof Visitors)[];

const BY_STAGE = [
  'stage',
  'stageFlags',
  'service',
  'preparation',
  'settling',
  'leaving',
  'afterWork',
] as const satisfies readonly (keyof Visitors)[];

/** The draws of each visitor as text, by its serial number. */
export function drawsOf(model: Model, seed: string): Map<number, string> {
  const draws = new Map<number, string>();
  let table: Visitors | null = null;
  const observer: Observer = {
    ...scribe([]),
    begin: (_, visitors) => {
      table = visitors;
    },
    arrived: (_, visitor) => {
      if (table !== null) draws.set(table.serial[visitor] ?? -1, textOf(table, visitor));
    },
  };
  new Simulation(model, seed, observer).run(0);
  return draws;
}

function textOf(table: Visitors, visitor: number): string {
  const first = visitor * table.stagesMax;
  const last = first + (table.stageCount[visitor] ?? 0);
  const own = BY_VISITOR.map((column) => `${column} ${table[column][visitor]}`);
  const stages = BY_STAGE.map((column) => `${column} ${table[column].slice(first, last).join(' ')}`);
  return [...own, ...stages].join('\n');
}
