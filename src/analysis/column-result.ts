import type { NumberColumn } from '../engine/decode.ts';
import type { TextSummary } from '../engine/columns.ts';
import { cumulativeCurves } from '../stats/cumulative.ts';
import { ecdf, type EcdfRoom } from '../stats/ecdf.ts';
import type { EffectiveSize } from '../stats/effective-size.ts';
import type { FrequencyTable } from '../stats/frequency-table.ts';
import { categoricalQuality, numericQuality, textQuality } from './column-quality.ts';
import { compareCategories, compareNumbers, type Compared } from './compare.ts';
import { allRows, categorySize, numericSize } from './effective.ts';
import { findOutliers, type Pair } from './outliers.ts';
import { categoricalDistribution, numericDistribution } from './distributions.ts';
import { periodMeans, type PeriodAxis } from './periods.ts';
import type { ColumnJob, Comparison } from './plan.ts';
import type { ColumnResult, OverTime, PerSide, Side } from './results.ts';
import { mapSides } from './sides.ts';

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
  const curves = mapSides(columns, ({ values, missing }, side) => ecdf(values, missing, more.room[side]));
  const { reference, current } = curves;
  const both = reference !== undefined && current !== undefined && reference.size > 0 && current.size > 0;
  const { compare } = job;
  return {
    name: job.name,
    quality: mapSides(curves, (column, side) => numericQuality(column, job.type, more.coerced[side] ?? 0)),
    distribution: numericDistribution(curves, job.type),
    cumulative: both && compare !== null ? cumulativeCurves(reference, current) : null,
    overTime: more.axis !== null && job.type === 'numeric' ? overTime(columns, more.axis) : null,
    drift:
      compare !== null && reference !== undefined && current !== undefined
        ? compared({ reference, current }, columns, compare)
        : notCompared(job),
  };
}

function compared(pair: Pair, columns: PerSide<NumberColumn>, { ordered }: Comparison): Compared {
  const size = (side: Side): EffectiveSize => {
    const column = columns[side];
    return ordered && column !== undefined ? numericSize(column, pair[side]) : allRows(pair[side].size);
  };
  const sizes = { reference: size('reference'), current: size('current') };
  return compareNumbers(pair, sizes, () => findOutliers(pair, columns));
}

function overTime(columns: PerSide<NumberColumn>, { timeColumn, unit, axes }: SharedAxis): OverTime {
  const periods = mapSides(columns, ({ values, missing }, side) => {
    const axis = axes[side];
    if (axis === undefined) return [];
    return periodMeans(
      missing === null ? values : values.map((value, row) => (missing[row] === 1 ? NaN : value)),
      axis,
    );
  });
  return { timeColumn, unit, periods };
}

/** Everything about a column of categories. */
export function categoricalResult(
  job: ColumnJob,
  tables: PerSide<FrequencyTable>,
  more: { coerced: PerSide<number>; codes: PerSide<Int32Array> },
): ColumnResult {
  const { reference, current } = tables;
  const size = (side: Side): EffectiveSize => {
    const rows = tables[side]?.size ?? 0;
    const codes = more.codes[side];
    return codes === undefined ? allRows(rows) : categorySize(codes, rows);
  };
  return {
    name: job.name,
    quality: mapSides(tables, (table, side) => categoricalQuality(table, more.coerced[side] ?? 0)),
    distribution: categoricalDistribution(tables),
    cumulative: null,
    overTime: null,
    drift:
      job.compare !== null && reference !== undefined && current !== undefined
        ? compareCategories(reference, current, { reference: size('reference'), current: size('current') })
        : notCompared(job),
  };
}

/** Everything about a column of texts or identifiers: quality alone. */
export function summaryResult(job: ColumnJob, summaries: PerSide<TextSummary>, coerced: PerSide<number>): ColumnResult {
  return {
    name: job.name,
    quality: mapSides(summaries, (summary, side) => textQuality(summary, coerced[side] ?? 0)),
    distribution: null,
    cumulative: null,
    overTime: null,
    drift: notCompared(job),
  };
}
