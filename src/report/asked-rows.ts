import type { Finding, Report, ReportColumn } from '../facts/document/document.ts';
import type { Segment } from '../facts/document/where.ts';
import type { RowsAsked } from '../facts/rows.ts';
import type { ConditionOnCell } from '../facts/slice.ts';
import { FINDINGS } from './findings/findings.ts';
import { segmentConditions } from './segment-conditions.ts';

type Column = Pick<ReportColumn, 'name' | 'role' | 'type' | 'presentIn'>;

/** The rows that a finding speaks of, file by file; none for kinds that speak of none, and for documents without the values of findings. */
export function rowsOfFinding(finding: Finding, report: Report): readonly RowsAsked[] {
  const { kind, values } = finding;
  const rows = FINDINGS.find((descriptor) => descriptor.kind === kind)?.rows ?? null;
  if (rows === null || values === undefined) return [];
  const column = report.columns.find(({ name }) => name === finding.column);
  return rows({ values, facts: finding, column, report });
}

/** The rows of a segment in each file that was searched; of those that a model was measured on. */
export function rowsOfSegment(segment: Segment, report: Report): RowsAsked[] {
  const inSegment = segmentConditions(segment, report);
  const columns = [...new Set(inSegment.map(({ column }) => column))];
  const conditions = [...inSegment, ...measuredRows(report)];
  return (['current', 'reference'] as const).flatMap((side): RowsAsked[] =>
    (segment.rows[side] ?? 0) === 0 ? [] : [{ side, test: { test: 'all', conditions }, columns }],
  );
}

/** Rows with a target and a prediction, where a model is measured. */
function measuredRows({ performance }: Report): ConditionOnCell[] {
  if (performance?.state !== 'measured') return [];
  const { target, prediction, probabilities } = performance;
  const predictions = prediction === null ? probabilities.map(({ column }) => column) : [prediction];
  return [target, ...predictions].map((column) => ({ column, test: 'others', values: [] }));
}

/** What stands first in rows that are shown: when they were and what they are called. */
export function leadColumns(columns: readonly Column[]): { time: string | null; lead: string[] } {
  const named = (role: Column['role']): string[] =>
    columns.filter((column) => column.role === role).map(({ name }) => name);
  const times = columns.filter(({ role, type }) => role === 'time' && type === 'datetime').map(({ name }) => name);
  return { time: times[0] ?? null, lead: [...times, ...named('id')] };
}
