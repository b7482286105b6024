/** In which ways people talk. */
import { describe, expect, it } from 'vitest';
import { mannersOf } from '../../engine/model/hearing-manners.ts';
import { storyScenario } from '../simulation/story.ts';

const CHANGES = `
  acoustics: { voice: hushed }
  matters: { two: { agency: a, name: Two, voice: raised, spaces: [desk], service: 1 min } }
  roles:
    speaker: { name: S, kind: remote-expert }
    ear: { name: E, kind: remote-expert, sound: headset }
    deaf: { name: D, kind: expert, sound: headset }`;

describe('manners of talk', () => {
  it('begin with the hall’s voice and a clerk who is present, and are told apart by voice and clerk', () => {
    const { all, of } = mannersOf(storyScenario(CHANGES));
    expect(all).toEqual([
      { voice: 'hushed', clerk: 'present' },
      { voice: 'hushed', clerk: 'loudspeaker' },
      { voice: 'hushed', clerk: 'headset' },
      { voice: 'raised', clerk: 'present' },
      { voice: 'raised', clerk: 'loudspeaker' },
      { voice: 'raised', clerk: 'headset' },
    ]);
    // Clerk, speaker, ear, deaf, for each of the two matters. Only remote experts are heard by headset.
    expect([...of]).toEqual([0, 1, 2, 0, 3, 4, 5, 3]);
  });

  it('are one where nothing else occurs', () => {
    expect(mannersOf(storyScenario('')).all).toEqual([{ voice: 'normal', clerk: 'present' }]);
  });

  it('have the hall’s voice first even where no matter has it', () => {
    const { all, of } = mannersOf(storyScenario('matters: { one: { voice: loud } }'));
    expect(all.map(({ voice }) => voice)).toEqual(['normal', 'loud']);
    expect([...of]).toEqual([1]);
  });
});
