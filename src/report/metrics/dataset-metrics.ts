import type { DatasetQuality } from '../../facts/document/columns.ts';
import type { Side, SideOrBoth } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';
import { SEVERITIES } from '../../facts/statements/findings.ts';
import type { Report } from '../../facts/document/document.ts';
import type { ReportInput } from '../../facts/document/inputs.ts';
import { metricRow, type Metric } from './metric.ts';

/** Named numbers of one file as rows. */
const rowsOf = (file: SideOrBoth, values: Record<string, number | null>): Metric[] =>
  Object.entries(values).map(([metric, value]) => metricRow({ file, metric, value }));

const inputMetrics = (file: Side, { bytes, rows, rowsUsed, columns, notes }: ReportInput): Metric[] =>
  rowsOf(file, {
    file_size: bytes,
    rows,
    rows_used: rowsUsed,
    columns,
    read_warnings: notes.filter(({ severity }) => severity === 'warning').length,
  });

const qualityMetrics = (file: Side, quality: DatasetQuality): Metric[] =>
  rowsOf(file, {
    duplicate_rows: quality.duplicateRows,
    duplicate_columns: quality.duplicateColumns?.reduce((sum, group) => sum + group.length - 1, 0) ?? null,
    empty_rows: quality.emptyRows,
    empty_columns: quality.emptyColumns.length,
    missing_cells: quality.missingCells,
    missing_cells_share: quality.missingShare,
  });

function driftMetrics({ verdict, columns, dataset: { drift } }: Report): Metric[] {
  if (drift === null) return [];
  const { counts } = verdict;
  const emptied = columns.filter(({ drift }) => drift?.statements?.text.kind === 'emptied').length;
  return [
    metricRow({ file: 'both', metric: 'drift_share', value: drift.share, state: verdict.state }),
    ...rowsOf('both', {
      columns_tested: drift.tested,
      columns_changed: counts.changed,
      columns_moved: counts.moved,
      columns_emptied: emptied,
      columns_stable: counts.stable,
      columns_insufficient: counts.insufficient,
      columns_identical: counts.identical,
      columns_calendar: counts.calendar,
      columns_not_tested: counts.notTested,
      columns_expected_by_chance: drift.expectedByChance,
    }),
  ];
}

/** What is said of the files as a whole. */
export function datasetMetrics(report: Report): Metric[] {
  const { inputs, dataset, timings, createdAt } = report;
  const findings = SEVERITIES.map((severity) => {
    const value = dataset.findings.filter((finding) => finding.severity === severity).length;
    return metricRow({ file: 'both', metric: 'findings', value, labels: { severity } });
  });
  return [
    ...rowsOf('both', {
      report_timestamp: Date.parse(createdAt) / 1000,
      load_time: timings.loadMs / 1000,
      analysis_time: timings.analysisMs / 1000,
    }),
    ...driftMetrics(report),
    ...findings,
    ...rowsOf('both', { columns_unmatched: report.unmatchedColumns.length }),
    ...(report.within === undefined ? [] : rowsOf('current', { rows_left_out: report.within.leftOut.current })),
    ...SIDES.flatMap((side) => {
      const [input, quality] = [inputs[side], dataset.quality[side]];
      return [...(input ? inputMetrics(side, input) : []), ...(quality ? qualityMetrics(side, quality) : [])];
    }),
  ];
}
