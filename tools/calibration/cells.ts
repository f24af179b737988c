import type { Random } from '../../src/stats/random.ts';
import { changes, levelCounts, numericDraws } from './draws.ts';
import { categoricalColumn, numericColumn, reportShares, shares, type Column, type Shares } from './simulate.ts';

export const sizes = [30, 100, 300, 1000, 5000] as const;
/** Sizes at which changes are looked for. */
export const powerSizes = [100, 300, 1000, 5000] as const;

/** One entry of a table: a column, and how many rows it has. */
export interface Cell {
  table: 'calm' | 'reports' | 'power';
  row: string;
  n: number;
  m: number;
  column: Column;
}

export type Measured = Omit<Cell, 'column'> & Shares;

const pairs = sizes.flatMap((n) => sizes.map((m) => ({ n, m })));
const { normal } = numericDraws;
if (normal === undefined) throw new Error('no normal draw');

/** A rate that rises from 2 % to 3 %. */
const rate =
  (share: number) =>
  (random: Random, size: number): Int32Array =>
    Int32Array.from({ length: size }, () => Number(random() < share));

export const cells: Cell[] = [
  ...Object.entries(numericDraws).flatMap(([row, draw]) =>
    pairs.map(({ n, m }): Cell => ({ table: 'calm', row, n, m, column: numericColumn(draw, n, m) })),
  ),
  ...levelCounts.flatMap((levels) =>
    pairs.map(({ n, m }): Cell => ({
      table: 'calm',
      row: `${String(levels)} categories`,
      n,
      m,
      column: categoricalColumn({ levels, n, m }),
    })),
  ),
  ...[100, 1000].map((n): Cell => ({
    table: 'reports',
    row: '20 normal columns',
    n,
    m: n,
    column: numericColumn(normal, n, n),
  })),
  ...Object.entries(changes).flatMap(([row, change]) =>
    powerSizes.map((n): Cell => ({ table: 'power', row, n, m: n, column: numericColumn(normal, n, n, change) })),
  ),
  ...powerSizes.map((n): Cell => ({
    table: 'power',
    row: 'rate from 2 % to 3 %',
    n,
    m: n,
    column: categoricalColumn({ levels: 2, n, m: n, before: rate(0.02), after: rate(0.03) }),
  })),
];

/** Columns of one report, where whole reports are counted. */
const COLUMNS = 20;

export function measure({ column, ...cell }: Cell, runs: number): Measured {
  const seed = cell.n * 7919 + cell.m;
  if (cell.table === 'reports') return { ...cell, ...reportShares(column, { columns: COLUMNS, runs, seed }) };
  return { ...cell, ...shares(column, runs, seed) };
}
