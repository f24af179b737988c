import * as v from 'valibot';
import { PlumblineError } from '../facts/statements/errors.ts';
import { MOST_REPORT_COLUMNS } from '../facts/limits.ts';
import { reportSchema, type Report } from '../facts/document/document.ts';
import { oddPlace, unevenPlace } from './document-limits.ts';
import { upgraded } from './upgrade.ts';

/**
 * A document that is what it has to be, in the words that it came with.
 * @param document as it was read
 * @throws PlumblineError that says what is wrong and where
 */
export function checkedReport(document: unknown): Report {
  const odd = oddPlace(document);
  if (odd !== null) throw misfit(odd);
  refuseWide(document);
  const result = v.safeParse(reportSchema, upgraded(document));
  if (result.success) {
    const uneven = unevenPlace(result.output);
    if (uneven !== null) throw misfit(uneven);
    return result.output;
  }
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw path === 'format' || path === null
    ? new PlumblineError('not-a-report', { problem: 'other-json' })
    : misfit(path);
}

/** Before it is looked at column by column. */
function refuseWide(document: unknown): void {
  if (typeof document !== 'object' || document === null || !('columns' in document)) return;
  const { columns } = document;
  if (!Array.isArray(columns) || columns.length <= MOST_REPORT_COLUMNS) return;
  throw new PlumblineError('not-a-report', { problem: 'columns', columns: columns.length, limit: MOST_REPORT_COLUMNS });
}

/** @throws PlumblineError where the text is no JSON */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlumblineError('not-a-report', { problem: 'no-json' });
  }
}

const misfit = (path: string): PlumblineError => new PlumblineError('not-a-report', { problem: 'misfit', path });
