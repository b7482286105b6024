/** Matters of random documents: who may handle them where, for how long, and what a service needs besides. */
import fc from 'fast-check';
import { SERVICE_TYPES, someTypes } from './places.ts';
import {
  durations,
  minutes,
  numbers,
  pick,
  pickSome,
  rarely,
  rareShare,
  share,
  sometimes,
  type Tree,
} from './values.ts';

export const EQUIPMENT = ['screen', 'link'] as const;
const SENSITIVITIES = ['public', 'personal', 'secret'] as const;

const parts = fc.constantFrom(undefined, ['advise'], ['advise', 'receive'], ['identify', 'decide']);
const short = rarely(durations(0, 4), 0, 3);

const matter = fc.record({
  agency: fc.nat(2),
  sensitivity: fc.nat(2),
  weight: minutes(1, 3),
  parts,
  service: durations(1, 14),
  preparation: short,
  afterWork: short,
  settling: short,
  leaving: short,
  spaces: someTypes,
  fallback: sometimes(fc.record({ spaces: someTypes, after: fc.constantFrom(undefined, 0, 2, 5) })),
  priority: minutes(0, 3),
  guard: rareShare(),
  equipment: rarely(numbers(1, 2), [], 4),
  kiosk: sometimes(fc.record({ share: share(), time: minutes(1, 4) }), 4),
  atGreeting: rareShare(),
  handOver: sometimes(
    fc.record({
      share: share(),
      parts: fc.constantFrom(undefined, ['advise'], ['decide', 'look-up']),
      service: durations(1, 10),
      spaces: sometimes(someTypes),
    }),
  ),
});

export type RandomMatter = typeof matter extends fc.Arbitrary<infer M> ? M : never;

export const matters = fc.array(matter, { minLength: 1, maxLength: 5 });

const types = (some: readonly number[]) => pickSome(SERVICE_TYPES, some);

export interface Helpers {
  readonly guard: boolean;
  readonly greeting: boolean;
  readonly kiosk: boolean;
}

/** As it stands in a document; what needs somebody who is not there is left out. */
export function matterOf(
  drawn: RandomMatter,
  index: number,
  agencies: readonly string[],
  has: Helpers,
): Tree {
  const { fallback, kiosk, handOver, ...plain } = drawn;
  const kioskShare = has.kiosk ? (kiosk?.share ?? 0) : 0;
  return {
    ...plain,
    agency: pick(agencies, drawn.agency),
    name: `Matter ${index}`,
    sensitivity: pick(SENSITIVITIES, drawn.sensitivity),
    spaces: types(drawn.spaces),
    fallback: fallback && { ...fallback, spaces: types(fallback.spaces) },
    guard: has.guard ? drawn.guard : 0,
    equipment: drawn.equipment.map((number) => pick(EQUIPMENT, number)),
    kiosk: has.kiosk ? kiosk : undefined,
    atGreeting: has.greeting ? Math.min(drawn.atGreeting, 1 - kioskShare) : 0,
    handOver: handOver && { ...handOver, spaces: handOver.spaces && types(handOver.spaces) },
  };
}

/** The space types that the matter may be handled in, fall-backs aside. */
export const typesNeeded = ({ spaces, handOver }: RandomMatter): string[] => [
  ...types(spaces),
  ...types(handOver?.spaces ?? []),
];
