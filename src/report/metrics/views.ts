export { metricsCsv } from './csv.ts';
export { metricsMarkdown } from './markdown.ts';
export { metricsOf } from './metrics-of.ts';
export { openMetrics } from './openmetrics.ts';
export { metricsParquet } from './parquet.ts';
