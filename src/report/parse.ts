import * as v from 'valibot';
import { PlumblineError } from '../facts/statements/errors.ts';
import { reportSchema, type Report } from '../facts/document/document.ts';
import { upgraded } from './upgrade.ts';
import { wordReport } from './wording/word-report.ts';

/**
 * Reads a saved document.
 * @throws PlumblineError that says what is wrong and where
 */
export function parseReport(text: string): Report {
  const result = v.safeParse(reportSchema, upgraded(parsed(text)));
  if (result.success) return wordReport(result.output);
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new PlumblineError(
    'not-a-report',
    path === 'format' || path === null ? { problem: 'other-json' } : { problem: 'misfit', path },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlumblineError('not-a-report', { problem: 'no-json' });
  }
}
