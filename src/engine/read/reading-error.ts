import { missingPart } from '../../facts/statements/missing-part.ts';
import { detailOf, PlumblineError } from '../../facts/statements/errors.ts';

/** What browsers say of a file that is no longer what it was when it was chosen: in the error's name, or quoted by a decoder. */
const GONE = /NotReadableError|NotFoundError|could not be read, typically due to permission problems/;

/**
 * An error that says nothing of what a file holds: it was stopped, a part of the app is not to be had, or the file was
 * changed, moved or deleted while it was read. Whoever finds a file damaged asks here first.
 * @param error as it was thrown
 * @param file its name
 * @returns the error to throw; null where the file may be at fault
 */
export function faultElsewhere(error: unknown, file: string): Error | null {
  if (!(error instanceof Error)) return GONE.test(String(error)) ? gone(file) : null;
  if (error instanceof PlumblineError) return Object.assign(error, { file: (error as PlumblineError).file ?? file });
  if (error.name === 'AbortError') return error;
  if (GONE.test(`${error.name}: ${error.message}`)) return gone(file);
  const missing = missingPart(error);
  return missing instanceof PlumblineError ? missing : null;
}

/**
 * What is wrong with a columnar file.
 * @param error as it was thrown
 * @param place the file's name and form, and what was done to it
 */
export function damagedColumnar(
  error: unknown,
  { file, format, step }: { file: string; format: 'Parquet' | 'Arrow'; step: 'open' | 'read' },
): Error {
  const isTrap = error instanceof Error && error.name === 'RuntimeError';
  const values = isTrap
    ? ({ format: 'columnar-content', of: format } as const)
    : { format, step, detail: detailOf(error) };
  return faultElsewhere(error, file) ?? new PlumblineError('damaged-file', values, { file });
}

const gone = (file: string): PlumblineError => new PlumblineError('unreadable-file', {}, { file });
