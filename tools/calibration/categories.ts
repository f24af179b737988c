import { skewedCodes } from './file-draws.ts';
import type { drawCodes } from './draws.ts';
import { categoricalColumn, shares, type Column } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

type DrawCodes = typeof drawCodes;

/** A column of two levels, the second with this share of the rows. */
const rate =
  (share: number): DrawCodes =>
  (random, size) =>
    Int32Array.from({ length: size }, () => Number(random() < share));

const skewed = (levels: number, n: number, m: number): Column =>
  categoricalColumn({ levels, n, m, before: skewedCodes });
const rates = (before: number, after: number, rows: number): Column =>
  categoricalColumn({ levels: 2, n: rows, m: rows, before: rate(before), after: rate(after) });

interface CategoryCell {
  row: string;
  column: Column;
}

/** Categories of falling frequency, most of them rare, in which nothing changed; and rates as rare. */
export const calmCategories: CategoryCell[] = [
  ...[
    [500, 6000, 100],
    [500, 6000, 300],
    [500, 20_000, 200],
    [500, 300, 300],
    [50, 100, 1000],
  ].map(([levels = 0, n = 0, m = 0]) => ({
    row: `${String(levels)} skewed categories, ${String(n)} and ${String(m)} rows`,
    column: skewed(levels, n, m),
  })),
  { row: 'rate of 2 %, 5000 rows a side', column: rates(0.02, 0.02, 5000) },
  { row: 'rate of 0.2 %, 5000 rows a side', column: rates(0.002, 0.002, 5000) },
];

export const changedCategories: CategoryCell[] = [
  { row: 'rate from 2 % to 6 %, 1000 rows a side', column: rates(0.02, 0.06, 1000) },
  { row: 'rate from 2 % to 6 %, 5000 rows a side', column: rates(0.02, 0.06, 5000) },
  { row: 'rate from 0.2 % to 0.6 %, 5000 rows a side', column: rates(0.002, 0.006, 5000) },
  { row: 'rate from 5.9 % to 2.0 %, 1000 rows a side', column: rates(0.059, 0.02, 1000) },
  { row: 'rate from 2 % to 3 %, 5000 rows a side', column: rates(0.02, 0.03, 5000) },
];

/** How often columns of rare categories are called changed. */
export function categoryTables(runs: number): string {
  const rows = (cells: readonly CategoryCell[]): string[][] =>
    cells.map(({ row, column }, i) => [row, percent(shares(column, runs, 900 + i).changed)]);
  return `**Rare categories**, ${String(runs)} seeded runs a row. Nothing changed:

${markdownTable(['', '`changed`'], rows(calmCategories))}

Something changed (a rate from 2 % to 3 % is neither 5 points nor twice as much, and not meant to be called):

${markdownTable(['', '`changed`'], rows(changedCategories))}`;
}
