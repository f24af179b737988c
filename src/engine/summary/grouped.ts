/**
 * Items by a key, each list in the items' order.
 * @param items in any order
 * @param keyOf what tells them apart
 */
export function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * The map below a key, a new one where there is none yet.
 * @param map
 * @param key
 */
export function innerMap<Key, Inner>(map: Map<Key, Map<string, Inner>>, key: Key): Map<string, Inner> {
  const inner = map.get(key) ?? new Map<string, Inner>();
  map.set(key, inner);
  return inner;
}
