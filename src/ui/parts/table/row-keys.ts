/** The row that a key moves to; null for keys that do not move. */
export function rowAfter(key: string, index: number, count: number): number | null {
  const moves: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 };
  const next = moves[key];
  return next === undefined || next < 0 || next >= count ? null : next;
}

/** From here on a list draws only what is near the window. */
export const manyRows = 120;
