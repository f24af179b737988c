import { PlumblineError } from './errors.ts';

/** What Chromium, Firefox and Safari say of a module that they cannot have, and of a file. */
const NO_MODULE = /dynamically imported module|module script failed/i;
const NO_FILE = /^(?:Failed to fetch|NetworkError when|Load failed)/;

/** The last part of an address, as far as one is named. */
const partIn = (message: string): string => /[^/]+\.(?:js|wasm|css)/.exec(message)?.[0] ?? '';

/**
 * Tells a part of the app that its server does not give from what is wrong with a person's file.
 * @param error as it was thrown
 * @returns an error that says so, or what was thrown
 */
export function missingPart(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof PlumblineError) return error;
  const isMissing = NO_MODULE.test(error.message) || (error instanceof TypeError && NO_FILE.test(error.message));
  return isMissing ? new PlumblineError('part-missing', { part: partIn(error.message), status: null }) : error;
}
