import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SILENT, WORD } from '../../engine/privacy/impressions.ts';
import { Watch } from '../../engine/privacy/watch.ts';

/** More than two numbers of bits can tell apart, and not a whole number of them. */
const IDS = 75;
const PLACES = 5;
const WAYS = 4;
const VISITORS = 6;

/** Perceptible ids by place and by way; visitors with their place and way, -1 for none; services by id. */
const cases = fc.record({
  atPlaces: fc.array(fc.array(fc.nat(IDS - 1)), { minLength: PLACES, maxLength: PLACES }),
  onWays: fc.array(fc.array(fc.nat(IDS - 1)), { minLength: WAYS, maxLength: WAYS }),
  places: fc.array(fc.integer({ min: -1, max: PLACES - 1 }), { minLength: VISITORS, maxLength: VISITORS }),
  ways: fc.array(fc.integer({ min: -1, max: WAYS - 1 }), { minLength: VISITORS, maxLength: VISITORS }),
  begun: fc.uniqueArray(fc.nat(IDS - 1)),
  ended: fc.uniqueArray(fc.nat(IDS - 1)),
});

/** A row of its own for each id that is perceptible at a place or on a way. */
const row = (ids: readonly number[], of: number, id: number) => (ids.includes(id) ? 100 * of + id : SILENT);

function bitsOf(ids: readonly number[], word: number): number {
  return ids
    .filter((id) => Math.floor(id / WORD) === word)
    .reduce((bits, id) => bits | (1 << (id % WORD)), 0);
}

describe('services under watch', () => {
  it('are found with those who may have perceived them, and nobody else, whatever began and ended', () => {
    fc.assert(
      fc.property(cases, ({ atPlaces, onWays, places, ways, begun, ended }) => {
        const table = {
          words: 3,
          maskAt: (place: number, word: number) => bitsOf(place < 0 ? [] : atPlaces[place], word),
          maskOn: (way: number, word: number) => bitsOf(way < 0 ? [] : onWays[way], word),
          at: (place: number, id: number) => row(atPlaces[place], place, id),
          on: (way: number, id: number) => row(onWays[way], way, id),
        };
        const presence = {
          place: Int32Array.from(places),
          wayId: Int32Array.from(ways),
          inside: Int32Array.from(places, (_, visitor) => visitor),
          insideCount: VISITORS,
        };
        const watch = new Watch(IDS, table, presence);
        // The service with an id is in a space of another number.
        const spaceOf = (id: number) => IDS - 1 - id;
        for (const id of begun) watch.begins(spaceOf(id), id);
        const left = begun.filter((id) => !ended.includes(id));
        for (const id of begun) if (ended.includes(id)) watch.ends(spaceOf(id));

        const found = () =>
          Array.from({ length: watch.found }, (_, k) =>
            [watch.space[k], watch.visitor[k], watch.passed[k], watch.stayed[k]].join(' '),
          ).sort();
        const expected = (ids: readonly number[], visitors: readonly number[]) =>
          ids
            .flatMap((id) =>
              visitors.flatMap((visitor) => {
                const [place, way] = [places[visitor], ways[visitor]];
                const passed = way < 0 ? SILENT : row(onWays[way], way, id);
                const stayed = place < 0 ? SILENT : row(atPlaces[place], place, id);
                const isFound = passed !== SILENT || stayed !== SILENT;
                return isFound ? [[spaceOf(id), visitor, passed, stayed].join(' ')] : [];
              }),
            )
            .sort();

        for (let visitor = 0; visitor < VISITORS; visitor++) {
          watch.findFor(visitor);
          expect(found()).toEqual(expected(left, [visitor]));
        }
        for (const id of left) {
          watch.findIn(spaceOf(id));
          expect(found()).toEqual(expected([id], [...presence.inside]));
        }
        expect(Array.from({ length: IDS }, (_, id) => id).filter((id) => watch.has(spaceOf(id)))).toEqual(
          left.toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
