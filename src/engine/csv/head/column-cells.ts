/**
 * The cells of a column that hold something, and the different texts of those that are missing, with how often each stands there.
 * @param rows as they stand in the file
 * @param i its place
 * @param missing texts that stand for "no value"
 */
export function filledCells(
  rows: readonly (readonly string[])[],
  i: number,
  missing: ReadonlySet<string>,
): { cells: string[]; tally: Map<string, number> } {
  const cells: string[] = [];
  const tally = new Map<string, number>();
  // Most cells start with a digit, and no usual text for "no value" does: their hashes need not be worked out.
  const starts = new Set([...missing].map((text) => text.charCodeAt(0)));
  for (const row of rows) {
    const cell = (row[i] ?? '').trim();
    if (cell === '') continue;
    if (starts.has(cell.charCodeAt(0)) && missing.has(cell)) tally.set(cell, (tally.get(cell) ?? 0) + 1);
    else cells.push(cell);
  }
  return { cells, tally };
}

/**
 * Whether every cell of a column has a blank before it, or behind it.
 * @param rows as they stand in the file
 * @param i its place
 */
export function isPadded(rows: readonly (readonly string[])[], i: number): boolean {
  const [first = ''] = rows[0]?.slice(i) ?? [];
  if (first.trim() === first) return false;
  const filled = rows.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== '');
  return (
    filled.length > 1 && (filled.every((cell) => cell.startsWith(' ')) || filled.every((cell) => cell.endsWith(' ')))
  );
}
