import { detailOf, PlumblineError } from '../../facts/statements/errors.ts';

/** The engine's memory is full; it goes on. */
const FULL = /^Out of Memory Error|failed to allocate|could not allocate/i;
/** Errors that leave the engine in an unknown state. */
const FATAL = /RuntimeError|NetworkError|EvalError|ReferenceError|memory access|table index|unreachable/;
/** More columns than the engine can go through: it walks them by calls in each other. */
const TOO_WIDE = /Maximum call stack|too much recursion/i;
/** A share of the rows that fits in most cases. */
const SAMPLE_SHARE = 0.1;

/**
 * What an error of the engine means.
 * @param error as the engine threw it
 * @returns the error to throw, and whether the engine is of no more use
 */
export function judge(error: unknown): { error: unknown; isFatal: boolean } {
  if (!(error instanceof Error) || error instanceof PlumblineError) return { error, isFatal: false };
  const isTooWide = TOO_WIDE.test(error.message);
  if (isTooWide || FULL.test(error.message)) {
    const large = new PlumblineError('too-large', { kind: 'memory' }, { share: SAMPLE_SHARE });
    return { error: large, isFatal: isTooWide };
  }
  const isFatal = FATAL.test(`${error.name}: ${error.message}`);
  return { error: isFatal ? engineDied(error) : error, isFatal };
}

/** @param error what ended it */
export const engineDied = (error: unknown): PlumblineError =>
  new PlumblineError('engine-died', { detail: detailOf(error) });
