import type { Report, ReportColumn } from '../../../facts/document/document.ts';

const MODEL_ROLES: readonly ReportColumn['role'][] = ['target', 'prediction', 'probability'];

/** The target, the prediction and the probabilities. */
export const modelColumnsOf = (report: Report): ReportColumn[] =>
  report.columns
    .filter(({ role }) => MODEL_ROLES.includes(role))
    .toSorted((a, b) => MODEL_ROLES.indexOf(a.role) - MODEL_ROLES.indexOf(b.role));
