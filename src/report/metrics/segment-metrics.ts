import type { SegmentTable } from '../../facts/document/segments.ts';
import { SIDES } from '../../facts/document/sides.ts';
import { metricRow, type Metric } from './metric.ts';

/** Rows and the model's error by segment, of summary files; those that are put together have no name. */
export function segmentMetrics(table: SegmentTable | undefined): Metric[] {
  return (table?.segments ?? []).flatMap(({ name, rows, share, measure }) => {
    const labels = { segment: String(name.quote ?? '') };
    return SIDES.flatMap((file): Metric[] => {
      if (rows[file] === undefined) return [];
      const estimate = measure[file];
      return [
        metricRow({ file, metric: 'segment_rows', labels, value: rows[file] }),
        metricRow({ file, metric: 'segment_share', labels, value: share[file] ?? null }),
        ...(estimate && table?.measure
          ? [metricRow({ file, metric: `segment_${table.measure}`, labels, ...estimate })]
          : []),
      ];
    });
  });
}
