import type { NumberColumn } from '../../engine/columns/decode.ts';
import type { TextSummary } from '../../engine/columns/columns.ts';
import { cumulativeCurves } from '../../stats/describe/cumulative.ts';
import { ecdf, type Ecdf } from '../../stats/describe/ecdf.ts';
import type { EcdfRoom } from '../../stats/describe/ecdf-room.ts';
import { withLongerTime, type EffectiveSize } from '../../stats/adjust/effective-size.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { categoricalQuality, numericQuality, textQuality } from '../summarise/column-quality.ts';
import { compareCategories, compareNumbers, type Compared } from '../compare/compare.ts';
import { allRows, categorySize, numericSize } from '../compare/effective.ts';
import { evidentlyScore } from '../compare/evidently.ts';
import { findOutliers, type Pair } from '../summarise/outliers.ts';
import { categoricalDistribution, numericDistribution } from '../summarise/distributions.ts';
import { periodMeans, type PeriodAxis } from '../summarise/periods.ts';
import type { ColumnJob } from './plan.ts';
import type { ColumnResult, OverTime, PerSide, Side } from '../../facts/results.ts';
import { mapSides } from '../../facts/sides.ts';

/** The time axis of both files, shared by every column of a run. */
export interface SharedAxis {
  timeColumn: string;
  unit: string;
  axes: PerSide<PeriodAxis>;
}

const notCompared = (job: ColumnJob): Compared | null =>
  job.notCompared === null ? null : { notTested: job.notCompared };

/** Everything about a numeric or time column, from its values in row order. */
export function numericResult(
  job: ColumnJob,
  columns: PerSide<NumberColumn>,
  more: { coerced: PerSide<number>; axis: SharedAxis | null; room: PerSide<EcdfRoom> },
): ColumnResult {
  const curves = curvesOf(columns, more.room);
  const alone = {
    name: job.name,
    quality: mapSides(curves, (column, side) => numericQuality(column, job.type, more.coerced[side] ?? 0)),
    ...drawnResult(job, curves),
    overTime: more.axis !== null && job.type === 'numeric' ? overTime(columns, more.axis) : null,
  };
  const { reference, current } = curves;
  const { compare } = job;
  if (compare === null || reference === undefined || current === undefined) return { ...alone, ...uncompared(job) };
  const pair = { reference, current };
  const filled = reference.size > 0 && current.size > 0;
  return {
    ...alone,
    cumulative: filled ? cumulativeCurves(reference, current) : null,
    drift: compared(pair, columns),
  };
}

/** What remains of a column that could not be worked out: its reason. */
export function failedResult({ name }: ColumnJob, error: unknown): ColumnResult {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return {
    ...{ name, quality: {}, distribution: null, cumulative: null, overTime: null, scores: [] },
    drift: { notTested: `it could not be worked out: ${reason}` },
  };
}

/** What bins and Evidently's settings decide. */
export type Drawn = Pick<ColumnResult, 'distribution' | 'scores'>;

/** The sorted form of both sides. */
export const curvesOf = (columns: PerSide<NumberColumn>, room: PerSide<EcdfRoom>): PerSide<Ecdf> =>
  mapSides(columns, ({ values, missing }, side) => ecdf(values, missing, room[side]));

/** The part of a numeric column that is made anew when its bins or Evidently's method change. */
export function drawnResult(job: ColumnJob, curves: PerSide<Ecdf>): Drawn {
  const { reference, current } = curves;
  const distribution = numericDistribution(curves, job);
  if (job.compare === null || job.type !== 'numeric' || reference === undefined || current === undefined) {
    return { distribution, scores: [] };
  }
  return { distribution, scores: [evidentlyScore({ kind: 'numeric', reference, current }, job.compare.evidently)] };
}

/** What stands where nothing was compared. */
const uncompared = (job: ColumnJob): Pick<ColumnResult, 'cumulative' | 'drift' | 'scores'> => ({
  cumulative: null,
  drift: notCompared(job),
  scores: [],
});

function compared(pair: Pair, columns: PerSide<NumberColumn>): Compared {
  const size = (side: Side): EffectiveSize => {
    const column = columns[side];
    return column === undefined ? allRows(pair[side].size) : numericSize(column, pair[side]);
  };
  const sizes = withLongerTime(size('reference'), size('current'));
  return compareNumbers(pair, sizes, () => findOutliers(pair, columns));
}

function overTime(columns: PerSide<NumberColumn>, { timeColumn, unit, axes }: SharedAxis): OverTime {
  const periods = mapSides(columns, ({ values, missing }, side) => {
    const axis = axes[side];
    return axis === undefined ? [] : periodMeans(values, axis, missing);
  });
  return { timeColumn, unit, periods };
}

/** Everything about a column of categories. */
export function categoricalResult(
  job: ColumnJob,
  tables: PerSide<FrequencyTable>,
  more: { coerced: PerSide<number>; codes: PerSide<Int32Array> },
): ColumnResult {
  const alone = {
    name: job.name,
    quality: mapSides(tables, (table, side) => categoricalQuality(table, more.coerced[side] ?? 0)),
    distribution: categoricalDistribution(tables),
    overTime: null,
  };
  const { reference, current } = tables;
  const { compare } = job;
  if (compare === null || reference === undefined || current === undefined) return { ...alone, ...uncompared(job) };
  const size = (side: Side, table: FrequencyTable): EffectiveSize => {
    const codes = more.codes[side];
    return codes === undefined ? allRows(table.size) : categorySize(codes, table.size);
  };
  const sizes = withLongerTime(size('reference', reference), size('current', current));
  return {
    ...alone,
    cumulative: null,
    drift: compareCategories(reference, current, { sizes, seed: compare.seed }),
    scores: [evidentlyScore({ kind: 'categorical', reference, current }, compare.evidently)],
  };
}

/** Everything about a column of texts or identifiers: quality alone. */
export function summaryResult(job: ColumnJob, summaries: PerSide<TextSummary>, coerced: PerSide<number>): ColumnResult {
  return {
    name: job.name,
    quality: mapSides(summaries, (summary, side) => textQuality(summary, coerced[side] ?? 0)),
    distribution: null,
    overTime: null,
    ...uncompared(job),
  };
}
