/*
 * The package's `plumbline/metrics`: a saved report (the JSON or the HTML's document) as rows, and these as CSV, Parquet,
 * OpenMetrics and Markdown.
 */
export type { Report } from './facts/document/document.ts';
export type { Metric } from './report/metrics/metric.ts';
export {
  atLevel,
  metricsCsv,
  metricsMarkdown,
  metricsOf,
  metricsParquet,
  openMetrics,
  type MetricLevel,
} from './report/metrics/views.ts';
export { parseReport } from './report/parse.ts';
export { causesOf, exitCode, type Cause } from './report/verdict/outcome.ts';
