import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WORD } from '../../engine/privacy/impressions.ts';
import { FreeExposures } from '../../engine/privacy/open-exposures.ts';
import { Stay } from '../../engine/privacy/presence.ts';
import { ServiceKind } from '../../engine/privacy/service-kind.ts';
import { ServiceAt } from '../../engine/privacy/services.ts';
import { Watch } from '../../engine/privacy/watch.ts';
import { Watched } from '../../engine/privacy/watched.ts';

/** More than two numbers of bits can tell apart, and not a whole number of them. */
const IDS = 75;
const SPOTS = 6;

const spots = { minLength: SPOTS, maxLength: SPOTS };
const ids = fc.nat(IDS - 1);

/** Perceptible ids by spot; stays between two of them; and the ids of services that begin, and end. */
const cases = fc.record({
  idsAt: fc.array(fc.array(ids), spots),
  stays: fc.array(fc.record({ spotAt: fc.nat(SPOTS - 1), spotOn: fc.nat(SPOTS - 1) }), { maxLength: 5 }),
  begun: fc.uniqueArray(ids),
  ended: fc.uniqueArray(ids),
});

function bitsOf(some: readonly number[], word: number): number {
  return some
    .filter((id) => Math.floor(id / WORD) === word)
    .reduce((bits, id) => bits | (1 << (id % WORD)), 0);
}

it('finds the services that may have been perceived at the place or on the way, whatever began and ended', () => {
  fc.assert(
    fc.property(cases, ({ idsAt, stays, begun, ended }) => {
      const watch = new Watch({ words: 3, mask: (spot, word) => bitsOf(idsAt[spot], word) });
      const free = new FreeExposures();
      const kinds = Array.from({ length: IDS }, (_, id) => new ServiceKind(id));
      // The service with an id is in a space of another number.
      const spaceOf = (id: number) => IDS - 1 - id;
      const services = kinds.map(({ id }) => new Watched(new ServiceAt(spaceOf(id)), free));
      for (const id of begun) watch.begins(services[id], kinds[id]);
      for (const id of begun) if (ended.includes(id)) watch.ends(kinds[id]);
      const left = begun.filter((id) => !ended.includes(id));
      for (const { spotAt, spotOn } of stays) {
        watch.find(Object.assign(new Stay(0), { spotAt, spotOn }));
        const found = watch.services.slice(0, watch.count).map(({ service }) => service.space);
        const perceptible = left.filter((id) => idsAt[spotAt].includes(id) || idsAt[spotOn].includes(id));
        expect(found.toSorted((a, b) => a - b)).toEqual(perceptible.map(spaceOf).toSorted((a, b) => a - b));
      }
    }),
  );
});
