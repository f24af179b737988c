import { cumulativeCurves } from '../../stats/describe/cumulative.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import type { ColumnSummary, LevelValues, NumberValues, TextValues } from '../../facts/summary.ts';
import { compare, scoreOf } from '../compare/compare-summaries.ts';
import { orReason, type Compared } from '../compare/compared.ts';
import type { CompareWithin } from '../within/within.ts';
import { categoricalQuality, numericQuality, textQuality } from '../summarise/column-quality.ts';
import { curveOf, tableOf } from '../summarise/curve.ts';
import { categoricalDistribution, numericDistribution } from '../summarise/distributions.ts';
import { periodsOf } from '../summarise/periods.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { ColumnJob } from './plan.ts';
import type { Part } from './kept/result-cache.ts';
import type { OverTime } from '../../facts/document/distribution.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';

type Summaries<Values extends NumberValues | LevelValues | TextValues> = PerSide<ColumnSummary<Values>>;

const notCompared = (job: ColumnJob): Compared | null =>
  job.notCompared === null ? null : { notTested: job.notCompared };

/** What remains of a column that could not be worked out: its reason. */
export function failedResult({ name }: ColumnJob, error: unknown): ColumnResult {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return {
    ...{ name, quality: {}, distribution: null, cumulative: null, overTime: null, scores: [] },
    drift: { notTested: { kind: 'failed', values: { message: quote(message) } } },
  };
}

/** Both sides' summaries where the job compares them; null where it does not. */
function pairOf({ compare: comparison }: ColumnJob, { reference, current }: PerSide<ColumnSummary>) {
  if (comparison === null || reference === undefined || current === undefined) return null;
  return { reference, current, comparison };
}

/** A comparison within strata, where there is one to be made in the place of the whole one. Conditions are compared as a whole, as are columns that the clock decides. */
function comparedWithin({ name }: ColumnJob, whole: Compared, stratified: CompareWithin | null): Compared {
  if (stratified === null || 'notTested' in whole || whole.calendar !== undefined || stratified.columns.includes(name))
    return whole;
  return orReason(() => stratified.compare(whole));
}

/** Everything about a numeric or time column, from the summaries of both sides. */
export function numericResult(
  job: ColumnJob,
  summaries: Summaries<NumberValues>,
  stratified: CompareWithin | null = null,
): ColumnResult {
  const pair = pairOf(job, summaries);
  const curves = mapSides(summaries, curveOf);
  return {
    name: job.name,
    quality: mapSides(summaries, (summary) => numericQuality(summary, job.type)),
    distribution: distributionOf(job, summaries),
    scores: scoresOf(job, summaries),
    overTime: job.type === 'numeric' ? overTime(summaries) : null,
    cumulative: pair === null ? null : cumulative(curves),
    drift:
      pair === null
        ? notCompared(job)
        : comparedWithin(job, compare(pair.reference, pair.current, pair.comparison), stratified),
  };
}

/** What bins and Evidently's settings decide. */
export type Drawn = Pick<ColumnResult, Part>;

/** These parts of a column's result, from the summaries of both sides. */
export function redrawn(job: ColumnJob, summaries: PerSide<ColumnSummary>, parts: readonly Part[]): Partial<Drawn> {
  return {
    ...(parts.includes('distribution') && { distribution: distributionOf(job, summaries) }),
    ...(parts.includes('scores') && { scores: scoresOf(job, summaries) }),
  };
}

function distributionOf(job: ColumnJob, summaries: PerSide<ColumnSummary>): ColumnResult['distribution'] {
  return job.form === 'numeric'
    ? numericDistribution(mapSides(summaries as Summaries<NumberValues>, curveOf), job)
    : categoricalDistribution(mapSides(summaries as Summaries<LevelValues>, tableOf));
}

/** Times are not scored. */
function scoresOf(job: ColumnJob, summaries: PerSide<ColumnSummary>): ColumnResult['scores'] {
  const pair = job.type === 'datetime' ? null : pairOf(job, summaries);
  return pair === null ? [] : [scoreOf(pair.reference, pair.current, pair.comparison.evidently)];
}

function cumulative({ reference, current }: PerSide<Ecdf>): ColumnResult['cumulative'] {
  if (reference === undefined || current === undefined || reference.size === 0 || current.size === 0) return null;
  return cumulativeCurves(reference, current);
}

/** The means of each period; null where there is no time. */
export function overTime(summaries: Summaries<NumberValues>): OverTime | null {
  const sums = mapSides(summaries, ({ values }) => values.periods);
  const [axis] = Object.values(sums).filter((sum) => sum !== null);
  if (axis === undefined) return null;
  const { timeColumn, unit } = axis;
  return { timeColumn, unit, periods: mapSides(sums, (sum) => (sum === null ? [] : periodsOf(sum))) };
}

/** Everything about a column of categories. */
export function categoricalResult(
  job: ColumnJob,
  summaries: Summaries<LevelValues>,
  stratified: CompareWithin | null = null,
): ColumnResult {
  const pair = pairOf(job, summaries);
  return {
    ...{ name: job.name, cumulative: null, overTime: null },
    quality: mapSides(summaries, categoricalQuality),
    distribution: distributionOf(job, summaries),
    drift:
      pair === null
        ? notCompared(job)
        : comparedWithin(job, compare(pair.reference, pair.current, pair.comparison), stratified),
    scores: scoresOf(job, summaries),
  };
}

/** Everything about a column of texts or identifiers: quality alone. */
export const summaryResult = (job: ColumnJob, summaries: Summaries<TextValues>): ColumnResult => ({
  ...{ name: job.name, distribution: null, cumulative: null, overTime: null, scores: [] },
  quality: mapSides(summaries, textQuality),
  drift: notCompared(job),
});
