import type { Escape, QuoteMark } from '../../../facts/settings/read-options.ts';
import type { ReadOptions } from '../options.ts';
import type { RowMarks } from '../slices/quoted-row.ts';
import { alignedColumns } from './aligned.ts';
import { guessDelimiter, isEdged, isLoose } from './delimiter.ts';
import { quotingOf } from './quoting.ts';
import { wrappedDelimiter, type Known } from './wrapped.ts';

/** Stands for "no delimiter": a control code that ASCII keeps for the purpose, and that no text table holds. */
export const NO_DELIMITER = '\u001f';

/** How the fields of a table are told. */
export interface FieldForm {
  /** Empty: the table has one column. */
  delimiter: string;
  /** What stands around fields; empty for nothing. */
  quote: QuoteMark;
  /** How that is written inside of them. */
  escape: Escape;
  /** Quotes stand behind blanks. */
  loose: boolean;
  /** Letters at which fields of fixed widths start; null where something delimits them. */
  starts: readonly number[] | null;
  /** Rows start and end with a delimiter. */
  edged: boolean;
  /** Each row stands in quotes as a whole. */
  wrapped: boolean;
}

/**
 * How fields are told.
 * @param text the head of a table
 * @param known what is set by hand, or declared
 */
export function fieldForm(text: string, { newline, known, options }: Known): FieldForm {
  const { widths } = options;
  if (widths !== undefined) {
    let start = 0;
    return {
      delimiter: '',
      quote: '"',
      escape: 'doubled',
      loose: false,
      edged: false,
      wrapped: false,
      starts: [0, ...widths.map((width) => (start += width))],
    };
  }
  const wrapped = wrappedDelimiter(text, { newline, known, options });
  if (wrapped !== null) {
    return {
      delimiter: wrapped,
      quote: '"',
      escape: 'doubled',
      loose: false,
      edged: false,
      wrapped: true,
      starts: null,
    };
  }
  const delimiter = known ?? guessDelimiter(text, newline);
  const aligned = known === undefined ? alignedColumns(text, newline, delimiter) : null;
  const form = { delimiter, starts: null, ...aligned, ...quotingOf(text, { delimiter, newline }, options) };
  return {
    ...form,
    loose: form.delimiter === delimiter && isLoose(text, delimiter),
    wrapped: false,
    edged: options.asWritten !== true && isEdged(text, delimiter, newline),
  };
}

/**
 * What divides rows and fields.
 * @param dialect of the text
 */
export const marksIn = ({
  delimiter,
  newline,
  quote,
  escape,
  loose,
  starts,
  edged,
  wrapped,
}: FieldForm & Pick<RowMarks, 'newline'>): RowMarks => ({
  delimiter: delimiter || NO_DELIMITER,
  quote,
  escape,
  newline,
  loose,
  edged,
  wrapped,
  starts: starts ?? undefined,
});

const DECLARED = /^"?sep=(.)"?\r?(?:\n|\r|$)/i;

/**
 * The line that some spreadsheets write before all others: `sep=;`. It may say what does not hold, where another program wrote the table.
 * @param text the head of a table
 * @param options whether it was written here
 */
export function declaredDelimiter(
  text: string,
  { asWritten }: ReadOptions,
): { lines: number; delimiter: string | undefined } {
  const [line, mark] = DECLARED.exec(text) ?? [];
  if (asWritten === true || line === undefined || mark === undefined) return { lines: 0, delimiter: undefined };
  return { lines: 1, delimiter: text.slice(line.length).includes(mark) ? mark : undefined };
}
