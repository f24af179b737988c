/** How often each level of a categorical column occurs. */
export interface FrequencyTable {
  /** Distinct, in the order they were given. */
  levels: string[];
  /** One count a level; 0 is allowed. */
  counts: Float64Array;
  /** Sum of the counts: the rows that are not missing. */
  size: number;
  missing: number;
}

/** Two tables on the levels that either has: the reference's own first, then the new ones. */
export interface CommonLevels {
  levels: string[];
  reference: Float64Array;
  current: Float64Array;
}

const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);

/**
 * A table from levels and counts that something else (a database) has counted. A level that is given twice is added up.
 * @param levels names; any text is a name, also "" and "__proto__"
 * @param counts one count ≥ 0 a level
 * @param missing rows without a level
 */
export function tableFromCounts(levels: readonly string[], counts: ArrayLike<number>, missing = 0): FrequencyTable {
  const byLevel = new Map<string, number>();
  levels.forEach((level, i) => byLevel.set(level, (byLevel.get(level) ?? 0) + counts[i]!));
  const distinct = Float64Array.from(byLevel.values());
  return { levels: [...byLevel.keys()], counts: distinct, size: sum(distinct), missing };
}

/**
 * Counts the texts of a column; null is missing.
 * @param values one text a row
 * @returns e.g. levels [b, a], counts [2, 1], missing 1 for (b, a, null, b)
 */
export function frequencyTable(values: Iterable<string | null>): FrequencyTable {
  const byLevel = new Map<string, number>();
  let missing = 0;
  for (const value of values) {
    if (value === null) missing++;
    else byLevel.set(value, (byLevel.get(value) ?? 0) + 1);
  }
  return tableFromCounts([...byLevel.keys()], [...byLevel.values()], missing);
}

/**
 * Counts the codes of a dictionary-encoded column.
 * @param codes one index into `levels` a row, −1 where missing
 * @param levels the dictionary
 */
export function tableFromCodes(codes: Int32Array, levels: readonly string[]): FrequencyTable {
  const counts = new Float64Array(levels.length);
  let missing = 0;
  for (const code of codes) {
    if (code < 0) missing++;
    else counts[code]!++;
  }
  return tableFromCounts(levels, counts, missing);
}

/**
 * The levels, most frequent first; equal counts in the order of their names (by code unit, so the same everywhere).
 * @param table any table
 * @param limit how many at most
 */
export function mostFrequent(table: FrequencyTable, limit = Infinity): { value: string; count: number }[] {
  const entries = table.levels.map((value, i) => ({ value, count: table.counts[i]! }));
  const used = entries.filter(({ count }) => count > 0);
  return used.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
}

/**
 * Puts two tables on common levels.
 * @param reference any table
 * @param current any table
 */
export function commonLevels(reference: FrequencyTable, current: FrequencyTable): CommonLevels {
  const position = new Map(reference.levels.map((level, i) => [level, i]));
  for (const level of current.levels) if (!position.has(level)) position.set(level, position.size);
  const counts = { reference: new Float64Array(position.size), current: new Float64Array(position.size) };
  counts.reference.set(reference.counts);
  current.levels.forEach((level, i) => (counts.current[position.get(level)!] = current.counts[i]!));
  return { levels: [...position.keys()], ...counts };
}
