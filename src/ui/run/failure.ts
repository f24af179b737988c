import type { ErrorPlace } from '../../facts/statements/errors.ts';
import { errorText } from '../../words/error-text.ts';
import { words } from '../../words/words.ts';
import { count } from '../../words/format.ts';

/** What went wrong, in words, and where, as far as the error knows. */
export interface Failure extends ErrorPlace {
  message: string;
  /** Stable word for scripts. */
  code?: string;
}

const isKnown = (value: unknown) => value !== undefined && value !== null && value !== '';

/** An error as a person reads of it. */
export function failureOf(error: unknown): Failure {
  const message = errorText(error);
  if (!(error instanceof Error)) return { message };
  const fields = error as Error & Omit<Failure, 'message'>;
  const known = (['code', 'file', 'row', 'column', 'share'] as const).filter((key) => isKnown(fields[key]));
  return { message, ...Object.fromEntries(known.map((key) => [key, fields[key]])) };
}

/** Label and value of each known place. */
export function placeOf({ file, row, column }: Failure): [label: string, value: string][] {
  const places: [string, string | undefined][] = [
    [words.run.places.file, file],
    [words.run.places.row, row === undefined ? row : count(row)],
    [words.run.places.column, column],
  ];
  return places.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
}
