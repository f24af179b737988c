import { PlumblineError } from '../../facts/statements/errors.ts';

let fail: (error: PlumblineError) => void;
const panicked = new Promise<never>((_resolve, reject) => {
  fail = reject;
});
panicked.catch(() => undefined);

/**
 * Takes an error that no promise tells of: whoever waits for the decoder of Parquet gets it.
 * @param error that came to nobody
 * @returns whether it is the decoder's
 */
export function hearPanic(error: unknown): boolean {
  const isTrap = error instanceof WebAssembly.RuntimeError;
  if (isTrap) fail(new PlumblineError('damaged-file', { format: 'columnar-content', of: 'Parquet' }));
  return isTrap;
}

/**
 * A decoder that is compiled to WebAssembly and cannot go on ends beside the promise that it gave, which nobody settles then.
 * It is of no use afterwards: whoever opened the file ends the reader.
 * @param work of the decoder of Parquet
 * @returns the same, or the error that it ended in
 */
export const orPanic = <T>(work: Promise<T>): Promise<T> => Promise.race([work, panicked]);
