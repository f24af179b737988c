import { missingPart } from '../facts/statements/missing-part.ts';
import type { ErrorCode, ErrorFacts, ErrorPlace, ErrorValues } from '../facts/statements/errors.ts';
import { words } from './words.ts';

type Say = (values: ErrorValues[ErrorCode], place: ErrorPlace) => string;

const isKnown = (error: unknown): error is ErrorFacts =>
  typeof error === 'object' &&
  error !== null &&
  'values' in error &&
  'code' in error &&
  Object.hasOwn(words.errors, String(error.code));

/**
 * What a person reads of an error.
 * @param thrown an error of the app, whole or as plain fields; any other is quoted in its own words
 */
export function errorText(thrown: unknown): string {
  const error = missingPart(thrown);
  if (isKnown(error)) return (words.errors[error.code] as Say)(error.values, error);
  const quote = error instanceof Error ? error.message || error.name : String(error);
  return words.errors.unexpected({ detail: { quote } }, {});
}

/**
 * An error like this one with its words as its message, for those who read errors outside the page's own screens. A new
 * one, since an error's stack keeps the message that it began with, and browsers show that.
 * @param error as it was thrown; what is no error of the app is returned as it is
 */
export const wordedError = (error: unknown): unknown =>
  error instanceof Error && isKnown(error)
    ? Object.assign(new Error(errorText(error), { cause: error }), error)
    : error;
