import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { MetricUnit } from '../../facts/metrics.ts';
import type { Side } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';
import type { ReportColumn, ReportDrift } from '../../facts/document/document.ts';
import { metricRow, type Metric } from './metric.ts';

const TIME_UNIT: MetricUnit = 'seconds since 1970';

/** What a column holds, file by file, and how it changed. */
export function columnMetrics(column: ReportColumn): Metric[] {
  const quality = SIDES.flatMap((side) => {
    const quality = column.quality[side];
    return quality ? qualityMetrics(column, side, quality) : [];
  });
  return [...quality, ...(column.drift ? driftMetrics(column.name, column.drift) : [])];
}

function qualityMetrics({ name, type }: ReportColumn, file: Side, quality: ColumnQuality): Metric[] {
  const { count, missing, nan, infinite, coerced, distinct } = quality;
  const counts = {
    values: count - missing - nan,
    missing,
    missing_share: count === 0 ? null : (missing + nan) / count,
    not_a_number: nan,
    infinite,
    coerced,
    distinct,
  };
  const rows = Object.entries(counts).map(([metric, value]) => metricRow({ file, column: name, metric, value }));
  return quality.min === null ? rows : [...rows, ...valueMetrics(name, file, { quality, times: type === 'datetime' })];
}

/** Times are milliseconds in the document and seconds here, as the other systems count them. */
function valueMetrics(
  column: string,
  file: Side,
  { quality, times }: { quality: ColumnQuality; times: boolean },
): Metric[] {
  const { min, max, mean, std, quantiles } = quality;
  const inUnit = (value: number | null): number | null => (times && value !== null ? value / 1000 : value);
  const row = (metric: string, value: number | null, labels = {}): Metric => {
    const unit = times ? { unit: metric === 'std' ? 'seconds' : TIME_UNIT } : {};
    return metricRow({ file, column, metric, value: inUnit(value), labels, ...unit });
  };
  return [
    ...Object.entries({ min, max, mean, std }).map(([metric, value]) => row(metric, value)),
    ...Object.entries(quantiles).map(([quantile, value]) => row('quantile', value, { quantile })),
  ];
}

/** A row of the comparison; none where the report has no such number. */
type RowMaker = (metric: string, value: number | null | undefined, extra?: Partial<Metric>) => Metric[];

function driftMetrics(column: string, drift: ReportDrift): Metric[] {
  const { state, effect, outliers, within } = drift;
  const row: RowMaker = (metric, value, extra = {}) =>
    value === undefined ? [] : [metricRow({ file: 'both', column, metric, value, state, ...extra })];
  return [
    ...(effect === undefined ? row('drift_effect', null) : effectMetrics(effect, row)),
    ...(within === undefined ? [] : row('drift_effect_all_rows', within.whole.value, { unit: within.whole.unit })),
    ...evidenceMetrics(drift, row),
    ...SIDES.flatMap((file) => row('outliers', outliers?.counts[file], { file, state: null })),
    ...scoreMetrics(column, drift),
  ];
}

function effectMetrics(effect: NonNullable<ReportDrift['effect']>, row: RowMaker): Metric[] {
  const labels = { method: effect.method };
  return [
    ...row('drift_effect', effect.value, { unit: effect.unit, labels }),
    ...row('drift_minimum_effect', effect.threshold, { unit: effect.unit, labels }),
    ...row('drift_effect_own_unit', effect.raw, { labels }),
  ];
}

function evidenceMetrics({ evidence, minimumDetectableEffect: detectable }: ReportDrift, row: RowMaker): Metric[] {
  if (evidence === undefined) return [];
  const tested = { labels: { method: evidence.method } };
  return [
    ...row('drift_statistic', evidence.statistic, tested),
    ...row('drift_p_value', evidence.pValue, tested),
    ...row('drift_q_value', evidence.qValue, tested),
    ...row('drift_p_value_independent', evidence.pValueIndependent, tested),
    ...SIDES.flatMap((file) => row('effective_rows', evidence.effectiveSize[file], { file, state: null })),
    ...(detectable === undefined ? [] : row('minimum_detectable_effect', detectable.value, { unit: detectable.unit })),
  ];
}

function scoreMetrics(column: string, { scores, binnedScores = [] }: ReportDrift): Metric[] {
  const row = (metric: string, value: number | null, method: string, state: string | null = null): Metric =>
    metricRow({ file: 'both', column, metric, value, state, labels: { method } });
  return [
    ...scores.flatMap(({ method, value, threshold, drifted }) => [
      row('evidently_score', value, method, drifted ? 'drifted' : 'notDrifted'),
      row('evidently_threshold', threshold, method),
      row('evidently_drifted', Number(drifted), method),
    ]),
    ...binnedScores.flatMap(({ method, value, expectedByChance }) => [
      row('binned_score', value, method),
      row('binned_score_by_chance', expectedByChance, method),
    ]),
  ];
}
