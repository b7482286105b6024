/** Whose, whence and where the conflicts of a day are: columns made once a day, so that millions of them are looked up at once. */
import type { Ragged } from '../replay/ragged.ts';
import { raggedOf } from '../replay/ragged.ts';
import type { ReplayDay } from '../replay/replay-day.ts';

/** Lists of places in the list of the day, the gravest first. */
export interface ConflictIndex {
  /** By row: of the visitor whom it is about, and of the one who perceives it. */
  readonly ofVisitor: Ragged;
  readonly ofWitness: Ragged;
  readonly ofClerk: Ragged;
  /** By space: where it happens; and where it is perceived from, which for who passes on a way is none. */
  readonly atSpace: Ragged;
  readonly fromSpace: Ragged;
}

const known = new WeakMap<ReplayDay, ConflictIndex>();

export function conflictIndexOf(day: ReplayDay): ConflictIndex {
  let index = known.get(day);
  if (index === undefined) {
    index = made(day);
    known.set(day, index);
  }
  return index;
}

function made({ conflicts, visitors, vantages, ofClerk, ofSpace }: ReplayDay): ConflictIndex {
  const { length } = conflicts;
  const all = Int32Array.from({ length }, (_, index) => index);
  const rowOf = new Int32Array((visitors.serial.at(-1) ?? -1) + 1).fill(-1);
  visitors.serial.forEach((serial, row) => {
    rowOf[serial] = row;
  });
  const column = () => new Int32Array(length).fill(-1);
  const [about, witness, clerk, at, from] = [column(), column(), column(), column(), column()];
  for (let index = 0; index < length; index++) {
    const conflict = conflicts[index];
    about[index] = rowOf[conflict.visitor] ?? -1;
    if (conflict.witness >= 0) witness[index] = rowOf[conflict.witness] ?? -1;
    clerk[index] = conflict.clerk;
    at[index] = conflict.space;
    const { vantage } = conflict;
    if (vantages !== null && vantage >= 0 && vantage < vantages.places)
      from[index] = vantages.points[vantage]?.space ?? -1;
  }
  const by = (owners: Int32Array, count: number) => raggedOf(owners, all, length, count);
  return {
    ofVisitor: by(about, visitors.length),
    ofWitness: by(witness, visitors.length),
    ofClerk: by(clerk, ofClerk.starts.length - 1),
    atSpace: by(at, ofSpace.starts.length - 1),
    fromSpace: by(from, ofSpace.starts.length - 1),
  };
}
