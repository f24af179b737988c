import { WRITTEN_ROWS, type AskedRows } from '../../analysis/rows/ask-rows.ts';
import type { Finding, Report } from '../../facts/document/document.ts';
import type { Segment } from '../../facts/document/where.ts';
import type { FoundRows, RowsAsked } from '../../facts/rows.ts';
import { parseConfig } from '../../facts/settings/settings.ts';
import { leadColumns, rowsOfFinding, rowsOfSegment } from '../../report/asked-rows.ts';
import { words } from '../../words/words.ts';

/** Where the rows of a report can be looked up. */
export interface RowsHost {
  ofFinding(finding: Finding): readonly RowsAsked[];
  ofSegment(segment: Segment): readonly RowsAsked[];
  show(asked: RowsAsked, signal: AbortSignal): Promise<FoundRows>;
  csv(asked: RowsAsked, signal: AbortSignal): Promise<Blob>;
  /** Rows of one CSV file at most. */
  most: number;
}

/** The rows of a report's files, which are still there. */
export function rowsHost(report: Report, files: AskedRows): RowsHost {
  const request = (asked: RowsAsked) => ({
    asked,
    ...leadColumns(report.columns),
    config: parseConfig(report.config),
    schema: report.columns,
  });
  const { row, fileName } = words.sections.rows;
  return {
    ofFinding: (finding) => rowsOfFinding(finding, report),
    ofSegment: (segment) => rowsOfSegment(segment, report),
    show: (asked, signal) => files.show(request(asked), signal),
    csv: async (asked, signal) =>
      new Blob([await files.csv(request(asked), { file: fileName, row }, signal)], { type: 'text/csv' }),
    most: WRITTEN_ROWS,
  };
}
