import { adjust } from '../../src/analysis/compare/adjust.ts';
import { categoricalResult, numericResult } from '../../src/analysis/run/column-result.ts';
import { comparedAs } from '../../src/facts/methods.ts';
import { parseConfig, type Config } from '../../src/facts/settings/settings.ts';
import { mapSides } from '../../src/facts/document/sides.ts';
import { levelSummaries, numberSummaries } from '../../test/analysis/summaries.ts';
import { plan, thresholds, type ColumnJob } from '../../src/analysis/run/plan.ts';
import type { ColumnSchema } from '../../src/facts/document/columns.ts';
import type { ColumnResult } from '../../src/facts/document/drift.ts';
import { driftState } from '../../src/report/verdict/verdict.ts';
import { tableFromCodes } from '../../src/stats/describe/frequency-table.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';
import { drawCodes, type Draw } from './draws.ts';

export type Tests = Config['tests'];

const config = parseConfig();

/** One column of both files, compared as the app does. */
export type Column = (random: Random) => ColumnResult;

function jobOf(type: 'numeric' | 'categorical'): ColumnJob {
  const sides = ['reference', 'current'] as const;
  const schema: ColumnSchema = {
    ...{
      name: 'x',
      type,
      role: 'feature',
      typeReason: { kind: 'no-values', values: {} },
      roleReason: { kind: 'nothing-else', values: {} },
    },
    presentIn: [...sides],
  };
  const [job] = plan([schema], sides, config).jobs;
  if (job === undefined) throw new Error('no job');
  return job;
}

export const jobs = { numeric: jobOf('numeric'), categorical: jobOf('categorical') };

/** A numeric column of n and m rows; `change` makes the current values from ones like the reference's. */
export const numericColumn =
  (
    draw: Draw,
    n: number,
    m: number,
    change: (values: Float64Array, random: Random) => Float64Array = (v) => v,
  ): Column =>
  (random) => {
    const columns = { reference: draw(random, n), current: change(draw(random, m), random) };
    return numericResult(jobs.numeric, numberSummaries(columns));
  };

/** A column of categories; `before` and `after` draw the codes where not all levels are equally frequent. */
interface Categories {
  levels: number;
  n: number;
  m: number;
  before?: typeof drawCodes;
  after?: typeof drawCodes;
}

/** A column of categories of n and m rows. */
export const categoricalColumn =
  ({ levels, n, m, before = drawCodes, after = before }: Categories): Column =>
  (random) => {
    const names = Array.from({ length: levels }, (_, i) => `level ${String(i)}`);
    const codes = { reference: before(random, n, levels), current: after(random, m, levels) };
    const tables = mapSides(codes, (some) => tableFromCodes(some, names));
    return categoricalResult(jobs.categorical, levelSummaries(tables, codes));
  };

/** How the columns of one report are judged. */
export interface Judged {
  /** Called changed by the calibrated rule. */
  changed: boolean;
  /** The evidence alone: q < α, whatever the size of the effect. */
  evident: boolean;
  /** Called drifted by Evidently's defaults. */
  evidently: boolean;
}

function judge(columns: readonly ColumnResult[], tests: Tests = config.tests): Judged[] {
  return adjust(columns, { ...config, tests }).map(({ drift, scores }) => {
    const evidently = scores.some(({ drifted }) => drifted);
    if (drift === null || 'notTested' in drift) return { changed: false, evident: false, evidently };
    const form = comparedAs(drift.effect) === 'numeric' ? 'numeric' : 'frequencies';
    const state = driftState(drift, { alpha: config.alpha, ...thresholds('x', form, config) });
    return { changed: state === 'changed', evident: (drift.evidence.qValue ?? 1) < config.alpha, evidently };
  });
}

export type Shares = Record<keyof Judged, number>;

function shared(judged: readonly Judged[]): Shares {
  const shareOf = (key: keyof Judged): number => judged.filter((one) => one[key]).length / judged.length;
  return { changed: shareOf('changed'), evident: shareOf('evident'), evidently: shareOf('evidently') };
}

/** The shares of seeded runs of one column that are judged so, by the usual tests or by others. */
export function shares(column: Column, runs: number, seed: number, tests?: Tests): Shares {
  const random = seededRandom(seed);
  return shared(Array.from({ length: runs }, () => judge([column(random)], tests)).flat());
}

/** The same by each of several tests, on the same columns. */
export function sharesByTest(
  column: Column,
  { tests, runs, seed }: { tests: readonly Tests[]; runs: number; seed: number },
): Shares[] {
  const random = seededRandom(seed);
  const columns = Array.from({ length: runs }, () => column(random));
  return tests.map((test) => shared(columns.flatMap((one) => judge([one], test))));
}

/** The shares of seeded reports of so many columns in which any is judged so. */
export function reportShares(
  column: Column,
  { columns, runs, seed }: { columns: number; runs: number; seed: number },
): Shares {
  const random = seededRandom(seed);
  const reports = Array.from({ length: runs }, () => judge(Array.from({ length: columns }, () => column(random))));
  const any = (key: keyof Judged): number => reports.filter((report) => report.some((one) => one[key])).length / runs;
  return { changed: any('changed'), evident: any('evident'), evidently: any('evidently') };
}

/** α, and three standard errors of a share of so many runs. */
export const bound = (runs: number, { alpha } = config): number => alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / runs);
