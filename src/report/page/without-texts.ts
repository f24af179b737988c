import type { Report, ReportColumn, ReportDrift, ReportPerformance } from '../../facts/document/document.ts';
import type { Verdict } from '../../facts/document/verdict.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { wordReport } from '../wording/word-report.ts';

/**
 * The document without the texts that its statements give again when it is opened (see `wordReport`), for a file that
 * carries its reader's words anyway. A document with texts that they do not give, such as one of a version without
 * statements, stays whole.
 */
export function withoutTexts(report: Report): Report {
  const short: Report = {
    ...report,
    inputs: mapSides(report.inputs, (input) => ({
      ...input,
      readAs: input.readAs.map((entry) => ({ ...entry, label: '', value: '' })),
      notes: input.notes.map(untold),
    })),
    verdict: withoutSummary(report.verdict),
    ...(report.advice !== undefined && { advice: report.advice.map(untold) }),
    columns: report.columns.map(shortColumn),
    dataset: { ...report.dataset, findings: report.dataset.findings.map(untold) },
    performance: report.performance && withoutModelTexts(report.performance),
    conditions: report.conditions.map(untold),
  };
  return JSON.stringify(wordReport(short)) === JSON.stringify(wordReport(report)) ? short : report;
}

const untold = <Worded extends { text: string }>(statement: Worded): Worded => ({ ...statement, text: '' });

const withoutSummary = (verdict: Verdict): Verdict => ({
  ...verdict,
  ...(verdict.headline !== undefined && { headline: '' }),
  ...(verdict.parts !== undefined && { parts: verdict.parts.map(untold) }),
  summary: '',
  ...(verdict.detail !== undefined && { detail: '' }),
});

const shortColumn = (column: ReportColumn): ReportColumn => ({
  ...column,
  typeReason: '',
  roleReason: '',
  drift: column.drift && shortDrift(column.drift),
});

const shortDrift = (drift: ReportDrift): ReportDrift => ({
  ...drift,
  text: '',
  ...(drift.reason !== undefined && { reason: '' }),
  why: drift.why.map(untold),
  findings: drift.findings.map(untold),
});

const withoutModelTexts = (performance: ReportPerformance): ReportPerformance =>
  performance.state === 'notMeasured'
    ? { ...performance, summary: '', reason: '' }
    : {
        ...performance,
        summary: '',
        taskReason: '',
        notes: performance.notes.map(() => ''),
        findings: performance.findings.map(untold),
      };
