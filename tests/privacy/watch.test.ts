import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SILENT, WORD } from '../../engine/privacy/impressions.ts';
import { Stay } from '../../engine/privacy/presence.ts';
import { ServiceAt } from '../../engine/privacy/services.ts';
import { Watch } from '../../engine/privacy/watch.ts';

/** More than two numbers of bits can tell apart, and not a whole number of them. */
const IDS = 75;
const PLACES = 5;
const WAYS = 4;
const VISITORS = 6;
/** What was perceived of each service has been added up until then. */
const SETTLED = 100;

const places = { minLength: PLACES, maxLength: PLACES };
const ways = { minLength: WAYS, maxLength: WAYS };
const visitors = { minLength: VISITORS, maxLength: VISITORS };

/** Perceptible ids by place and by way; visitors with their place and way, -1 for none, and arrival; services by id. */
const cases = fc.record({
  atPlaces: fc.array(fc.array(fc.nat(IDS - 1)), places),
  onWays: fc.array(fc.array(fc.nat(IDS - 1)), ways),
  place: fc.array(fc.integer({ min: -1, max: PLACES - 1 }), visitors),
  wayId: fc.array(fc.integer({ min: -1, max: WAYS - 1 }), visitors),
  since: fc.array(fc.constantFrom(SETTLED - 1, SETTLED, SETTLED + 1), visitors),
  begun: fc.uniqueArray(fc.nat(IDS - 1)),
  ended: fc.uniqueArray(fc.nat(IDS - 1)),
});

function bitsOf(ids: readonly number[], word: number): number {
  return ids
    .filter((id) => Math.floor(id / WORD) === word)
    .reduce((bits, id) => bits | (1 << (id % WORD)), 0);
}

describe('services under watch', () => {
  it('are found with those who may have perceived them, and nobody else, whatever began and ended', () => {
    fc.assert(
      fc.property(cases, ({ atPlaces, onWays, place, wayId, since, begun, ended }) => {
        /** By spot: nowhere, the places, no way, the ways. */
        const idsAt = [[], ...atPlaces, [], ...onWays];
        const table = {
          words: 3,
          spotAt: (at: number) => at + 1,
          spotOn: (way: number) => PLACES + 2 + way,
          mask: (spot: number, word: number) => bitsOf(idsAt[spot], word),
          row: (spot: number, id: number) => (idsAt[spot].includes(id) ? 100 * spot + id : SILENT),
        };
        const inside = place.map((at, visitor) =>
          Object.assign(new Stay(visitor), { place: at, way: wayId[visitor], since: since[visitor] }),
        );
        const watch = new Watch(IDS, table, { inside, insideCount: VISITORS });
        // The service with an id is in a space of another number.
        const spaceOf = (id: number) => IDS - 1 - id;
        const services = Array.from({ length: IDS }, (_, space) =>
          Object.assign(new ServiceAt(space), { settled: SETTLED }),
        );
        const serviceOf = (id: number) => services[spaceOf(id)];
        for (const id of begun) watch.begins(serviceOf(id), id);
        const left = begun.filter((id) => !ended.includes(id));
        for (const id of begun) if (ended.includes(id)) watch.ends(spaceOf(id));

        const isAt = (visitor: number, id: number) => (atPlaces[place[visitor]] ?? []).includes(id);
        const isOn = (visitor: number, id: number) => (onWays[wayId[visitor]] ?? []).includes(id);
        const ordered = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

        for (const stay of inside) {
          watch.findFor(stay);
          const perceptible = left.filter((id) => isAt(stay.visitor, id) || isOn(stay.visitor, id));
          const found = watch.services.slice(0, watch.count).map(({ space }) => space);
          expect(ordered(found)).toEqual(ordered(perceptible.map(spaceOf)));
        }
        for (const id of left) {
          watch.findIn(serviceOf(id));
          // The way of one who was there already is over.
          const perceiving = inside.filter(
            ({ visitor }) => isAt(visitor, id) || (since[visitor] > SETTLED && isOn(visitor, id)),
          );
          expect(watch.stays.slice(0, watch.count)).toEqual(perceiving);
        }
        expect(Array.from({ length: IDS }, (_, id) => id).filter((id) => watch.has(spaceOf(id)))).toEqual(
          ordered(left),
        );
      }),
    );
  });
});
