/**
 * Roles of random documents: of every kind, with mandates of every width, shifts that begin late and end early,
 * breaks at one time, absence, and all that a role can say of how it works.
 */
import fc from 'fast-check';
import { EQUIPMENT } from './matters.ts';
import { limitedTypes, SERVICE_TYPES } from './places.ts';
import { clock, minutes, numbers, OPEN, pick, pickSome, rarely, sometimes, type Tree } from './values.ts';

const mandate = fc.record({
  agency: fc.nat(3),
  matters: rarely(numbers(1, 3), [], 3),
  parts: fc.constantFrom<readonly string[] | undefined>(
    undefined,
    ['identify', 'receive', 'advise', 'look-up', 'decide'],
    ['decide', 'look-up'],
    ['advise'],
  ),
  speed: fc.constantFrom<number>(1, 1, 2, 0.5),
});

const shift = fc.record({
  from: minutes(0, 40),
  length: minutes(10, 120),
  breaks: fc.array(fc.record({ after: minutes(0, 40), length: minutes(1, 20) }), { maxLength: 2 }),
});

const role = fc.record({
  kind: fc.constantFrom('adviser', 'expert', 'remote-expert', 'host', 'interpreter', 'guard'),
  mandates: fc.array(mandate, { maxLength: 2 }),
  spaces: limitedTypes,
  equipment: rarely(numbers(1, 1), [], 4),
  count: minutes(1, 3),
  shifts: sometimes(fc.array(shift, { minLength: 1, maxLength: 2 }), 2),
  absence: rarely<number>(fc.constant(0.3), 0, 5),
  atShiftEnd: fc.constantFrom('finish', 'hand-over', 'resume'),
  cover: rarely(fc.constant(1), 0, 4),
  backOffice: rarely(minutes(1, 60), 0, 3),
});

export type RandomRole = typeof role extends fc.Arbitrary<infer R> ? R : never;

/** The first one handles nearly everything, so that most documents can be served. */
export const roles = fc
  .tuple(role, fc.array(role, { maxLength: 3 }), rarely(fc.constant(false), true, 5))
  .map(([first, others, hasGeneralist]): RandomRole[] =>
    hasGeneralist ? [{ ...first, ...GENERALIST }, ...others] : [first, ...others],
  );

const GENERALIST = {
  kind: 'adviser' as const,
  mandates: [
    { agency: 3, matters: [], parts: ['identify', 'receive', 'advise', 'look-up', 'decide'], speed: 1 },
  ],
  spaces: undefined,
  absence: 0,
};

export interface MatterOfAgency {
  readonly id: string;
  readonly agency: string;
}

/** As it stands in a document; an agency's number past the last one means all agencies. */
export function roleOf(
  drawn: RandomRole,
  index: number,
  agencies: readonly string[],
  matters: readonly MatterOfAgency[],
  close: number,
): Tree {
  const isHost = drawn.kind === 'host';
  return {
    ...drawn,
    name: `Role ${index}`,
    mandates: drawn.mandates.map(({ agency, matters: some, ...rest }) => {
      const name = agency < agencies.length ? agencies[agency] : 'all';
      const own = matters.filter((matter) => name === 'all' || matter.agency === name).map(({ id }) => id);
      return {
        ...rest,
        agency: name,
        matters: own.length > 0 && some.length > 0 ? pickSome(own, some) : 'all',
      };
    }),
    spaces: drawn.spaces && [...pickSome(SERVICE_TYPES, drawn.spaces), ...(isHost ? ['point'] : [])],
    equipment: drawn.equipment.map((number) => pick(EQUIPMENT, number)),
    shifts: drawn.shifts?.map((one) => shiftOf(one, close)),
  };
}

function shiftOf(
  { from, length, breaks }: typeof shift extends fc.Arbitrary<infer S> ? S : never,
  close: number,
) {
  const to = Math.max(from + length, OPEN + 1);
  let free = from;
  return {
    from: clock(from),
    to: clock(Math.min(to, close + 90)),
    breaks: [...breaks]
      .sort((a, b) => a.after - b.after)
      .flatMap(({ after, length: rest }) => {
        const at = from + after;
        if (at < free || at + rest > to) return [];
        free = at + rest;
        return [{ at: clock(at), length: rest }];
      }),
  };
}
