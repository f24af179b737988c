/** What went wrong with an input, in words for the person who dropped it; crosses worker borders as plain fields. */
export class PlumblineError extends Error {
  override name = 'PlumblineError';
  /** Stable word for scripts: "empty-file", "not-a-table", "column-missing" … */
  code: string;
  file?: string;
  row?: number;
  column?: string;
  /** The share of the rows that would fit, where there are too many. */
  share?: number;

  /**
   * @param code stable word for scripts
   * @param message a sentence that says what happened and what to do
   * @param where file, row (1-based, header not counted) and column, as far as known
   */
  constructor(
    code: string,
    message: string,
    where: { file?: string; row?: number; column?: string; share?: number } = {},
  ) {
    super(message);
    this.code = code;
    Object.assign(this, where);
  }
}
