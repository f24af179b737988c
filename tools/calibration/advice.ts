import { adviceOf } from '../../src/report/advice/advice.ts';
import { buildReport } from '../../src/report/build.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';
import { bursts, numbers } from './file-draws.ts';
import { calmReports, type ReportCell } from './findings.ts';
import { runOf, type Cells } from './reports.ts';
import { markdownTable, percent } from './tables.ts';

const COLUMNS = 20;
const SIZES = [
  [300, 200],
  [1000, 1000],
  [3000, 800],
] as const;
const stamp = { version: '0', createdAt: new Date(0) };

/** The share of seeded reports that advise to check a column where it comes from. */
export function checks({ report }: ReportCell, sizes: (typeof SIZES)[number], runs: number): number {
  const random = seededRandom(sizes[0] * 11 + sizes[1]);
  const advised = Array.from({ length: runs }, () =>
    adviceOf(buildReport(runOf(report(sizes)(random)), stamp)).some(({ kind }) => kind === 'check-data'),
  );
  return advised.filter(Boolean).length / runs;
}

const slow = numbers('AR(1) φ = 0.95');

/** A slow process with a state that it is in rarely, and long. */
const withRareState = (random: Random, size: number): Cells => {
  const state = bursts(random, size, { share: 0.02, length: 50 });
  return { numbers: slow(random, size).numbers.map((value, row) => value + 10 * (state[row] ?? 0)) };
};

/** A slow sensor that gives one value, far out, in one stretch of 7 % of the rows. */
const failing = (random: Random, size: number): Cells => {
  const start = Math.floor(random() * size * 0.9);
  return { numbers: slow(random, size).numbers.map((v, row) => (row >= start && row < start + size * 0.07 ? 100 : v)) };
};

/** So many columns, the first of which is another one in the current file. */
const withFirst =
  (before: (random: Random, size: number) => Cells, after: typeof before): ReportCell['report'] =>
  ([n, m]) =>
  (random) =>
    Array.from({ length: COLUMNS }, (_, i) => ({
      reference: before(random, n),
      current: (i === 0 ? after : before)(random, m),
    }));

/** Nothing changed. */
export const calmAdvice: readonly ReportCell[] = [
  ...calmReports.filter(({ row }) => /^(?:normal|heavy|AR)/.test(row)),
  {
    row: 'AR(1) φ = 0.95, a state 10 σ higher in 2 % of rows, 50 in a row',
    report: withFirst(withRareState, withRareState),
  },
];

/** A sensor fails among 19 that do not. */
export const failingSensor: ReportCell = {
  row: 'a slow sensor fails in 7 % of rows',
  report: withFirst(slow, failing),
};

/** Shares of reports that advise to check a column, where nothing changed and where a sensor failed. */
export function adviceTable(runs: number): string {
  const rows = [...calmAdvice, failingSensor].map((cell) => [
    cell.row,
    ...SIZES.map((sizes) => percent(checks(cell, sizes, runs))),
  ]);
  const heads = ['rows', ...SIZES.map(([n, m]) => `${String(n)} and ${String(m)}`)];
  return `Share of reports of ${String(COLUMNS)} columns with the advice to check a column, ${String(runs)} seeded reports a cell. In the last row one of them failed, in one stretch.

${markdownTable(heads, rows)}`;
}
