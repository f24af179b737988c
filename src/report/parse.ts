import * as v from 'valibot';
import { reportSchema, type Report } from '../facts/document.ts';
import { upgraded } from './upgrade.ts';
import { wordReport } from './wording/word-report.ts';

/** A saved report that cannot be opened. */
export class ReportError extends Error {
  override name = 'ReportError';
  readonly code = 'not-a-report';
}

/**
 * Reads a saved document.
 * @throws ReportError that says what is wrong and where
 */
export function parseReport(text: string): Report {
  const result = v.safeParse(reportSchema, upgraded(parsed(text)));
  if (result.success) return wordReport(result.output);
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new ReportError(
    path === 'format' || path === null
      ? 'This JSON file is not a Plumbline report.'
      : `This report cannot be opened: ${path}: ${issue.message}.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportError('This file is not valid JSON; it may be cut off.');
  }
}
