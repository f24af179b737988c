export { metricsCsv } from './csv.ts';
export { afterFailedRun } from './last-run.ts';
export { atLevel, METRIC_LEVELS, type MetricLevel } from './levels.ts';
export { metricsMarkdown } from './markdown.ts';
export { metricsOf } from './metrics-of.ts';
export { openMetrics } from './openmetrics.ts';
export { metricsParquet } from './parquet.ts';
