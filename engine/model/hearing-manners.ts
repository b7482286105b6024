/** How people talk: with which voice, and how the clerk's side is heard. Each way that occurs in a scenario has a number. */
import type { VOICES } from '../scenario/acoustics-schema.ts';
import type { Scenario } from '../scenario/schema.ts';

export type Voice = (typeof VOICES)[number];

/** How one talks: a voice, and how the clerk's side is heard. */
export interface Manner {
  /** Of the visitor, and of a clerk who is there; a loudspeaker has its own. */
  readonly voice: Voice;
  /** The clerk is there, or heard through a loudspeaker, or through a headset and not at all. */
  readonly clerk: 'present' | 'loudspeaker' | 'headset';
}

export interface Manners {
  /** First the hall's voice with a clerk who is present. */
  readonly all: readonly Manner[];
  /** By matter × roles + role: the index of the manner. */
  readonly of: Int32Array;
}

export function mannersOf(scenario: Scenario): Manners {
  const matters = Object.values(scenario.matters);
  const roles = Object.values(scenario.roles);
  const all: Manner[] = [{ voice: scenario.acoustics.voice, clerk: 'present' }];
  const indexOf = ({ voice, clerk }: Manner): number => {
    const known = all.findIndex((manner) => manner.voice === voice && manner.clerk === clerk);
    return known < 0 ? all.push({ voice, clerk }) - 1 : known;
  };
  const of = matters.flatMap(({ voice = scenario.acoustics.voice }) =>
    roles.map(({ kind, sound }) => indexOf({ voice, clerk: kind === 'remote-expert' ? sound : 'present' })),
  );
  return { all, of: Int32Array.from(of) };
}
