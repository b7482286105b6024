import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WORD } from '../../engine/privacy/impressions.ts';
import { Stay } from '../../engine/privacy/presence.ts';
import { lowestSpace, Watch } from '../../engine/privacy/watch.ts';

/** More than two numbers of bits can tell apart, and not a whole number of them. */
const SPACES = 75;
const SPOTS = 6;

const spots = { minLength: SPOTS, maxLength: SPOTS };
const spaces = fc.nat(SPACES - 1);

/** Spaces of which something is perceived, by spot; stays between two of them; and where services begin, and end. */
const cases = fc.record({
  from: fc.array(fc.array(spaces), spots),
  stays: fc.array(fc.record({ spotAt: fc.nat(SPOTS - 1), spotOn: fc.nat(SPOTS - 1) }), { maxLength: 5 }),
  begun: fc.uniqueArray(spaces),
  ended: fc.uniqueArray(spaces),
});

function bitsOf(some: readonly number[], word: number): number {
  return some
    .filter((space) => Math.floor(space / WORD) === word)
    .reduce((bits, space) => bits | (1 << (space % WORD)), 0);
}

it('finds the services that may have been perceived at the place or on the way, whatever began and ended', () => {
  fc.assert(
    fc.property(cases, ({ from, stays, begun, ended }) => {
      const watch = new Watch({ words: 3, mask: (spot, word) => bitsOf(from[spot], word) });
      for (const space of begun) watch.begins(space);
      for (const space of begun) if (ended.includes(space)) watch.ends(space);
      const left = begun.filter((space) => !ended.includes(space));
      for (const { spotAt, spotOn } of stays) {
        const stay = Object.assign(new Stay(0), { spotAt, spotOn });
        const found: number[] = [];
        for (let word = 0; word < watch.words; word++)
          for (let left = watch.perceptible(stay, word); left !== 0; left &= left - 1)
            found.push(lowestSpace(left, word));
        const perceptible = left.filter((one) => from[spotAt].includes(one) || from[spotOn].includes(one));
        expect(found).toEqual(perceptible.toSorted((a, b) => a - b));
      }
    }),
  );
});
