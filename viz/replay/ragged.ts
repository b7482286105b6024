/** Lists of whole numbers by owner, one after the other in a single column. */
export interface Ragged {
  /** By owner: where its list begins; and last, where all end. */
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Empty where the owner is none of them. */
export const listOf = ({ starts, values }: Ragged, owner: number): Int32Array =>
  owner >= 0 && owner + 1 < starts.length
    ? values.subarray(starts[owner], starts[owner + 1])
    : values.subarray(0, 0);

/** By owner, from pairs in the order in which each list is to be; pairs without an owner (-1) are left out. */
export function raggedOf(
  owners: ArrayLike<number>,
  values: ArrayLike<number>,
  length: number,
  count: number,
): Ragged {
  const starts = new Int32Array(count + 1);
  for (let k = 0; k < length; k++) if (owners[k] >= 0) starts[owners[k] + 1]++;
  for (let owner = 0; owner < count; owner++) starts[owner + 1] += starts[owner];
  const next = starts.slice();
  const listed = new Int32Array(starts[count]);
  for (let k = 0; k < length; k++) if (owners[k] >= 0) listed[next[owners[k]]++] = values[k];
  return { starts, values: listed };
}
