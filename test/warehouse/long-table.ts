import { SUMMARY_COLUMNS } from '../../src/facts/summary-file.ts';
import type { LongRow } from '../../src/warehouse/frozen-edges.ts';

export interface Sums {
  n: number | null;
  total: number | null;
  squares: number | null;
  least: number | null;
  greatest: number | null;
}

const KEYS = ['kind', 'period', 'segment', 'name', 'other', 'label', 'bin'] as const;
const SUMS = ['n', 'total', 'squares', 'least', 'greatest'] as const;

const numberOrNull = (cell: unknown): number | null => (cell === null || cell === undefined ? null : Number(cell) + 0);

/** Rows by what they are of, as JSON: no name of a column can be taken for another. */
export function byKey(rows: readonly LongRow[]): Map<string, Sums> {
  const table = new Map<string, Sums>();
  for (const row of rows) {
    const key = JSON.stringify(KEYS.map((name) => (name === 'bin' ? numberOrNull(row[name]) : (row[name] ?? null))));
    if (table.has(key)) throw new Error(`Twice: ${key}`);
    table.set(key, Object.fromEntries(SUMS.map((name) => [name, numberOrNull(row[name])])) as unknown as Sums);
  }
  return table;
}

/** Whether two numbers are the same but for the order of summing, and for what is next to nothing. */
function near(a: number | null, b: number | null, scale: number): boolean {
  if (a === null || b === null) return a === b;
  return Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-149 + 1e-9 * Math.max(scale, Math.abs(a), Math.abs(b));
}

/** What differs between two tables, as lines to look at. */
export function differences(found: ReadonlyMap<string, Sums>, wanted: ReadonlyMap<string, Sums>): string[] {
  const lines: string[] = [];
  for (const [key, sums] of wanted) {
    const other = found.get(key);
    if (other === undefined) lines.push(`lacking ${key}`);
    // A total may be the little that large terms leave of each other.
    else if (
      SUMS.some(
        (name) => !near(sums[name], other[name], name === 'total' ? Math.sqrt((sums.n ?? 0) * (sums.squares ?? 0)) : 0),
      )
    ) {
      lines.push(`${key}: ${JSON.stringify(other)} for ${JSON.stringify(sums)}`);
    }
  }
  for (const key of found.keys()) if (!wanted.has(key)) lines.push(`too many ${key}`);
  return lines;
}

/** Two summaries as one. */
export function added(one: ReadonlyMap<string, Sums>, two: ReadonlyMap<string, Sums>): Map<string, Sums> {
  const sum = new Map(one);
  const both = (a: number | null, b: number | null, how: (a: number, b: number) => number): number | null =>
    a === null ? b : b === null ? a : how(a, b);
  for (const [key, sums] of two) {
    const other = sum.get(key);
    const plus = (a: number, b: number): number => a + b;
    sum.set(
      key,
      other === undefined
        ? sums
        : {
            n: both(sums.n, other.n, plus),
            total: both(sums.total, other.total, plus),
            squares: both(sums.squares, other.squares, plus),
            least: both(sums.least, other.least, Math.min),
            greatest: both(sums.greatest, other.greatest, Math.max),
          },
    );
  }
  return sum;
}

export const kindOf = (key: string): string => (JSON.parse(key) as string[])[0] ?? '';
export const hasAllColumns = (row: LongRow): boolean => SUMMARY_COLUMNS.every((name) => name in row);
