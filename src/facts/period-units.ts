const ROWS = 'rows:';

/** The name, in a document, of periods that have so many rows each. */
export const rowsUnit = (rows: number): string => `${ROWS}${String(rows)}`;

/** How many rows periods of this name have each; null for lengths of time. */
export const rowsOfUnit = (unit: string): number | null =>
  unit.startsWith(ROWS) ? Number(unit.slice(ROWS.length)) : null;
