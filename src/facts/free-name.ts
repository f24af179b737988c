/**
 * A name that is not taken yet: a second `a` becomes `a (2)`.
 * @param wanted the name
 * @param taken those that there are; the one that is found is added
 */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let copy = 2; taken.has(name); copy++) name = `${wanted} (${String(copy)})`;
  taken.add(name);
  return name;
}
