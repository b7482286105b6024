/** All that a simulation tells, call by call as text: two days are the same when their transcripts are. */
import type { Observer } from '../../engine/simulation/observer.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import { modelOf, type RandomScenario } from './random-scenario.ts';

const CALLS = [
  'begin',
  'arrived',
  'absent',
  'walks',
  'waits',
  'called',
  'givesUp',
  'serviceStarts',
  'serviceEnds',
  'left',
  'clerkChanges',
  'spaceChanges',
  'end',
] as const satisfies readonly (keyof Observer)[];

/** Writes into `lines`; numbers in full, so that the last bit shows. */
export function scribe(lines: string[]): Observer {
  const write =
    (call: string) =>
    (...told: readonly unknown[]): void => {
      lines.push([call, ...told.filter((one) => typeof one !== 'object')].join(' '));
    };
  const observer = Object.fromEntries(CALLS.map((call) => [call, write(call)]));
  return observer as unknown as Observer;
}

/** The transcripts of the replications, run one after the other by one simulation. */
export function transcripts(random: RandomScenario, replications: readonly number[]): string[] {
  const lines: string[] = [];
  const simulation = new Simulation(modelOf(random), random.seed, scribe(lines));
  return replications.map((replication) => {
    lines.length = 0;
    simulation.run(replication);
    return lines.join('\n');
  });
}
