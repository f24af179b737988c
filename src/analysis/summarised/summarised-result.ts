import type { ColumnResult } from '../../facts/document/drift.ts';
import type { Calendar } from '../../facts/document/comparison.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { SummarisedColumn } from '../../facts/summary-file.ts';
import type { ColumnSummary, LevelValues, NumberValues, TextValues } from '../../facts/summary.ts';
import { gridCurves } from '../../stats/compare/bins/grid-curves.ts';
import { sizeOf } from '../../stats/compare/bins/shares.ts';
import { cumulativeCurves } from '../../stats/describe/cumulative.ts';
import { isBinned, type BinnedValues } from './compare-bins.ts';
import { compare } from '../compare/compare-summaries.ts';
import { categoricalResult, failedResult, overTime, summaryResult } from '../run/column-result.ts';
import type { ColumnJob } from '../run/plan.ts';
import { clockDecided } from './clock-decided.ts';
import { withRest } from './rest.ts';
import { withPValueBounds } from './rough-worth.ts';
import { rowWorth } from './row-worth.ts';
import { binnedPicture } from './binned-picture.ts';
import { binnedQuality } from './binned-quality.ts';

/** A column to work out, with what is known of it in each file. */
export interface SummarisedJob {
  job: ColumnJob;
  columns: PerSide<Pick<SummarisedColumn, 'summary' | 'order'>>;
}

/** Everything about a column whose rows stayed elsewhere, from the summaries of both sides. A column that fails says why. */
export function summarisedResult({ job, columns }: SummarisedJob): ColumnResult {
  try {
    const orders = mapSides(columns, ({ order }) => order);
    const calendar = orders.reference && orders.current ? clockDecided(orders.reference, orders.current) : null;
    const summaries = mapSides(columns, (column, side) => inOrder(column, side === 'current' ? calendar : null));
    if (job.form === 'summary') return summaryResult(job, summaries as PerSide<ColumnSummary<TextValues>>);
    const isTimed = Object.values(orders).some((order) => order !== null);
    if (job.form === 'frequencies') {
      const levels = withRest(summaries as PerSide<ColumnSummary<LevelValues>>);
      const result = categoricalResult(job, levels);
      return isTimed ? withBounds(result, job, levels) : result;
    }
    const numbers = mapSides(summaries as PerSide<ColumnSummary<NumberValues>>, binned);
    const result = binnedResult(job, numbers);
    return isTimed ? withBounds(result, job, numbers) : result;
  } catch (error) {
    return failedResult(job, error);
  }
}

/** What the order of the rows is told by stretches of time. */
function inOrder(column: Pick<SummarisedColumn, 'summary' | 'order'>, calendar: Calendar | null): ColumnSummary {
  const { summary } = column;
  const { values } = summary;
  if (values.kind === 'texts') return summary;
  const known = { memory: rowWorth(column), scale: null, matched: null, calendar };
  return values.kind === 'numbers'
    ? { ...summary, values: { ...values, sequence: { ...known, lowest: [], highest: [] } } }
    : { ...summary, values: { ...values, sequence: known } };
}

function binned(summary: ColumnSummary<NumberValues>): ColumnSummary<BinnedValues> {
  if (!isBinned(summary)) throw new Error(`no bins of ${summary.column}`);
  return summary;
}

/** What rows are worth is told by stretches of time, which leaves tests open by so much. */
function withBounds(
  result: ColumnResult,
  job: ColumnJob,
  { reference, current }: PerSide<ColumnSummary>,
): ColumnResult {
  if (reference === undefined || current === undefined || job.compare === null) return result;
  return { ...result, drift: withPValueBounds(result.drift, { reference, current }, job.compare.seed) };
}

function binnedResult(job: ColumnJob, summaries: PerSide<ColumnSummary<BinnedValues>>): ColumnResult {
  const { reference, current } = summaries;
  const bins = mapSides(summaries, ({ values }) => values.bins);
  const isPair = job.compare !== null && reference !== undefined && current !== undefined;
  return {
    name: job.name,
    quality: mapSides(summaries, (summary) => binnedQuality(summary, job.type)),
    distribution: binnedPicture(bins, job),
    // Evidently's methods ask for the rows.
    scores: [],
    overTime: job.type === 'numeric' ? overTime(summaries) : null,
    cumulative: isPair ? cumulative(reference.values, current.values) : null,
    drift: isPair
      ? compare(reference, current, { seed: job.compare?.seed ?? 0 })
      : job.notCompared && { notTested: job.notCompared },
  };
}

function cumulative({ bins: reference }: BinnedValues, { bins: current }: BinnedValues): ColumnResult['cumulative'] {
  if (sizeOf(reference) === 0 || sizeOf(current) === 0) return null;
  const curves = gridCurves(reference, current);
  return cumulativeCurves(curves.reference, curves.current);
}
