/** Packed days cut and joined, so that what is made from them does not depend on how many came at once. */
import type { Days, Ragged } from './days.ts';

/** A copy of the days [from, to) of those packed, counted from the first of them. */
export function cutDays({ first, figures, waits, stays }: Days, from: number, to: number): Days {
  return {
    first: first + from,
    count: to - from,
    figures: cut(figures, from, to),
    waits: cut(waits, from, to),
    stays: cut(stays, from, to),
  };
}

/** Days that follow one another, at least one piece of them, as one. */
export function joinDays(pieces: readonly Days[]): Days {
  const [only] = pieces;
  if (only === undefined) throw new RangeError('there are no days to join');
  if (pieces.length === 1) return only;
  return {
    first: only.first,
    count: pieces.reduce((sum, { count }) => sum + count, 0),
    figures: join(pieces.map(({ figures }) => figures)),
    waits: join(pieces.map(({ waits }) => waits)),
    stays: join(pieces.map(({ stays }) => stays)),
  };
}

function cut({ starts, values, owners }: Ragged, from: number, to: number): Ragged {
  const begin = starts[from];
  const end = starts[to];
  return {
    starts: starts.slice(from, to + 1).map((start) => start - begin),
    values: values.slice(begin, end),
    owners: owners.slice(begin, end),
  };
}

function join(pieces: readonly Ragged[]): Ragged {
  const length = pieces.reduce((sum, { values }) => sum + values.length, 0);
  const days = pieces.reduce((sum, { starts }) => sum + starts.length - 1, 0);
  const joined = {
    starts: new Int32Array(days + 1),
    values: new Float64Array(length),
    owners: new Int32Array(length),
  };
  let day = 0;
  let at = 0;
  for (const { starts, values, owners } of pieces) {
    joined.values.set(values, at);
    joined.owners.set(owners, at);
    for (let k = 1; k < starts.length; k++) joined.starts[++day] = at + starts[k];
    at += values.length;
  }
  return joined;
}
