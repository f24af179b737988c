import { correlationChanges } from '../../src/analysis/compare/correlation-changes.ts';
import { categoryMatrix } from '../../src/analysis/compare/correlation-matrices.ts';
import { categoricalResult } from '../../src/analysis/run/column-result.ts';
import type { CorrelationMatrix } from '../../src/facts/document/distribution.ts';
import { mapSides } from '../../src/facts/document/sides.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { normalQuantile } from '../../src/stats/distributions/normal.ts';
import { tableFromCodes } from '../../src/stats/describe/frequency-table.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';
import { levelSummaries } from '../../test/analysis/summaries.ts';
import { autoregressive, normal, type Draw } from './draws.ts';
import { bound, jobs } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

const config = parseConfig();
const SEED = 13;
const COLUMNS = 8;
const MINIMUM = 0.1;

/** Categories of several columns of one file, as codes. */
type DrawCategories = (random: Random, rows: number) => Int32Array[];

export interface AssociationCell {
  before: DrawCategories;
  after?: DrawCategories;
  rows: readonly [reference: number, current: number];
}

/** Cramér's V of two files, tested as the app does. */
export function associationsIn(columns: Record<'reference' | 'current', Int32Array[]>): CorrelationMatrix {
  const names = columns.reference.map((_, i) => `c${String(i)}`);
  const sides = mapSides(columns, (side) => categoryMatrix(side.map((codes) => Float64Array.from(codes))));
  const results = names.map((name, i) => {
    const codes = mapSides(columns, (side) => side[i] ?? new Int32Array());
    const levels = Object.values(codes).reduce((largest, some) => Math.max(largest, ...some), 0) + 1;
    const levelNames = Array.from({ length: levels }, (_, level) => String(level));
    const tables = mapSides(codes, (some) => tableFromCodes(some, levelNames));
    return categoricalResult({ ...jobs.categorical, name }, levelSummaries(tables, codes));
  });
  const [matrix] = correlationChanges(
    [
      {
        ...{ method: 'cramers_v', columns: names, columnsLeftOut: 0, sampled: false, spreads: {} },
        rowsUsed: mapSides(sides, ({ rows }) => rows),
        values: mapSides(sides, ({ cramersV }) => cramersV),
        associations: mapSides(sides, ({ associations }) => associations),
      },
    ],
    results,
    config,
  );
  if (matrix === undefined) throw new Error('no matrix');
  return matrix;
}

/** Shares of levels → a level for a normal value. */
function leveller(shares: readonly number[]): (value: number) => number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let reached = 0;
  const limits = shares.slice(0, -1).map((share) => normalQuantile((reached += share / total)));
  return (value) => {
    const level = limits.findIndex((limit) => value < limit);
    return level === -1 ? limits.length : level;
  };
}

const alikeLevels = (count: number): number[] => new Array<number>(count).fill(1);
const skewedLevels = (count: number): number[] => Array.from({ length: count }, (_, i) => 1 / (i + 1) ** 2);

interface Related {
  draw: Draw;
  /** The correlation of what the levels are made of: of all pairs, or of the first two columns alone. */
  r: number;
  pairs: 'all' | 'first';
  shares: readonly number[];
}

/** Columns of levels cut from normal columns. */
const related =
  ({ draw, r, pairs, shares }: Related): DrawCategories =>
  (random, rows) => {
    const common = draw(random, rows);
    const level = leveller(shares);
    return Array.from({ length: COLUMNS }, (_, i) => {
      const own = draw(random, rows);
      const share = pairs === 'all' || i < 2 ? r : 0;
      return Int32Array.from(own, (value, row) =>
        level(Math.sqrt(share) * common[row]! + Math.sqrt(1 - share) * value),
      );
    });
  };

const independent: Draw = (random, size) => Float64Array.from({ length: size }, () => normal(random));
const slow = autoregressive(0.9);

const calm = (related_: DrawCategories, n: number, m = n): AssociationCell => ({ before: related_, rows: [n, m] });
const all = (draw: Draw, r: number, shares: readonly number[]): DrawCategories =>
  related({ draw, r, pairs: 'all', shares });
const firstPair = (draw: Draw, r: number, shares: readonly number[]): DrawCategories =>
  related({ draw, r, pairs: 'first', shares });

/** Files in which nothing changed. */
export const calmAssociations: Record<string, AssociationCell> = {
  '2 categories, no relation, 60 and 60': calm(all(independent, 0, alikeLevels(2)), 60),
  '2 categories, no relation, 500 and 500': calm(all(independent, 0, alikeLevels(2)), 500),
  '2 categories, one of 2 %, all pairs related, 1000 and 1000': calm(all(independent, 0.7, [98, 2]), 1000),
  '5 categories, no relation, 2000 and 200': calm(all(independent, 0, alikeLevels(5)), 2000, 200),
  '5 categories, all pairs related, 500 and 500': calm(all(independent, 0.5, alikeLevels(5)), 500),
  '5 categories, closely related, 500 and 100': calm(all(independent, 0.95, alikeLevels(5)), 500, 100),
  '12 skewed categories, all pairs related, 500 and 500': calm(all(independent, 0.5, skewedLevels(12)), 500),
  '40 categories, no relation, 1000 and 300': calm(all(independent, 0, alikeLevels(40)), 1000, 300),
  '3 categories that stay (AR .9), no relation, 2000 and 500': calm(all(slow, 0, alikeLevels(3)), 2000, 500),
  '3 categories that stay (AR .9), all pairs related, 2000 and 2000': calm(all(slow, 0.5, alikeLevels(3)), 2000),
};

const changing = (draw: Draw, shares: readonly number[], r: [number, number], rows: number): AssociationCell => ({
  ...{ before: firstPair(draw, r[0], shares), after: firstPair(draw, r[1], shares), rows: [rows, rows] },
});

/** Files in which the first pair of columns changed, among 28 pairs. */
export const changedAssociations: Record<string, AssociationCell> = {
  '3 categories, V about 0.2 to 0.5, 500 and 500': changing(independent, alikeLevels(3), [0.3, 0.75], 500),
  '2 categories, V about 0.1 to 0.4, 1000 and 1000': changing(independent, alikeLevels(2), [0.16, 0.6], 1000),
  '12 skewed categories, no relation to a clear one, 500 and 500': changing(
    independent,
    skewedLevels(12),
    [0, 0.8],
    500,
  ),
  '3 categories that stay (AR .9), V about 0.2 to 0.6, 2000 and 2000': changing(
    slow,
    alikeLevels(3),
    [0.3, 0.85],
    2000,
  ),
};

/** Shares of seeded reports with any changed pair, with the first pair changed, with the largest difference beyond chance, and with any that moved by 0.1. */
export function associationShares({ before, after = before, rows }: AssociationCell, runs: number) {
  const random = seededRandom(SEED);
  let [any, first, beyond, moved] = [0, 0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const { changedMost, tested } = associationsIn({
      ...{ reference: before(random, rows[0]), current: after(random, rows[1]) },
    });
    any += Number(changedMost.some(({ changed }) => changed));
    first += Number(changedMost.some(({ a, b, changed }) => changed && a === 'c0' && b === 'c1'));
    beyond += Number(tested !== undefined && tested.largest > tested.largestByChance);
    moved += Number(changedMost.some(({ difference }) => Math.abs(difference) >= MINIMUM));
  }
  return { any: any / runs, first: first / runs, beyond: beyond / runs, moved: moved / runs };
}

/** Reports of eight columns of categories in which nothing changed beside such in which one pair did. */
export function associationTables(runs: number): string {
  const calmRows = Object.entries(calmAssociations).map(([name, cell]) => {
    const { any, beyond, moved } = associationShares(cell, runs);
    return [name, percent(any), percent(beyond), percent(moved)];
  });
  const changedRows = Object.entries(changedAssociations).map(([name, cell]) => [
    name,
    percent(associationShares(cell, runs).first),
  ]);
  return `**Relations of categories.** Reports of eight columns (28 pairs, by Cramér’s V), ${String(runs)} seeded ones a cell. Nothing changed: share of reports with any pair called changed, of those in which the
largest difference is beyond what chance alone is said to make, and of those in which any pair differs by 0.1 or more. Up to ${percent(bound(runs))} is within three standard errors of α.

${markdownTable(['nothing changed', 'any pair changed', 'largest beyond chance', 'any by its size alone'], calmRows)}

One pair changed: share of reports in which it is called changed.

${markdownTable(['one pair changed', 'called'], changedRows)}`;
}
