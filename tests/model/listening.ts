/** Floors on which somebody listens, for tests of hearing. */
import { walkingDistances } from '../../engine/model/floor.ts';
import { compileHearing, type Hearing } from '../../engine/model/hearing.ts';
import { FREE_FIELD } from '../../engine/model/speech/propagation.ts';
import { Vantages } from '../../engine/model/vantage.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { storyScenario } from '../simulation/story.ts';

/**
 * No walls, and sound falls off by 6.02 dB for each doubling from 57.41 dB(A) at 1 m. The desk is a point at (0, 0), so
 * that both its mouths are there.
 */
export const FIELD = `
  sensitivities: { secret: { name: Secret, rank: 3, speech: { sti: 0.2 } } }
  floor: { walls: {}, doors: {} }
  acoustics: { noise: 40, finish: { decay: ${FREE_FIELD.decayRate}, at4m: ${FREE_FIELD.levelAt4m} } }
  spaces: { desk-1: { at: [0, 0] } }`;

export interface Listening {
  readonly scenario: Scenario;
  readonly hearing: Hearing;
  readonly vantages: Vantages;
  /** The index of a space, which is its vantage too, and the vantage of its first seat. */
  space(id: string): number;
  seat(id: string): number;
}

export function listening(...changes: string[]): Listening {
  return listeningTo(storyScenario(changes));
}

export function listeningTo(scenario: Scenario): Listening {
  const vantages = new Vantages(scenario, walkingDistances(scenario));
  const hearing = compileHearing(scenario, vantages);
  if (hearing === null) throw new Error('nobody hears');
  const space = (id: string) => Object.keys(scenario.spaces).indexOf(id);
  return { scenario, hearing, vantages, space, seat: (id) => vantages.firstSeat[space(id)] };
}

/** An open waiting area with one seat in its middle, at the point. */
export const seatAt = ([x, y]: readonly [number, number], id = 'hall-1') =>
  `spaces: { ${id}: { type: hall, at: [${x - 0.1}, ${y - 0.1}], size: [0.2, 0.2], seats: 1 } }`;

/** The STI of talk at the desk from a seat at the point. */
export function stiAt(point: readonly [number, number], ...changes: string[]): number {
  const { hearing, space, seat } = listening(FIELD, seatAt(point), ...changes);
  return hearing.sti(0, space('desk-1'), seat('hall-1'));
}

/** Intensities by band with which talk in one space arrives at a vantage. */
export function arriving({ hearing }: Listening, space: number, vantage: number, manner = 0): number[] {
  const intensities = new Float64Array(7);
  hearing.addBabble(manner, space, vantage, intensities);
  return [...intensities];
}
