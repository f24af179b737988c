import { adjust } from '../../src/analysis/adjust.ts';
import { categoricalResult, numericResult } from '../../src/analysis/column-result.ts';
import { parseConfig } from '../../src/analysis/config.ts';
import { plan, thresholds, type ColumnJob } from '../../src/analysis/plan.ts';
import type { ColumnResult, ColumnSchema } from '../../src/analysis/results.ts';
import type { DriftState } from '../../src/report/document.ts';
import { driftState } from '../../src/report/verdict.ts';
import { tableFromCodes } from '../../src/stats/frequency-table.ts';
import { seededRandom, type Random } from '../../src/stats/random.ts';
import { drawCodes, type Draw } from './draws.ts';

const config = parseConfig();

/** One column of both files, compared as the app does. */
export type Column = (random: Random) => ColumnResult;

function jobOf(type: 'numeric' | 'categorical'): ColumnJob {
  const sides = ['reference', 'current'] as const;
  const schema: ColumnSchema = {
    ...{ name: 'x', type, role: 'feature', typeReason: '', roleReason: '' },
    presentIn: [...sides],
  };
  const [job] = plan([schema], sides, config).jobs;
  if (job === undefined) throw new Error('no job');
  return job;
}

const jobs = { numeric: jobOf('numeric'), categorical: jobOf('categorical') };

/** A numeric column of n and m rows; `change` makes the current values from ones like the reference's. */
export const numericColumn =
  (
    draw: Draw,
    n: number,
    m: number,
    change: (values: Float64Array, random: Random) => Float64Array = (v) => v,
  ): Column =>
  (random) => {
    const columns = {
      reference: { values: draw(random, n), missing: null },
      current: { values: change(draw(random, m), random), missing: null },
    };
    return numericResult(jobs.numeric, columns, { coerced: {}, axis: null, room: {} });
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
    const tables = {
      reference: tableFromCodes(codes.reference, names),
      current: tableFromCodes(codes.current, names),
    };
    return categoricalResult(jobs.categorical, tables, { coerced: {}, codes });
  };

/** The states of the columns of one report. */
export function statesOf(columns: readonly ColumnResult[]): DriftState[] {
  return adjust(columns, config).map(({ drift }) => {
    if (drift === null || 'notTested' in drift) return 'notTested';
    const form = drift.evidence.method === 'ks' ? 'numeric' : 'frequencies';
    return driftState(drift, { alpha: config.alpha, ...thresholds('x', form, config) });
  });
}

/** How often each state occurs, over seeded runs of one column. */
export function shares(column: Column, runs: number, seed: number): Record<DriftState, number> {
  const random = seededRandom(seed);
  const found = { changed: 0, stable: 0, insufficient: 0, notTested: 0 };
  for (let run = 0; run < runs; run++) for (const state of statesOf([column(random)])) found[state] += 1 / runs;
  return found;
}

/** The share of seeded reports of so many columns in which any is called changed. */
export function reportsWithAlarm(
  column: Column,
  { columns, runs, seed }: { columns: number; runs: number; seed: number },
): number {
  const random = seededRandom(seed);
  let alarms = 0;
  for (let run = 0; run < runs; run++) {
    const results = Array.from({ length: columns }, () => column(random));
    if (statesOf(results).includes('changed')) alarms++;
  }
  return alarms / runs;
}

/** α, and three standard errors of a share of so many runs. */
export const bound = (runs: number, { alpha } = config): number => alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / runs);
