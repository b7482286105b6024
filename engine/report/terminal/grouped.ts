/**
 * Things of a list put together by what they have in common. `Map.groupBy` does the same, but only from Node 21 on, and
 * aula runs on Node 20.
 */

/** By key, in the order in which keys come first; under each the things in the order of the list. */
export function groupedBy<Thing, Key>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => Key,
): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
