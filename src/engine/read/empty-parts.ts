import { PlumblineError } from '../../facts/statements/errors.ts';
import type { ReadNote } from '../../facts/statements/reading.ts';

/** Files of a table that hold nothing: the others are read, and these are named. */
export class EmptyParts {
  readonly #files: string[] = [];
  /** Of the first of them: what is wrong where no file holds anything. */
  error: PlumblineError | null = null;

  /**
   * Takes a file that could not be read.
   * @param error why not
   * @throws the error, where the file holds something
   */
  readonly note = (error: unknown): null => {
    if (!(error instanceof PlumblineError)) throw error;
    const refusal: PlumblineError = error as PlumblineError;
    if (!isEmpty(refusal)) throw refusal;
    this.error ??= refusal;
    this.#files.push(refusal.file ?? '');
    return null;
  };

  notes(): ReadNote[] {
    if (this.#files.length === 0) return [];
    return [{ kind: 'files-empty', values: { files: [...this.#files] }, severity: 'warning' }];
  }
}

const isEmpty = ({ code, values }: PlumblineError): boolean =>
  code === 'empty-file' ||
  code === 'no-rows' ||
  (code === 'not-a-table' && 'problem' in values && values.problem === 'no-row');
