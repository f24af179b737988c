/** In longer files the memory of a process is looked for in so many rows from their middle. */
const WINDOW_ROWS = 131_072;

/**
 * The rows in which the memory of a process is looked for.
 * @param rows how many there are
 * @returns all of up to 262 144, else 131 072 from the middle
 */
export function orderWindow(rows: number): { start: number; end: number } {
  if (rows <= 2 * WINDOW_ROWS) return { start: 0, end: rows };
  const start = Math.floor((rows - WINDOW_ROWS) / 2);
  return { start, end: start + WINDOW_ROWS };
}
