import { csvLine } from '../../facts/csv.ts';
import type { Metric } from './metric.ts';
import { TABLE } from './table.ts';

/** The long table as CSV, empty where there is no number. */
export const metricsCsv = (metrics: readonly Metric[]): string =>
  [TABLE.map(({ name }) => name), ...metrics.map((row) => TABLE.map(({ cellOf }) => cellOf(row)))]
    .map(csvLine)
    .join('');
