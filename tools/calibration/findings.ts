import { seededRandom, type Random } from '../../src/stats/random.ts';
import { levelsWithGaps, numbers, skewedCodes, withGaps } from './file-draws.ts';
import type { FindingKind } from '../../src/facts/statements/findings.ts';
import { alarms, type Alarms, type BothFiles, type Cells } from './reports.ts';
import { markdownTable, percent } from './tables.ts';

/** Rows of the reference and of the current file. */
type Sizes = readonly [n: number, m: number];

/** Reports in which nothing changed, or something did. */
export interface ReportCell {
  row: string;
  report: (sizes: Sizes) => (random: Random) => BothFiles[];
}

const COLUMNS = 20;

/** So many columns whose files are drawn alike. */
const alike =
  (draw: (random: Random, size: number) => Cells): ReportCell['report'] =>
  ([n, m]) =>
  (random) =>
    Array.from({ length: COLUMNS }, () => ({ reference: draw(random, n), current: draw(random, m) }));

/** Reports of 20 columns in which nothing changed. */
export const calmReports: ReportCell[] = [
  { row: 'normal', report: alike(numbers('normal')) },
  { row: 'heavy-tailed', report: alike(numbers('heavy-tailed')) },
  { row: 'tied integers', report: alike(numbers('tied integers')) },
  { row: 'zero-inflated', report: alike(numbers('zero-inflated')) },
  { row: 'AR(1) φ = 0.5', report: alike(numbers('AR(1) φ = 0.5')) },
  { row: 'AR(1) φ = 0.95', report: alike(numbers('AR(1) φ = 0.95')) },
  {
    row: '200 skewed categories',
    report: alike((random, size) => ({ codes: skewedCodes(random, size, 200), levels: 200 })),
  },
  { row: '5 % missing, single rows', report: alike(withGaps({ share: 0.05, length: 1 })) },
  { row: '5 % missing, bursts of 10', report: alike(withGaps({ share: 0.05, length: 10 })) },
  { row: '5 % missing, bursts of 50', report: alike(withGaps({ share: 0.05, length: 50 })) },
  { row: '30 % missing, bursts of 20', report: alike(withGaps({ share: 0.3, length: 20 })) },
  { row: '1 % missing, bursts of 30', report: alike(withGaps({ share: 0.01, length: 30 })) },
  { row: '5 categories, 5 % missing, bursts of 10', report: alike(levelsWithGaps({ share: 0.05, length: 10 })) },
];

export const calmSizes: readonly Sizes[] = [
  [100, 100],
  [1000, 1000],
  [10_000, 10_000],
  [1000, 100],
  [100, 1000],
];

/** Reports in whose first column something changed, and which finding says so. */
export interface ChangedCell extends ReportCell {
  kind: FindingKind;
}

/** 19 normal columns in which nothing changed beside one in which something did. */
const amongCalm =
  (
    before: (random: Random, size: number) => Cells,
    after: (random: Random, size: number) => Cells,
  ): ReportCell['report'] =>
  ([n, m]) =>
  (random) => [{ reference: before(random, n), current: after(random, m) }, ...calmNeighbours([n, m], random)];

const calmNeighbours = ([n, m]: Sizes, random: Random): BothFiles[] =>
  Array.from({ length: COLUMNS - 1 }, () => ({
    reference: numbers('normal')(random, n),
    current: numbers('normal')(random, m),
  }));

const normal = numbers('normal');
const moved =
  (share: number, by: number) =>
  (random: Random, size: number): Cells => ({
    numbers: normal(random, size).numbers.map((value) => (random() < share ? value + by : value)),
  });
const levels = (random: Random, size: number): { codes: Int32Array; levels: number } => ({
  codes: skewedCodes(random, size, 10),
  levels: 10,
});
/** Every code of a kind as another one. */
const recoded =
  (code: (code: number, random: Random) => number) =>
  (random: Random, size: number): Cells => ({
    codes: levels(random, size).codes.map((one) => code(one, random)),
    levels: 11,
  });

export const changedReports: ChangedCell[] = [
  { row: '2 % of rows moved by 8 σ', kind: 'outliers', report: amongCalm(normal, moved(0.02, 8)) },
  { row: '2 % of rows moved by 4 σ', kind: 'out-of-range', report: amongCalm(normal, moved(0.02, 4)) },
  {
    row: 'one row a thousand σ away',
    kind: 'outliers',
    report: amongCalm(normal, (random, size) => {
      const cells = normal(random, size);
      cells.numbers[0] = 1000;
      return cells;
    }),
  },
  {
    row: 'a new category, 3 % of rows',
    kind: 'new-categories',
    report: amongCalm(
      levels,
      recoded((code, random) => (random() < 0.03 ? 10 : code)),
    ),
  },
  {
    row: 'a category of 11 % gone',
    kind: 'vanished-categories',
    report: amongCalm(
      levels,
      recoded((code) => (code === 2 ? 0 : code)),
    ),
  },
  {
    row: 'one value in every row',
    kind: 'constant',
    report: amongCalm(normal, (_, size) => ({ numbers: new Float64Array(size) })),
  },
  {
    row: 'one value in 98 % of rows',
    kind: 'almost-constant',
    report: amongCalm(normal, (random, size) => ({
      numbers: normal(random, size).numbers.map((value) => (random() < 0.98 ? 0 : value)),
    })),
  },
  {
    row: 'missing from 2 % to 6 %, single rows',
    kind: 'missing',
    report: amongCalm(withGaps({ share: 0.02, length: 1 }), withGaps({ share: 0.06, length: 1 })),
  },
  {
    row: 'missing from 2 % to 6 %, bursts of 10',
    kind: 'missing',
    report: amongCalm(withGaps({ share: 0.02, length: 10 }), withGaps({ share: 0.06, length: 10 })),
  },
  {
    row: 'missing from 0 % to 20 %, bursts of 10',
    kind: 'missing',
    report: amongCalm(normal, withGaps({ share: 0.2, length: 10 })),
  },
];

export const changedSizes: readonly Sizes[] = [
  [100, 100],
  [1000, 1000],
  [10_000, 10_000],
];

const named = ([n, m]: Sizes): string => (n === m ? String(n) : `${String(n)} and ${String(m)}`);

/** Fewer reports leave it open whether one in twenty is loud. */
const LEAST_RUNS = 100;

/** How many runs a cell: long files take longer. */
const runsOf = (runs: number, [n, m]: Sizes): number =>
  Math.min(runs, Math.max(LEAST_RUNS, Math.round(runs / Math.max(1, (n + m) / 4000))));

/** What is loud in the reports of a cell. */
export const loudIn = ({ report }: ReportCell, sizes: Sizes, runs: number): Alarms =>
  alarms(report(sizes), { runs, random: seededRandom(sizes[0] * 7 + sizes[1]) });

/** Shares of reports with any finding of medium or high severity, and of those in which one says what changed. */
export function findingTables(runs: number): string {
  const table = <Cell extends ReportCell>(
    cells: readonly Cell[],
    sizes: readonly Sizes[],
    share: (cell: Cell, found: Alarms) => number,
  ): string =>
    markdownTable(
      ['rows', ...sizes.map(named)],
      cells.map((cell) => [
        cell.row,
        ...sizes.map((size) => percent(share(cell, loudIn(cell, size, runsOf(runs, size))))),
      ]),
    );
  return `**Nothing changed.** Share of reports of ${String(COLUMNS)} columns with any finding of medium or high severity, ${String(runs)} seeded reports a cell (${String(LEAST_RUNS)} of
long files). That a column emptied is not counted: it is a fact about the rows, and bursts of 50 rows do empty columns of 100.

${table(calmReports, calmSizes, (_, { share }) => share)}

**Something changed** in one of ${String(COLUMNS)} columns: share of reports with a finding of medium or high severity that says so.

${table(changedReports, changedSizes, ({ kind }, { kinds }) => kinds[kind] ?? 0)}`;
}
